## Entrega

receipt-sent = ✓ Entregado al socio.
receipt-failed = ⚠ No se entregó: no se puede escribir en ese chat. Pruebe con el contacto de la ficha, si lo hay.

## Del socio

staff-partner-edited =
    💬 <b>El socio corrigió su mensaje:</b>
    <blockquote>{ $words }</blockquote>
help-staff =
    <b>Equipo</b>
    Cada solicitud o consulta es un caso y tiene su tema. Lo que se conversa en el tema no le llega al socio.
    Para escribirle, responda a uno de sus mensajes (💬) o use /reply. Fuera del tema, agregue el número: <code>/lead 12</code>
staff-forgotten =
    ⚠ <b>El socio borró sus datos.</b>
    La solicitud quedó retirada y el caso, cerrado. Borre este tema, con sus mensajes y archivos, y no guarde copias.
staff-amended =
    💬 <b>El socio modificó su solicitud.</b>

    { $changes }
staff-withdrawn = 💬 El socio retiró su solicitud. El caso queda cerrado.

## Ficha

staff-consultation = Consulta
staff-no-such-lead = Ese caso no existe. Vea los que esperan en /queue.
staff-state-owner = { $state } · 👤 { $who }
staff-partner-speaks = Idioma del socio: { $language }
staff-partner-gone = El socio borró sus datos: ya no se le puede escribir.
staff-card-head = <b>Caso #{ $number }</b> · { $state }
staff-consultation-words = { $words }
staff-card-request = <b>{ $kind }</b> · <code>{ $number }</code>
field-files = Archivos
staff-card-words =
    💬 <b>{ $title }</b>
    <blockquote>{ $words }</blockquote>

## Contrapartes

staff-no-matches = Aún no hay contrapartes.
staff-matches =
    <b>{ $count ->
        [one] Una posible contraparte
       *[other] { $count } posibles contrapartes
    }</b>
match-suggested = { $points }/100 · sugerida
match-maybe = { $points }/100 · quizás
match-line =
    <b>M{ $number }</b> · <b>{ $points }</b> · { $who }
    { $title }
match-part-short = { $part } { $points }
match-ask = por preguntar
match-stages = ofrece: { $offered }; busca: { $wanted }
match-not-asked = no se aplica a este tipo
match-part = { $part } { $points }/{ $most }

## Listas

queue-empty = No hay casos en espera.
queue =
    <b>{ $count ->
        [one] Un caso en espera
       *[other] { $count } casos en espera
    }</b>
    Primero lo que vence antes. 💬: el socio espera respuesta.
mine-empty = No tiene casos. Vea los que esperan en /queue o tome uno con /next.
mine =
    <b>Sus casos</b>
    💬: el socio espera respuesta.
age-minutes = { $count } min
age-hours = { $count } h
age-days =
    { $count ->
        [one] 1 día
       *[other] { $count } días
    }
queue-line-unanswered = 💬 <b>#{ $number }</b> · { $name } · { $age }
queue-line = <b>#{ $number }</b> · { $name } · { $age }

## Movimientos

staff-command-unknown = Ese comando no se usa en este grupo. Vea /help.
staff-which-lead = ¿Qué caso? Use { $command } en su tema, respondiendo a uno de sus mensajes, o con el número: <code>{ $command } 12</code>
staff-taken = 👤 { $who } tomó el caso #{ $number }.
staff-released = 👤 { $who } devolvió el caso #{ $number } a la cola. Cualquiera puede tomarlo.
staff-closed = 👤 { $who } cerró el caso #{ $number }. Para retomarlo: /reopen
staff-reopened = 👤 { $who } reabrió el caso #{ $number }.
staff-done = ✓ Listo: caso #{ $number }.
notice-taken = 👤 Una persona del equipo ya está a cargo de <b>{ $number }</b> y le escribirá por este chat.
notice-closed = El equipo cerró <b>{ $number }</b>. Si falta algo, responda al último mensaje que le escribieron o use /human.
notice-reopened = El equipo reabrió <b>{ $number }</b> y le escribirá por este chat.
staff-taken-by = El caso #{ $number } está a cargo de { $who }. Solo esa persona puede responder, devolverlo o cerrarlo.
staff-already = El caso #{ $number } ya estaba así; no hubo cambios.
staff-is-closed = El caso #{ $number } está cerrado. Primero ábralo con /reopen.

## Conversación

staff-partner-says =
    💬 <b>Socio</b> · <i>para contestarle, responda a este mensaje</i>
    <blockquote>{ $words }</blockquote>
staff-reply-empty = Escriba su respuesta después del comando: <code>/reply Buenas tardes…</code>
partner-staff-says =
    👤 <b>{ $who }</b>, del equipo del centro:
    <blockquote>{ $words }</blockquote>
    <i>Para contestar, responda a este mensaje.</i>
staff-partner-unreachable = ⚠ La última vez no se pudo escribir en el chat del socio. Se intentará igual; aquí verá si llegó.
partner-staff-sends =
    👤 <b>{ $who }</b>, del equipo del centro, le envía un archivo.
    <i>Para contestar, responda a este mensaje.</i>
staff-note-empty = Escriba la nota después del comando: <code>/note Llamar el lunes</code>
staff-noted = ✓ Nota guardada en el caso #{ $number }. El socio no la ve.
staff-changed-field = { $field }: <s>{ $before }</s> → { $after }
staff-shut-out = Se parecen, pero no se pueden proponer:
staff-shut-out-line = { $count } · { $gate }
