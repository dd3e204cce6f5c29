## Começar, continuar e deixar o formulário
form-begin =
    <b>Proposta de cooperação</b>
    Uma pergunta por vez. Você pode salvar e voltar depois; nada é enviado antes da sua confirmação no final.
    Não inclua informações sigilosas.
form-resumed = Continuamos de onde você parou.
form-cancelled = Rascunho descartado; nada dele foi enviado.
nothing-to-cancel = Não há nada em andamento para cancelar. O que você quer fazer?
cancelled = Cancelado. O que você quer fazer?
form-question-unanswered = Não tenho uma resposta verificada para essa pergunta; a equipe pode ajudar. O formulário continua abaixo.
form-none-open = Não há formulário aberto. Quer começar um?
form-saved = Rascunho salvo. Para retomar, toque em “Continuar formulário” ou use /request
form-old-button = Esse botão é de uma etapa anterior. A pergunta atual é esta:

## Respostas que não servem
wrong-not-a-choice = Escolha uma das opções nos botões abaixo.
wrong-too-short =
    { $least ->
        [one] Ficou curto: escreva pelo menos um caractere.
       *[other] Ficou curto: escreva pelo menos { $least } caracteres, com um pouco mais de detalhe.
    }
wrong-too-long = Ficou longo: são { $is } caracteres e cabem { $most }. Envie uma versão mais curta.
wrong-no-contact = Não reconheci um contato aí. Escreva um e-mail, um telefone com código do país, um WeChat ou um @usuário do Telegram.
wrong-nothing-chosen = Escolha pelo menos uma opção antes de tocar em “Pronto”.
wrong-too-many =
    { $most ->
        [one] Cabe só uma opção. Para trocar, toque de novo na que está com ✓.
       *[other] Cabem até { $most } opções. Para trocar, toque de novo em uma com ✓.
    }
wrong-no-such-sector = Não encontrei esse setor. Tente outra palavra, por exemplo <i>mineração</i>, ou escolha na lista.

## Enviar
request-taken = <b>Pedido recebido.</b> O número é <code>{ $number }</code>
request-taken-next = A equipe vai ler o pedido e responder a você. Acompanhe ou altere em /requests
ask-review-amended =
    <b>Confira as alterações</b>
    Elas só valem depois de “Enviar alterações”.
ask-review =
    <b>Confira antes de enviar</b>
    Para mudar algo, toque no campo. Se estiver certo, toque em “Enviar pedido”.
consent-request =
    <b>Seu consentimento, antes de enviar</b>
    <b>Responsável:</b> o centro de cooperação e inovação China-Chile; contato por /human
    <b>Para quê:</b> tratar este pedido e procurar parceiros.
    <b>Dados:</b> o que está neste formulário, seu idioma e o número do seu chat no Telegram.
    <b>Quem vê:</b> a equipe do centro. Possíveis parceiros não veem nome nem contato sem um sim seu para cada parceiro.
    <b>Países:</b> a equipe pode estar no Chile; o centro parceiro em Dongguan, China, só com outro consentimento.
    <b>Prazo:</b> enquanto o pedido estiver aberto e até 12 meses depois, ou até você pedir que seja apagado. Rascunhos, 30 dias.
    <b>Direitos:</b> /mydata, /forget, /privacy; você pode retirar o consentimento quando quiser.

    Se recusar, pode continuar perguntando, sem custo.
    O Telegram é outra empresa, e conversas com bots não têm criptografia de ponta a ponta.
form-progress = <i>Etapa { $at } de { $of }</i>
form-chosen = ✓ { $chosen }
form-now = <b>Agora está:</b> { $value }
choice-chosen = ✓ { $label }

## Falar com uma pessoa
human-invite = Escreva a sua mensagem; passo a próxima que você enviar à equipe do centro. Para desistir: /cancel
human-invite-about =
    Sobre “{ $question }”: escreva o que você precisa saber, e passo a mensagem à equipe.
    Para desistir: /cancel
human-passed-on =
    A sua mensagem <b>#{ $number }</b> está com a equipe.
    A resposta chega nesta conversa; enquanto isso, pode continuar perguntando.
words-passed-on = ✓ Enviado à equipe. A resposta chega nesta conversa.

## Arquivos
file-what-for = Para que é este arquivo? Comece um pedido ou fale com a equipe, e depois envie-o de novo.
file-passed-on = ✓ { $name }: enviado à equipe.
file-too-many =
    { $most ->
        [one] O pedido aceita só um arquivo. Outros podem ir depois, na conversa com a equipe.
       *[other] O pedido aceita até { $most } arquivos. Outros podem ir depois, na conversa com a equipe.
    }
file-kept = ✓ { $name }: anexado ({ $count } de { $most }).
file-wrong-kind = Não aceito esse tipo de arquivo. Envie um destes: { $kinds }
file-too-big = O arquivo é grande demais: o limite é { $most } MB. Envie uma versão menor ou descreva o conteúdo em texto.

## Pedidos enviados
requests-none = Você ainda não enviou nenhum pedido. Quer propor uma cooperação?
requests = <b>Seus pedidos</b>. Toque em um para ver ou alterar.
requests-line = { $number } · { $state } · { $title }
request-not-yours = Não encontrei o pedido { $number } entre os seus. Veja a lista em /requests
reference-mistyped = O número “{ $typed }” parece ter um erro de digitação. Confira-o ou veja a lista em /requests
reference-shape = Escreva o número assim: <code>/status CL-2026-00042-7</code>. Os seus estão em /requests
request-gone = Esse pedido já não pode ser aberto ou alterado. Veja os seus em /requests
request-head = <code>{ $number }</code> · <b>{ $state }</b>
amend-draft-open = Há outro formulário em aberto. Envie-o ou descarte-o antes de alterar este pedido.
request-amended = As alterações do pedido <code>{ $number }</code> foram enviadas à equipe.
withdraw-really =
    Retirar o pedido <code>{ $number }</code>, “{ $title }”?
    A busca de parceiros termina e a equipe é avisada. Não dá para desfazer.

## Rascunhos
draft-erased = O seu rascunho ficou parado por muito tempo e foi apagado. Para começar outro: /request
draft-reminder =
    { $days ->
        [one] O seu rascunho está salvo. Sem mudanças, ele será apagado depois de um dia.
       *[other] O seu rascunho está salvo. Sem mudanças, ele será apagado depois de { $days } dias.
    }
form-cancel-really = Descartar este rascunho? O que você escreveu até agora será apagado.
