## Plazos

desk-due = ⏰ Responder antes de las { $time } del { $date } (hora del centro)
desk-stands = ⏸ Esperamos la respuesta del socio.
desk-snoozed = 💤 Sin avisos hasta las { $time } del { $date }
desk-snoozed-reply = 💤 Sin avisos hasta que escriba el socio
desk-time = 🕐 { $country }: { $hours } h. Cuando aquí son las { $here }, allá son las { $there }.
desk-time-same = 🕐 { $country }: la misma hora que aquí
desk-due-in = vence en { $time }
desk-late = ⚠ vencido hace { $time }

## Avisos

staff-mention = <a href="tg://user?id={ $user }">{ $who }</a>
remind-owner = ⏰ { $who }: el socio espera respuesta en el caso #{ $number }. Venció hace { $late }.
remind-unclaimed =
    <b>⏰ { $count ->
        [one] Un caso sin responsable pasó su plazo
       *[other] { $count } casos sin responsable pasaron su plazo
    }</b>
remind-escalated =
    <b>🔴 { $count ->
        [one] Un caso sigue sin respuesta tras dos avisos
       *[other] { $count } casos siguen sin respuesta tras dos avisos
    }</b>
    Cualquiera puede pasarlo a otra persona.
remind-line = <b>#{ $number }</b> · { $name } · vencido hace { $late } · 👤 { $who }
remind-nobody = nadie
remind-more = … y { $count } más: /queue
remind-awake = ⏰ { $who }: terminó la pausa del caso #{ $number }.

## Pausas

button-snooze-1d = 💤 1 día
button-snooze-3d = 💤 3 días
button-snooze-7d = 💤 1 semana
button-snooze-reply = 💤 Hasta que escriba
button-snooze-end = ⏰ Sin pausa
snooze-choose =
    ¿Hasta cuándo pausar los avisos del caso #{ $number }? El plazo sigue corriendo.
    También: <code>/snooze 3d</code> o <code>/snooze 01-12-2026</code>
snooze-unread =
    No entendí hasta cuándo pausar el caso #{ $number }. Escriba días hábiles (<code>/snooze 3d</code>), una fecha dentro de los próximos 60 días hábiles (<code>/snooze 01-12-2026</code>) o elija:
snooze-take-first = El caso #{ $number } no tiene responsable. Tómelo primero con /claim.
snooze-ended = ⏰ Caso #{ $number }: avisos activados.
snooze-until-reply = 💤 Caso #{ $number }: sin avisos hasta que escriba el socio.
snooze-until = 💤 Caso #{ $number }: sin avisos hasta las { $time } del { $date }.

## Pasar casos

button-next = Tomar el siguiente
button-assign = Pasar a…
button-assign-number = Pasar #{ $number }
button-give = { $who } ({ $has })
assign-choose = ¿A quién pasar el caso #{ $number }? Entre paréntesis, los casos que ya tiene cada persona.
assign-not-staff = Esa persona ya no es del equipo.
assign-given = 👤 { $by } pasó el caso #{ $number } a { $to }.
assign-left = 👤 { $who } dejó el equipo: el caso #{ $number } vuelve a la cola.

## Envíos y correcciones

receipt-waiting = ⏳ En espera: Telegram pide una pausa de { $seconds } s. Se enviará solo.
receipt-no-answer = ⏳ En espera: Telegram no responde. Se sigue intentando solo.
receipt-blocked = ⚠ No se entregó: el socio bloqueó el bot. Escríbale al contacto de la ficha; si vuelve a escribir aquí, podrá responderle.
receipt-account-gone = ⚠ No se entregó: esa cuenta de Telegram ya no existe. Use el contacto de la ficha.
receipt-refused = ⚠ No se entregó. Telegram dice: <code>{ $why }</code>
receipt-corrected = ✎ Corregido: el socio ve el texto nuevo.
receipt-taken-back = ↩ Retirado: el socio ya no lo ve.
correct-too-late = ⚠ Pasaron más de 48 horas: Telegram ya no deja cambiar ni retirar ese mensaje. Escríbale otro con /reply.
correct-never-arrived = ⚠ Ese mensaje no llegó al socio: no hay nada que cambiar.
correct-not-words = ⚠ El pie de un archivo no se puede corregir. Retírelo con /undo y envíelo de nuevo.
undo-nothing = No hay ninguna respuesta suya que retirar en el caso #{ $number }.
undo-before-it-left = ↩ Retirado antes de salir: el socio no lo vio.
difference-gone = <s>{ $words }</s>
difference-new = <b>{ $words }</b>

## Cifras

stats-title = La mesa en cifras
stats-days = Últimos { $days } días · { $date }
stats-number = { $count }
stats-share = { $percent } %
stats-line = { $label }: { $value }
stats-group = <b>{ $title }</b>: { $bars }
stats-head = <b>{ $title }</b> · { $days }
stats-none = Sin datos todavía
stats-waiting = En espera
stats-taken = En curso
stats-late = Vencidos
stats-in-time = A tiempo
stats-age = En espera, por antigüedad
stats-answers = Respuestas
stats-funnel = De la solicitud al acuerdo
stats-kind = Solicitudes por tipo
stats-sector = Solicitudes por sector
stats-language = Casos por idioma
stats-age-day = Menos de 1 día
stats-age-three-days = De 1 a 3 días
stats-age-week = De 3 a 7 días
stats-age-longer = Más de 1 semana
stats-answers-in-time = A tiempo
stats-answers-late = Tarde
stats-funnel-sent = Enviadas
stats-funnel-taken = Tomadas
stats-funnel-answered = Respondidas
stats-funnel-matched = Con contrapartes
stats-funnel-introduced = Presentadas
stats-funnel-agreed = Con acuerdo

## Quién toma qué

route-suggested = 💡 Sugerencia: { $who }
route-place-freed = 💡 { $who } tiene un lugar: ¿toma el caso #{ $number }?
me =
    <b>Mesa de { $who }</b>
    Casos: { $has } · se le sugieren hasta: { $capacity }
    Horario: { $hours }
    Idiomas: { $langs }
    Sectores: { $sectors }
    Países: { $countries }

    <i>Con «+» se le sugieren casos nuevos; los botones eligen cuáles primero.</i>
me-all = todo
me-none = ninguno
button-me-more = ➕ Un caso más
button-me-less = ➖ Uno menos
button-me-hours = 🕐 { $country }
button-me-sectors = Sectores…
button-me-countries = Países…
button-me-back = ‹ Volver

## Buscar

find-what = Escriba qué buscar: <code>/find litio</code>
find-nothing = No encontré nada con «{ $words }».
find = 🔎 <b>{ $words }</b>
find-lead = <b>#{ $number }</b> · { $name } · { $state }
find-words = <blockquote>{ $words }</blockquote>
find-organisation = 🏛 { $name }
button-lead = #{ $number }
history = <b>Historia del caso #{ $number }</b>
history-house = sistema
history-partner = socio
history-line = { $date }, { $time } · { $who } · { $what }
history-opened = caso abierto
history-submitted = solicitud enviada
history-open = solicitud en curso
history-closed = solicitud cerrada
history-withdrawn = solicitud retirada
history-amended = solicitud modificada
history-approve = aprobó la solicitud
history-ask-info = pidió más datos
history-answer = llegaron los datos
history-reject = rechazó la solicitud
history-appeal = solicitud revisada de nuevo
history-pause = pausó la solicitud
history-resume = reanudó la solicitud
history-confirm = confirmó que sigue vigente
history-expire = solicitud vencida
history-renew = renovó la solicitud
history-fulfil = solicitud cumplida
history-withdraw = retiró la solicitud
history-archive = solicitud archivada
history-erase = solicitud borrada
history-take = tomó el caso
history-give = pasó el caso
history-release = devolvió el caso
history-close = cerró el caso
history-reopen = reabrió el caso
history-merge = unió el caso a otro
history-merged = unió otro caso a este
history-snooze = pausó los avisos
history-wake = reanudó los avisos
history-word-changed = corrigió un mensaje
history-word-taken-back = retiró un mensaje
history-identity-viewed = vio el contacto

## Respuestas preparadas

canned-none = No hay respuestas preparadas.
canned-choose = Respuestas preparadas para el caso #{ $number }. Primero se muestran; nada se envía todavía.
canned-preview =
    Así la leerá el socio:
    <blockquote>{ $words }</blockquote>
canned-missing = ⚠ No se puede enviar: falta { $missing }. Escriba la respuesta con /reply.
canned-gone = Esa respuesta preparada ya no existe. Vea /canned
canned-sent-already = ✓ Esa respuesta ya se envió.
button-canned = Respuestas…
button-canned-send = Enviar al socio
canned-day = { $date }
variable-reference = el número de la solicitud
variable-title = el título de la solicitud
variable-organisation = el nombre de la organización
variable-staff = su nombre
variable-next-day = la fecha

## Contacto del socio

button-identity = Ver contacto
identity =
    📇 <b>{ $number }</b>: { $contact }
    <i>Solo para quien tiene el caso. Quedó registrado que lo vio.</i>
identity-none = Esta solicitud no tiene otro contacto: responda por este chat.
identity-take-first = Tome primero el caso #{ $number }: solo quien lo tiene ve el contacto.
identity-in-private = Se lo envié a su chat privado.

## Problemas del grupo

retold = ↻ <b>Este tema es nuevo porque el anterior fue borrado. Lo último que se dijo:</b>
retold-partner = Socio
retold-line = <b>{ $who }</b>: { $words }
trouble-topics = ⚠ <b>No puedo abrir temas en este grupo.</b> Los casos nuevos esperan y no se pierden. Un administrador debe darme el permiso «Administrar temas»; después aparecen solos.
trouble-pin = ⚠ No puedo fijar mensajes en este grupo: las fichas quedan sin fijar. Un administrador debe darme el permiso «Fijar mensajes».
trouble-group-moved = ℹ Telegram convirtió este grupo en supergrupo; sigo aquí y los casos vuelven a mostrarse. Anote el número nuevo en la configuración: <code>PUENTE_STAFF_CHAT={ $number }</code>

## Repetidos

repeats-own = 🔁 Parece repetir el caso #{ $number } del mismo socio ({ $state }).
repeats-other = 🔁 Se parece al caso #{ $number }, de otro socio ({ $state }).
merged-into = 🔗 Unido al caso #{ $number }: lo que se diga sigue allí.
merged-here = 🔗 Con lo dicho en { $numbers }
button-merge = 🔗 Unir #{ $from } a #{ $number }
merge-into-what = ¿A qué caso unir el #{ $number }? Escriba su número: <code>/merge 12</code>
merge-with-itself = El caso #{ $number } no se puede unir a sí mismo.
merge-other-partner = Los casos #{ $one } y #{ $other } son de socios distintos y no se pueden unir: uno leería lo del otro.
merge-the-other-way = El caso #{ $one } tiene una solicitud y el #{ $other } no. Únalos al revés: en el tema de #{ $other } escriba <code>/merge { $one }</code>
merge-under-way = La solicitud del caso #{ $number } ya tiene presentaciones en marcha. Termínelas antes de unirlo, o una el otro caso a este.
staff-merged = 🔗 { $who } unió el caso #{ $number } al #{ $other }. Para separarlos: /reopen
staff-merged-here = 🔗 <b>{ $who } unió a este el caso #{ $number }</b> ({ $name }). Lo que se dijo en él:
notice-merged = 🔗 Su consulta o solicitud <b>{ $number }</b> trata de lo mismo que <b>{ $other }</b>. El equipo sigue con ambas bajo <b>{ $other }</b>; no hace falta que repita nada.

## Solo lectura

reads-only = 👁 Usted puede leer, pero no actuar. Un administrador puede cambiarlo con /readers
readers =
    <b>Quién solo puede leer</b>
    Toque un nombre para cambiarlo. Quien solo lee no toma casos, no responde y no ve contactos; lo que tenía vuelve a la cola.
readers-nobody = Todavía no hay nadie más en el equipo.
button-reader = 👁 { $who }: solo lee
assign-reads-only = { $who } solo puede leer. Elija a otra persona.
button-worker = ✍ { $who }: trabaja
reader-now = 👁 { $who } ahora solo puede leer: el caso #{ $number } vuelve a la cola.
was-away = 🔌 <b>Estuve fuera de línea desde las { $from_time } del { $from_date } hasta las { $to_time } del { $to_date }.</b>
was-away-answered = Lo que los socios escribieron en ese tiempo se responde ahora.
was-away-too-long = Telegram guarda los mensajes solo 24 horas: lo escrito antes de las { $time } del { $date } no llegó. Pregunte a quienes esperaban algo.

tag-how = 🏷 Etiquetas: <code>/tag litio urgente</code> las pone, <code>/tag -urgente</code> la quita, <code>/find #litio</code> busca los casos. En uso:
tag-wrong = No sirve como etiqueta: { $word }. Use letras, cifras o guiones, hasta { $most } caracteres.
tag-too-many = Un caso lleva hasta { $most } etiquetas. Quite alguna con <code>/tag -etiqueta</code>.
tag-now = 🏷 Caso #{ $number }: { $tags }
tag-none = sin etiquetas
