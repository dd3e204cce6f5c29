## Prazos

desk-due = ⏰ Responder até as { $time } de { $date } (hora do centro)
desk-stands = ⏸ Aguardando o solicitante.
desk-snoozed = 💤 Sem avisos até as { $time } de { $date }
desk-snoozed-reply = 💤 Sem avisos até o solicitante escrever
desk-time = 🕐 { $country }: { $hours } h. Quando aqui são { $here }, lá são { $there }.
desk-time-same = 🕐 { $country }: mesma hora daqui
desk-due-in = vence em { $time }
desk-late = ⚠ atrasado há { $time }

## Avisos

staff-mention = <a href="tg://user?id={ $user }">{ $who }</a>
remind-owner = ⏰ { $who }: o solicitante espera resposta no caso #{ $number }. O prazo venceu há { $late }.
remind-unclaimed =
    { $count ->
        [one] <b>⏰ Um caso sem responsável passou do prazo</b>
       *[other] <b>⏰ { $count } casos sem responsável passaram do prazo</b>
    }
remind-escalated =
    { $count ->
        [one] <b>🔴 Um caso continua sem resposta depois de dois avisos</b>
       *[other] <b>🔴 { $count } casos continuam sem resposta depois de dois avisos</b>
    }
    Qualquer pessoa pode repassá-lo.
remind-line = <b>#{ $number }</b> · { $name } · atrasado há { $late } · 👤 { $who }
remind-nobody = ninguém
remind-more = … e mais { $count }: /queue
remind-awake = ⏰ { $who }: acabou a pausa do caso #{ $number }.

## Pausas

button-snooze-1d = 💤 1 dia
button-snooze-3d = 💤 3 dias
button-snooze-7d = 💤 1 semana
button-snooze-reply = 💤 Até ele escrever
button-snooze-end = ⏰ Sem pausa
snooze-choose =
    Até quando pausar os avisos do caso #{ $number }? O prazo continua correndo.
    Também: <code>/snooze 3d</code> ou <code>/snooze 01/12/2026</code>
snooze-unread =
    Não entendi até quando pausar o caso #{ $number }. Escreva dias úteis (<code>/snooze 3d</code>), uma data nos próximos 60 dias úteis (<code>/snooze 01/12/2026</code>) ou escolha:
snooze-take-first = O caso #{ $number } não tem responsável. Assuma-o primeiro com /claim.
snooze-ended = ⏰ Caso #{ $number }: avisos ligados.
snooze-until-reply = 💤 Caso #{ $number }: sem avisos até o solicitante escrever.
snooze-until = 💤 Caso #{ $number }: sem avisos até as { $time } de { $date }.

## Repassar casos

button-next = Assumir o próximo
button-assign = Passar a…
button-assign-number = Passar #{ $number }
button-give = { $who } ({ $has })
assign-choose = A quem passar o caso #{ $number }? Entre parênteses, quantos casos cada pessoa já tem.
assign-not-staff = Essa pessoa não está mais na equipe.
assign-given = 👤 { $by } passou o caso #{ $number } a { $to }.
assign-left = 👤 { $who } saiu da equipe: o caso #{ $number } volta à fila.

## Envios e correções

receipt-waiting = ⏳ Na espera: o Telegram pede uma pausa de { $seconds } s. Vai sair sozinho.
receipt-no-answer = ⏳ Na espera: o Telegram não responde. A tentativa continua sozinha.
receipt-blocked = ⚠ Não foi entregue: o solicitante bloqueou o bot. Use o contato da ficha; se ele voltar a escrever aqui, você poderá responder.
receipt-account-gone = ⚠ Não foi entregue: essa conta do Telegram não existe mais. Use o contato da ficha.
receipt-refused = ⚠ Não foi entregue. O Telegram diz: <code>{ $why }</code>
receipt-corrected = ✎ Corrigido: o solicitante vê o texto novo.
receipt-taken-back = ↩ Retirado: o solicitante já não vê a mensagem.
correct-too-late = ⚠ Passaram mais de 48 horas: o Telegram não deixa mais alterar nem retirar essa mensagem. Envie outra com /reply.
correct-never-arrived = ⚠ Essa mensagem não chegou ao solicitante: não há o que alterar.
correct-not-words = ⚠ A legenda de um arquivo não pode ser corrigida. Retire-o com /undo e envie de novo.
undo-nothing = Você não tem resposta para retirar no caso #{ $number }.
undo-before-it-left = ↩ Retirada antes de sair: o solicitante não viu.
difference-gone = <s>{ $words }</s>
difference-new = <b>{ $words }</b>

## Números

stats-title = A mesa em números
stats-days = Últimos { $days } dias · { $date }
stats-number = { $count }
stats-share = { $percent }%
stats-line = { $label }: { $value }
stats-group = <b>{ $title }</b>: { $bars }
stats-head = <b>{ $title }</b> · { $days }
stats-none = Ainda sem dados
stats-waiting = Na fila
stats-taken = Em andamento
stats-late = Atrasados
stats-in-time = No prazo
stats-age = Na fila, por tempo
stats-answers = Respostas
stats-funnel = Do pedido ao acordo
stats-kind = Pedidos por tipo
stats-sector = Pedidos por setor
stats-language = Casos por idioma
stats-age-day = Menos de 1 dia
stats-age-three-days = De 1 a 3 dias
stats-age-week = De 3 a 7 dias
stats-age-longer = Mais de 1 semana
stats-answers-in-time = No prazo
stats-answers-late = Atrasadas
stats-funnel-sent = Enviados
stats-funnel-taken = Assumidos
stats-funnel-answered = Respondidos
stats-funnel-matched = Com contrapartes
stats-funnel-introduced = Apresentados
stats-funnel-agreed = Com acordo

## Quem assume o quê

route-suggested = 💡 Sugestão: { $who }
route-place-freed = 💡 { $who } tem uma vaga: assume o caso #{ $number }?
me =
    <b>Mesa de { $who }</b>
    Casos: { $has } · sugestões até: { $capacity }
    Horário: { $hours }
    Idiomas: { $langs }
    Setores: { $sectors }
    Países: { $countries }

    <i>Com «+» você recebe sugestões de casos novos; os botões escolhem quais primeiro.</i>
me-all = tudo
me-none = nenhum
button-me-more = ➕ Mais um
button-me-less = ➖ Menos um
button-me-hours = 🕐 { $country }
button-me-sectors = Setores…
button-me-countries = Países…
button-me-back = ‹ Voltar

## Buscar

find-what = Escreva o que buscar: <code>/find lítio</code>
find-nothing = Nada encontrado com “{ $words }”.
find = 🔎 <b>{ $words }</b>
find-lead = <b>#{ $number }</b> · { $name } · { $state }
find-words = <blockquote>{ $words }</blockquote>
find-organisation = 🏛 { $name }
button-lead = #{ $number }
history = <b>Histórico do caso #{ $number }</b>
history-house = sistema
history-partner = solicitante
history-line = { $date }, { $time } · { $who } · { $what }
history-opened = caso aberto
history-submitted = pedido enviado
history-open = pedido em andamento
history-closed = pedido encerrado
history-withdrawn = pedido retirado
history-amended = pedido alterado
history-approve = aprovou o pedido
history-ask-info = pediu mais dados
history-answer = os dados chegaram
history-reject = recusou o pedido
history-appeal = pedido reavaliado
history-pause = pausou o pedido
history-resume = retomou o pedido
history-confirm = confirmou que continua válido
history-expire = pedido expirado
history-renew = renovou o pedido
history-fulfil = pedido atendido
history-withdraw = retirou o pedido
history-archive = pedido arquivado
history-erase = pedido apagado
history-take = assumiu o caso
history-give = passou o caso
history-release = devolveu o caso
history-close = encerrou o caso
history-reopen = reabriu o caso
history-merge = uniu o caso a outro
history-merged = uniu outro caso a este
history-snooze = pausou os avisos
history-wake = retomou os avisos
history-word-changed = corrigiu uma mensagem
history-word-taken-back = retirou uma mensagem
history-identity-viewed = viu o contato

## Respostas prontas

canned-none = Não há respostas prontas.
canned-choose = Respostas prontas para o caso #{ $number }. Primeiro aparece a prévia; nada é enviado ainda.
canned-preview =
    O solicitante vai ler:
    <blockquote>{ $words }</blockquote>
canned-missing = ⚠ Não dá para enviar: falta { $missing }. Escreva a resposta com /reply.
canned-gone = Essa resposta pronta não existe mais. Veja /canned
canned-sent-already = ✓ Essa resposta já foi enviada.
button-canned = Respostas…
button-canned-send = Enviar ao solicitante
canned-day = { $date }
variable-reference = o número do pedido
variable-title = o título do pedido
variable-organisation = o nome da organização
variable-staff = o seu nome
variable-next-day = a data

## Contato do solicitante

button-identity = Ver contato
identity =
    📇 <b>{ $number }</b>: { $contact }
    <i>Só para quem está com o caso. Ficou registrado que você viu.</i>
identity-none = Este pedido não tem outro contato: responda por este chat.
identity-take-first = Assuma primeiro o caso #{ $number }: só quem está com ele vê o contato.
identity-in-private = Enviei para o seu chat privado.

## Problemas do grupo

retold = ↻ <b>Este tópico é novo, porque o anterior foi apagado. O que foi dito por último:</b>
retold-partner = Solicitante
retold-line = <b>{ $who }</b>: { $words }
trouble-topics = ⚠ <b>Não posso abrir tópicos neste grupo.</b> Os casos novos esperam e não se perdem. Um administrador precisa me dar a permissão “Gerenciar tópicos”; depois eles aparecem sozinhos.
trouble-pin = ⚠ Não posso fixar mensagens neste grupo: as fichas ficam sem fixar. Um administrador precisa me dar a permissão “Fixar mensagens”.
trouble-group-moved = ℹ O Telegram transformou este grupo em supergrupo; continuo aqui e os casos voltam a aparecer. Anote o número novo na configuração: <code>PUENTE_STAFF_CHAT={ $number }</code>

## Repetidos

repeats-own = 🔁 Parece repetir o caso #{ $number } do mesmo solicitante ({ $state }).
repeats-other = 🔁 Parecido com o caso #{ $number }, de outro solicitante ({ $state }).
merged-into = 🔗 Unido ao caso #{ $number }: a conversa continua lá.
merged-here = 🔗 Com o que foi dito em { $numbers }
button-merge = 🔗 Unir #{ $from } a #{ $number }
merge-into-what = A que caso unir o #{ $number }? Escreva o número: <code>/merge 12</code>
merge-with-itself = O caso #{ $number } não pode ser unido a si mesmo.
merge-other-partner = Os casos #{ $one } e #{ $other } são de solicitantes diferentes e não podem ser unidos: um leria o que o outro escreveu.
merge-the-other-way = O caso #{ $one } tem um pedido e o #{ $other } não. Una ao contrário: no tópico de #{ $other } escreva <code>/merge { $one }</code>
merge-under-way = O pedido do caso #{ $number } já tem apresentações em andamento. Conclua-as antes de unir, ou una o outro caso a este.
staff-merged = 🔗 { $who } uniu o caso #{ $number } ao #{ $other }. Para separá-los: /reopen
staff-merged-here = 🔗 <b>{ $who } uniu a este o caso #{ $number }</b> ({ $name }). O que foi dito nele:
notice-merged = 🔗 Sua consulta ou pedido <b>{ $number }</b> trata do mesmo que <b>{ $other }</b>. A equipe segue com os dois em <b>{ $other }</b>; não é preciso repetir nada.

## Somente leitura

reads-only = 👁 Você pode ler, mas não agir. Um administrador pode mudar isso com /readers
readers =
    <b>Quem só pode ler</b>
    Toque em um nome para mudar. Quem só lê não assume casos, não responde e não vê contatos; o que tinha volta à fila.
readers-nobody = Ainda não há mais ninguém na equipe.
button-reader = 👁 { $who }: só lê
assign-reads-only = { $who } só pode ler. Escolha outra pessoa.
button-worker = ✍ { $who }: trabalha
reader-now = 👁 { $who } agora só pode ler: o caso #{ $number } volta à fila.
was-away = 🔌 <b>Fiquei fora do ar das { $from_time } de { $from_date } até as { $to_time } de { $to_date }.</b>
was-away-answered = O que os solicitantes escreveram nesse período está sendo respondido agora.
was-away-too-long = O Telegram guarda as mensagens por apenas 24 horas: o que foi escrito antes das { $time } de { $date } não chegou. Pergunte a quem esperava algo.

tag-how = 🏷 Etiquetas: <code>/tag litio urgente</code> coloca, <code>/tag -urgente</code> tira, <code>/find #litio</code> busca os casos. Em uso:
tag-wrong = Não serve como etiqueta: { $word }. Use letras, números ou hífens, até { $most } caracteres.
tag-too-many = Um caso tem no máximo { $most } etiquetas. Tire uma com <code>/tag -etiqueta</code>.
tag-now = 🏷 Caso #{ $number }: { $tags }
tag-none = sem etiquetas
