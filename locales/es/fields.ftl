## Detalles que se pueden agregar a una solicitud

field-summary = Resumen
field-gist = Idea en inglés
field-specifics = Requisitos o ventajas
field-ptypes = Tipo de socio
field-role = Papel del socio
field-targets = Países buscados
field-career = Etapa profesional
field-talent = Modalidad
field-period = Fechas
field-weeks = Duración
field-funding = Financiamiento
field-call = Convocatoria
field-budget = Presupuesto
field-keywords = Palabras clave
field-until = Vigente hasta
field-state = Estado

ask-summary =
    <b>Resuma su solicitud en pocas frases</b>
    Es lo primero que lee una posible contraparte. Si lo omite, usamos el comienzo de su descripción.
ask-gist =
    <b>¿Puede decirlo en inglés, en una o dos frases?</b>
    Sirve para que lo encuentren en los otros idiomas. Si lo omite, el equipo puede escribirlo.
    <i>Ejemplo: Low-cost moisture sensors for vineyards, seeking a field trial partner.</i>
ask-specifics-offers =
    <b>¿En qué es mejor que lo que ya existe?</b>
    Cifras antes que elogios.
    <i>Ejemplo: usa 70 % menos de agua que la evaporación; probado 8 meses en salmuera real</i>
ask-specifics-seeks =
    <b>¿Qué requisitos debe cumplir?</b>
    <i>Ejemplo: caudal de 5 m³/h, norma ISO 9001, entrega antes de octubre</i>
ask-ptypes =
    <b>¿Qué tipo de socio le sirve?</b>
    Elija uno o más y toque «Listo». Si lo omite, sirve cualquiera.
ask-role =
    <b>¿Qué haría el socio?</b>
    <i>Ejemplo: una empresa que fabrique el prototipo y lo pruebe con nosotros en terreno</i>
ask-targets =
    <b>¿En qué países busca?</b>
    Elija uno o más y toque «Listo». Si lo omite, buscamos en todos menos en el suyo.
ask-career = <b>¿Para qué etapa profesional?</b>
ask-talent = <b>¿Qué modalidad?</b>
ask-period =
    <b>¿Entre qué fechas?</b>
    Elija, o escriba desde cuándo y hasta cuándo.
    <i>Ejemplo: 03/2027 a 08/2027</i>
ask-weeks = <b>¿Cuánto duraría?</b>
ask-funding = <b>¿Quién lo financia?</b>
ask-call =
    <b>¿A qué convocatoria postula?</b>
    Escriba el nombre y, si la sabe, la fecha de cierre.
    <i>Ejemplo: ANID-NSFC 2027, cierra el 30/04/2027</i>
ask-budget =
    <b>¿Con qué presupuesto cuenta?</b>
    Lo ve solo el equipo. En dólares.
ask-keywords =
    <b>Palabras clave, hasta cinco</b>
    <i>Ejemplo: litio, adsorbentes, salmuera</i>
ask-until =
    <b>¿Hasta cuándo vale su solicitud?</b>
    Elija, o escriba una fecha. Si lo omite, vale seis meses o hasta que cierre la convocatoria.

period = { $from } – { $until }
day = { $date }

career-student = Estudiante
career-r1 = Doctorado en curso (R1)
career-r2 = Con doctorado (R2)
career-r3 = Investigación independiente (R3)
career-r4 = Liderazgo científico (R4)
career-technician = Personal técnico

talent-job = Puesto de trabajo
talent-funding = Beca o fondo
talent-hosting = Estadía
talent-exchange = Intercambio
talent-training = Pasantía o formación

weeks-4 = Hasta un mes
weeks-13 = Unos 3 meses
weeks-26 = Unos 6 meses
weeks-52 = Un año
weeks-104 = Dos años o más

span-m3 = 3 meses
span-m6 = 6 meses
span-m12 = 12 meses

funding-own = Fondos propios
funding-sought = Busca financiamiento
funding-offered = Ofrece financiamiento
funding-call = Una convocatoria

budget-under-10k = Menos de 10.000
budget-10k-50k = 10.000 a 50.000
budget-50k-250k = 50.000 a 250.000
budget-over-250k = Más de 250.000
budget-undisclosed = Prefiere no decirlo

wrong-not-english = Eso no parece inglés. Escriba una o dos frases en inglés, u omita este paso.
wrong-no-date = No reconozco esas fechas o ya pasaron. Escríbalas así: 03/2027 a 08/2027.
wrong-keyword-too-long = Cada palabra clave puede tener hasta { $most } caracteres. Sepárelas con comas.

choice-at-once = ⚡ { $label }
form-proposed = Por lo que escribió, podría ser uno de estos. Toque el que corresponda, o vea todos.
button-add = ＋ { $field }
button-details = ＋ Agregar detalles
button-fields = ← Volver a la revisión
button-clear = Quitar

## Preguntas que mejoran una solicitud

hints = 💡 <b>Para encontrar mejores contrapartes</b> (si prefiere, envíela así):
hint-line = • { $question }
hint-identifies = Parece que un texto incluye un nombre, contacto, enlace o patente. ¿Puede quitarlo? Se mostrará sin identificarlo.
hint-few-words = La descripción es breve. ¿Puede contar qué problema resuelve y qué ha hecho hasta ahora?
hint-no-figure = ¿Puede agregar una cifra o un requisito concreto?
hint-title-repeats = El título repite la primera frase. ¿Puede decir en él lo esencial?
hint-vague-role = ¿Qué haría exactamente el socio?
hint-own-country = Incluyó su propio país. ¿De verdad busca también ahí?
hint-no-gist = ¿Puede agregar una frase en inglés? Así lo encuentran también en los otros idiomas.

## Estado de una solicitud

request-submitted = Enviada
request-needs-info = Faltan datos
request-open = Abierta
request-paused = En pausa
request-expired = Vencida
request-fulfilled = Concluida
request-withdrawn = Retirada
request-rejected = No aceptada
request-archived = Archivada
request-erased = Borrada

request-means-submitted = Ya la tiene el equipo. Le avisaremos por este chat cuando la revise.
request-means-needs-info = El equipo necesita algo más para seguir. Modifíquela o responda por este chat; si en 30 días no hay respuesta, se retira sola.
request-means-open = El equipo la aprobó y busca contrapartes. Nadie verá su nombre sin su autorización.
request-means-paused = No se le buscan contrapartes hasta que la reactive.
request-means-expired = Se cumplió su plazo. Puede renovarla una vez; si no, se archiva en 90 días.
request-means-fulfilled = Ya no se le buscan contrapartes. Si falta algo, use /human.
request-means-withdrawn = Ya no se le buscan contrapartes. Puede pedir que se revise de nuevo o enviar otra.
request-means-rejected = Si no está de acuerdo o puede mejorarla, pida que se revise de nuevo. También puede consultar con /human.
request-means-archived = Quedó guardada y ya no cambia. Puede enviar otra cuando quiera.
request-means-erased = Solo quedan su número y su estado.

request-reason = Motivo: { $reason }
request-holds-until = Vigente hasta el { $date }.
reason-owner = usted o su organización la retiró
reason-found = se encontró contraparte
reason-elsewhere = se encontró contraparte por otra vía
reason-closed = el equipo cerró el caso
reason-no-answer = no hubo respuesta en 30 días
reason-scope = está fuera de lo que hace el centro
reason-duplicate = ya hay otra solicitud igual
reason-unclear = no queda claro qué se ofrece o se busca
reason-regulated = la ley la deja en manos de otra autoridad
reason-expired = se cumplió su plazo

own-still = Sí, sigue vigente
own-pause = Pausar
own-resume = Reactivar
own-renew = Renovar 6 meses
own-appeal = Pedir otra revisión
own-done = Ya está resuelta
own-found = Sí, con el centro
own-elsewhere = Por otra vía

request-confirmed = ✓ Anotado: la solicitud { $number } sigue vigente.
request-renewed-already = Esa solicitud ya se renovó una vez. Si la necesita, envíe una nueva.
done-how =
    <b>Solicitud { $number }: ¿encontró contraparte con ayuda del centro?</b>
    Dejaremos de buscarle otras.

remind-info =
    Seguimos esperando los datos que faltan en su solicitud <code>{ $number }</code>.
    { $title }
    Modifíquela o responda por este chat.
remind-still-valid =
    ¿Sigue vigente su solicitud <code>{ $number }</code>?
    { $title }
    Vale hasta el { $date }.
remind-ending =
    Su solicitud <code>{ $number }</code> vence el { $date }.
    { $title }
remind-paused =
    Su solicitud <code>{ $number }</code> lleva 30 días en pausa. ¿La reactivamos?
    { $title }

## Decisiones del equipo

decide-approve = ✓ Aprobar
decide-info = Pedir datos
decide-reject = No aceptar
decide-scope = Fuera de alcance
decide-unclear = Poco clara
decide-duplicate = Duplicada
decide-regulated = Materia regulada
decide-pause = Pausar
decide-resume = Reactivar

flag-dual-use = doble uso
flag-genetic = recursos genéticos
flag-health-data = datos de salud
flag-important-data = datos importantes o secretos de Estado

staff-flagged = ⚠ <b>Revisar: { $flags }.</b> No se empareja automáticamente.
staff-mentioned = ⚠ Mencionado: { $flags }.
staff-request-moved = 💬 La solicitud { $number } ahora está: { $state }.
staff-request-gone = Esa solicitud ya no existe.
staff-why-reject =
    <b>¿Por qué no se acepta la solicitud { $number }?</b>
    El socio verá el motivo y podrá pedir otra revisión.
staff-decided = { $who }: solicitud { $number } → <b>{ $state }</b>. El socio recibió el aviso.
staff-request-is = No se cambió nada: la solicitud { $number } está { $state }.

## Varios archivos a la vez

album-kept =
    { $count ->
        [0] No se recibió ningún archivo.
        [one] ✓ Un archivo recibido.
       *[other] ✓ { $count } archivos recibidos.
    }
album-refused = Sin recibir: { $count }. El máximo es { $most } por solicitud y { $megabytes } MB cada uno, en estos formatos: { $kinds }.
