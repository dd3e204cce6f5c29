## Recibos
receipt-sent = ✓ Entregue ao solicitante.
receipt-failed = ⚠ Não foi entregue: não é possível escrever nesse chat. Tente o contato da ficha, se houver.

## O que o solicitante fez
staff-partner-edited =
    💬 Mensagem editada pelo solicitante:
    <blockquote>{ $words }</blockquote>
help-staff =
    <b>Equipe</b>
    Cada pedido ou consulta é um caso, com o seu tópico. O que se escreve no tópico é interno.
    Para escrever ao solicitante, responda a uma mensagem dele (💬) ou use /reply. Fora do tópico, ponha o número: <code>/lead 12</code>
staff-forgotten =
    ⚠ <b>O solicitante apagou os seus dados.</b>
    O pedido foi retirado e o caso, encerrado. Apaguem este tópico com as mensagens e os arquivos, sem guardar cópias.
staff-amended =
    💬 <b>O solicitante alterou o pedido.</b>

    { $changes }
staff-withdrawn = 💬 O solicitante retirou o pedido. O caso está encerrado.

## Ficha
staff-consultation = Consulta
staff-no-such-lead = Não encontrei esse caso. Veja a fila em /queue
staff-state-owner = { $state } · 👤 { $who }
staff-partner-speaks = Idioma do solicitante: { $language }
staff-partner-gone = O solicitante apagou os seus dados; já não é possível escrever a ele.
staff-card-head = <b>#{ $number }</b> · { $state }
staff-consultation-words = { $words }
staff-card-request = <code>{ $number }</code> · <b>{ $kind }</b>
field-files = Arquivos
staff-card-words =
    💬 <b>{ $title }</b>
    <blockquote>{ $words }</blockquote>

## Possíveis parceiros
staff-no-matches = Sem possíveis parceiros na base.
staff-matches =
    { $count ->
        [one] <b>{ $count } possível parceiro</b>
       *[other] <b>{ $count } possíveis parceiros</b>
    }
match-suggested = { $points }/100 · sugerido
match-maybe = { $points }/100 · talvez
match-line =
    <b>M{ $number }</b> · <b>{ $points }</b> · { $who }
    { $title }
match-part-short = { $part } { $points }
match-ask = a perguntar
match-stages = oferecido: { $offered }; procurado: { $wanted }
match-not-asked = não se aplica a este tipo
match-part = { $part } { $points }/{ $most }

## Fila
queue-empty = Ninguém está esperando. Os seus casos: /mine
queue =
    { $count ->
        [one] <b>{ $count } caso na fila</b>
       *[other] <b>{ $count } casos na fila</b>
    }
    Primeiro o que vence antes. 💬: o solicitante espera resposta.
mine-empty = Você não tem casos em andamento. A fila: /queue
mine =
    <b>Seus casos</b>
    💬: o solicitante espera resposta.
age-minutes = há { $count } min
age-hours = há { $count } h
age-days =
    { $count ->
        [one] há { $count } dia
       *[other] há { $count } dias
    }
queue-line-unanswered = 💬 <b>#{ $number }</b> · { $name } · { $age }
queue-line = <b>#{ $number }</b> · { $name } · { $age }

## Comandos da equipe
staff-command-unknown = Comando desconhecido neste grupo. Veja /help
staff-which-lead = Qual caso? Use o comando no tópico dele, em resposta a uma mensagem dele, ou escreva <code>{ $command } número</code>
staff-taken = 👤 { $who } assumiu o caso #{ $number }.
staff-released = 👤 { $who } devolveu o caso #{ $number } à fila.
staff-closed = 👤 { $who } encerrou o caso #{ $number }.
staff-reopened = 👤 { $who } reabriu o caso #{ $number }.
staff-done = ✓ Feito: caso #{ $number }.

## Avisos ao solicitante
notice-taken = 👤 Uma pessoa da equipe está cuidando da sua solicitação { $number }. A resposta chega aqui.
notice-closed = A equipe encerrou a sua solicitação { $number }. Para retomar, responda a uma mensagem da equipe ou use /human
notice-reopened = A equipe reabriu a sua solicitação { $number }. A resposta chega aqui.

## Recusas
staff-taken-by = O caso #{ $number } está com { $who }.
staff-already = O caso #{ $number } já está assim. Veja a ficha.
staff-is-closed = O caso #{ $number } está encerrado. Reabra-o primeiro: /reopen

## Conversa
staff-partner-says =
    💬 Responda a esta mensagem para escrever ao solicitante:
    <blockquote>{ $words }</blockquote>
staff-reply-empty = Falta o texto: <code>/reply</code> e a mensagem para o solicitante.
partner-staff-says =
    👤 <b>{ $who }</b>, da equipe do centro:
    <blockquote>{ $words }</blockquote>
    <i>Para responder, toque nesta mensagem e escolha “Responder”.</i>
staff-partner-unreachable = ⚠ Da última vez não foi possível escrever ao solicitante. Vou tentar de novo; o resultado aparece aqui.
partner-staff-sends =
    👤 <b>{ $who }</b>, da equipe do centro, enviou um arquivo.
    <i>Para responder, toque nesta mensagem e escolha “Responder”.</i>
staff-note-empty = Falta o texto: <code>/note</code> e a nota interna.
staff-noted = ✓ Nota guardada no caso #{ $number }. O solicitante não a vê.
staff-changed-field = { $field }: <s>{ $before }</s> → { $after }
staff-shut-out = São parecidas, mas não podem ser sugeridas:
staff-shut-out-line = { $count } · { $gate }
