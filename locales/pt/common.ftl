## Falhas
apology = Algo falhou do nosso lado e ficou registrado. Tente de novo daqui a pouco ou escreva à equipe: /human

## Botões de uma resposta
button-helped = 👍
button-not-helped = 👎
button-human-short = 👤 Equipe
button-none-of-these = Nenhuma destas
button-human = 👤 Falar com a equipe
button-browse = Ver por tema
button-vote-down-unknown = 👎 Não ajudou
button-menu = Menu

## Botões dos temas
button-page-before = ← Anterior
button-categories = Temas
button-page-after = Próxima →

## Pedido: linhas e botões do formulário
review-line = <b>{ $field }:</b> { $value }
button-new-request = Propor cooperação
button-resume = Continuar formulário
button-skip = Pular
request-matches =
    { $count ->
        [0] Ainda não há um possível parceiro na base. A equipe vai procurar.
        [one] Há { $count } possível parceiro. A equipe avalia antes de qualquer contato.
       *[other] Há { $count } possíveis parceiros. A equipe avalia antes de qualquer contato.
    }
button-status = Ver o pedido
consent-version = <i>Versão do texto: { $version }</i>
button-for-myself = Em meu próprio nome
button-fewer = ← Primeiros países
button-more = Mais países
button-answer-here = Respondam por aqui
button-agree = Concordo
button-send-changes = Enviar alterações
button-send = Enviar pedido
button-edit = Editar: { $field }
button-done = Pronto
button-back = ← Voltar
button-save = Salvar e sair
button-cancel = Descartar

## Conversa
words-too-long = A mensagem tem { $is } caracteres; cabem { $most }. Encurte-a ou envie-a em partes.
button-unknown = Este botão não vale mais. Use /start
ask-invite =
    Escreva a sua pergunta, por exemplo:
    <i>Como um estrangeiro abre uma empresa no Chile?</i>
    <i>Que visto preciso para pesquisar na China?</i>
command-unknown = Não conheço esse comando. Veja os que funcionam em /help ou escreva a sua pergunta.
other-what-works =
    Escreva em texto. Documentos e imagens (PDF, Word, Excel, JPG…) podem ser enviados com um pedido ou à equipe.
    Para falar com uma pessoa: /human
button-ask = Fazer pergunta
button-my-requests = Meus pedidos

## Primeiro contato, menu e ajuda
welcome = <b>Olá.</b> Sou o Puente, assistente automático do centro de cooperação e inovação China-Chile.
welcome-what =
    • Pergunte sobre regras e trâmites na China, no Chile e na região.
    • Proponha cooperação e encontre parceiros.
    • Fale com a equipe do centro.
welcome-privacy = O centro trata o que você escreve aqui. O Telegram é outra empresa. Saiba mais em /privacy
welcome-brief =
    Sou o Puente, assistente automático do centro de cooperação e inovação China-Chile.
    Também recebo propostas de cooperação: /help · Seus dados: /privacy
menu = O que você quer fazer? Também pode escrever a sua pergunta.
help =
    <b>Como usar</b>
    Escreva a sua pergunta com as suas palavras, sem comando. Se preferir, use um destes:
help-admin = <b>Administração</b>
help-command = { $name } — { $does }

## Idioma
language-which = Em que idioma você quer conversar?
language-is-now = Pronto, vamos conversar em português. O que você quer fazer?
language-present = ✓ { $name }

## Privacidade e dados
privacy =
    <b>Os seus dados nesta conversa</b>

    <b>Responsável:</b> o centro de cooperação e inovação China-Chile. Peça os dados exatos do controlador por /human
    <b>O que guardamos:</b> o número do seu usuário e do seu chat, o idioma, as perguntas e, se você os enviar, pedidos, arquivos e mensagens à equipe.
    <b>Para quê:</b> responder a você, tratar os seus pedidos, procurar parceiros e melhorar as respostas.
    <b>Quem vê:</b> a equipe do centro, que pode estar no Chile. O centro parceiro em Dongguan, China, só com outro consentimento seu. Um possível parceiro só vê o seu nome e contato se você disser sim para ele.
    <b>Por quanto tempo:</b> rascunhos, 30 dias sem atividade. Perguntas, 90 dias ligadas a você; depois, sem a sua identidade. Pedidos, enquanto estiverem abertos e até 12 meses depois; mensagens sobre eles, até 24; ou até você usar /forget
    <b>Telegram:</b> é outra empresa, e conversas com bots não têm criptografia de ponta a ponta. Não envie segredos nem documentos de identidade.

    <b>O que você pode fazer</b>
    /mydata — receber uma cópia dos seus dados
    /forget — apagá-los e retirar o consentimento
    /requests — alterar ou retirar um pedido
    /human — perguntar ou reclamar à equipe
    /privacy — reler este aviso

    Recusar o consentimento de um pedido não tem custo: você pode continuar perguntando.
my-data = Os seus dados guardados neste bot. Para corrigir: /human. Para apagar: /forget
forget-really =
    <b>Apagar todos os seus dados?</b>
    As suas perguntas, rascunhos, pedidos e mensagens à equipe são apagados, e os pedidos abertos, retirados. Não dá para desfazer.
    Se quiser uma cópia, use antes /mydata
button-forget = Apagar meus dados
button-keep = Não, manter
forgotten =
    <b>Os seus dados foram apagados dos nossos registros.</b>
    Ficam só o número e o estado de cada pedido, sem o seu nome, e um código irreversível que impede que um backup os traga de volta.
    As cópias no grupo da equipe no Telegram são apagadas à mão: peça por /human. Esta conversa, você mesmo apaga no Telegram.

## Botões dos pedidos
button-amend = Alterar
button-withdraw = Retirar
button-really-withdraw = Sim, retirar

## Botões da equipe
button-take = Assumir
button-release = Devolver à fila
button-close = Encerrar
button-reopen = Reabrir
button-matches = Possíveis parceiros
button-take-number = Assumir #{ $number }
not-allowed = Isso é reservado à equipe do centro. O que você pode usar está em /help

## Data
date =
    { $day ->
        [1] 1º
       *[other] { $day }
    } de { $month ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[other] dezembro
    } de { $year }
button-drop = Descartar
button-all-sectors = Todos os setores
# Words that only greet or thank, comma-separated; never shown.
greetings = oi, olá, bom dia, boa tarde, boa noite, oi tudo bem, tudo bem, obrigado, obrigada, muito obrigado, valeu
# Words that only call for help, likewise.
help-words = ajuda, me ajuda, me ajude, me ajudem, preciso de ajuda, pode me ajudar, podem me ajudar, como funciona, como funciona isso, como isso funciona, como usar, como usar isso, como usar este bot, como uso este bot, o que posso fazer aqui, o que posso perguntar, instruções, comandos, opções, menu
