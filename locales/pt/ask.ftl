## Resposta
entry-gone = Essa resposta não está mais disponível. Escreva a pergunta de novo ou veja os temas em /browse
answer-reviewed = 🕓 Revisado em { $date }
answer-as-of = Informações de { $date }
answer-uncertain = ⚠ Pode ter mudado: confira na fonte antes de agir
answer-past-review = ⚠ A data de revisão já passou: confira na fonte
answer-not-advice = <i>Orientação geral, não é consultoria jurídica.</i>
answer-other-language = <i>Ainda não há versão em português. Idioma desta resposta: { $language }.</i>
answer-title = <b>{ $question }</b>
answer-source-link = 📎 <a href="{ $url }">{ $title }</a>
answer-source = 📎 { $title }

## Várias respostas ou nenhuma
answer-choose = Qual destas é a sua pergunta?
answer-choose-next = Então seria alguma destas?
answer-unknown-again =
    Também não encontrei resposta para isso. Tente só duas ou três palavras, por exemplo <i>visto pesquisador</i> ou <i>registro de marca</i>.
    Ou passo a sua pergunta à equipe.
answer-unknown =
    Não tenho uma resposta verificada para isso, e prefiro não responder a responder errado.
    A equipe pode responder, ou você pode procurar por tema.

## Avaliação
vote-thanks = Anotado, obrigado. Se tiver outra pergunta, é só escrever.
vote-what-was-missing = O que faltou? Escreva em uma frase, ou fale com a equipe.
vote-missing-noted = Anotado, obrigado: vai para quem cuida das respostas. Se precisar resolver agora, fale com a equipe.

## Temas
browse-categories = Escolha um tema:
browse-category = { $name } · { $count }
browse-title =
    <b>{ $name }</b> · página { $page } de { $pages }
    Toque em uma pergunta:
