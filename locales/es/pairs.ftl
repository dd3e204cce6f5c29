## Tarjeta sin nombres

blind-head = <b>Una posible contraparte para su solicitud <code>{ $number }</code></b>
blind-head-by-hand = <b>Lo que se le puede mostrar, sin nombres</b>
blind-sample = 🧪 <b>Ejemplo inventado.</b> No hay nadie detrás: sirve para mostrar cómo funciona.
field-partner = Tipo y tamaño
blind-summary =
    <b>Resumen ({ $language }):</b>
    <blockquote>{ $words }</blockquote>
blind-gist = <b>En inglés:</b> { $words }
blind-period = <b>Fechas:</b> { $from } – { $until }
blind-call = <b>Convocatoria:</b> { $words }
blind-why =
    <b>Por qué calza</b>
    { $lines }
blind-check = <b>Conviene revisar:</b> { $parts }
blind-unknown = <b>No se sabe:</b> { $parts }
blind-masked = <i>{ $mark }: dato oculto hasta que ambas partes acepten.</i>
blind-what-now = ¿Le interesa? Nadie verá su nombre por responder. Tiene 14 días.
button-card-accept = ✓ Me interesa
button-card-ask = ? Preguntar
button-card-decline = ✗ No, gracias

## Lo que responde cada parte

pair-yes = ✓ Anotado: le interesa. Ahora le toca al equipo y a la otra parte; le avisaremos por este chat.
pair-ask = ¿Qué quiere saber antes de decidir? Escríbalo en un mensaje, sin datos que lo identifiquen. Para salir: /cancel
pair-question-passed = ✓ Su pregunta ya está con el equipo. La tarjeta sigue abierta: puede aceptarla o rechazarla cuando quiera.
pair-why-not = ¿Por qué no? Su respuesta es solo para el equipo y mejora las próximas sugerencias.
pair-declined = Anotado. No volveremos a proponerle esta contraparte, salvo que cambie su propuesta.
pair-name-given = ✓ Guardamos su autorización. Nada se envía hasta que ambas partes autoricen y el equipo las presente. Puede retirarla en /privacy.
pair-ended = Sobre su solicitud <code>{ $number }</code>: la contraparte que le mostramos ya no está disponible. Seguimos buscando otras.
pair-gone = Esa propuesta ya no está disponible. Vea sus solicitudes en /requests.
release-across = <b>Las dos partes quieren conocerse.</b> La otra parte está en { $country }.
release-given =
    Se le entregaría solo esto:
    <b>Nombre:</b> { $name }
    <b>Contacto:</b> { $contact }
button-release-name = ✓ Autorizo para esta contraparte
button-keep-name = ✗ No autorizo
introduced =
    🤝 <b>Les presentamos</b>
    Ambas partes aceptaron y autorizaron el contacto.

    <b>{ $name }</b>
    { $what }
    { $title }
    <b>Contacto:</b> { $contact }

    Escríbanse cuando quieran; el equipo del centro queda disponible en /human.
introduced-person = una persona que actúa por su cuenta
introduced-here = por este bot: escriba con /human y el equipo los pone en contacto
pair-asked = Esta tarjeta espera su respuesta.
pair-accepted = Ya dijo que le interesa. Le avisaremos por este chat.
pair-question = Su pregunta está con el equipo.
pair-name-wanted = Falta su autorización para dar su nombre.
pair-released = Ya autorizó. Falta que el equipo los presente; le avisaremos por este chat.
pair-mutual = Ambas partes autorizaron. El equipo los presentará por este chat.
pair-over = Esa propuesta ya no está abierta. Vea sus solicitudes en /requests.
pair-introduced = Ya fueron presentados: el contacto está más arriba en este chat.

## Equipo: contrapartes

button-approve = ✓ Aprobar M{ $number }
button-dismiss = ✗ Descartar M{ $number }
button-answered = Pregunta respondida
button-hand-yes = ✓ Dijo que sí y autoriza dar su contacto
button-hand-no = ✗ Dijo que no
button-introduce = 🤝 Presentarlos
staff-read-across = 🔓 También puede leerlo el centro asociado en: { $country }
staff-read-here = 🔒 No compartir con el centro asociado en: { $country }
staff-pair-gone = No hay una contraparte M{ $number } abierta.
staff-pair-stands = M{ $number } está ahora así: <b>{ $state }</b>. No hubo cambios.
staff-pair-offered = ✓ M{ $number }: la primera parte ya tiene la tarjeta sin nombres. Tiene 14 días para responder.
staff-pair-offered-sample = ✓ M{ $number }: la tarjeta se envió marcada como ejemplo. Es una organización inventada: no se podrá presentar a nadie.
staff-pair-sample = 🧪 M{ $number } es un ejemplo inventado: no hay a quién contactar y no se puede presentar.
staff-pair-waits = M{ $number } está aprobada. Falta que una de las partes autorice mostrar su tarjeta; ya se le preguntó, y seguirá sola cuando acepte.
staff-pair-before = M{ $number } ya se ofreció con estos mismos textos. No se ofrece dos veces.
staff-pair-why = ¿Por qué se descarta M{ $number }?
staff-pair-dismissed = ✓ M{ $number } quedó cerrada.
staff-pair-accepted = ✓ M{ $number }: una parte dijo que le interesa.
staff-pair-declined = ✗ M{ $number }: una parte dijo que no. Motivo: { $why }.
staff-pair-ended = M{ $number } quedó cerrada. Quien había visto la tarjeta recibió un aviso neutro.
staff-pair-asked =
    💬 <b>Pregunta sobre M{ $number }</b>
    <blockquote>{ $words }</blockquote>
    Responda a este mensaje, sin nombres de la otra parte. Después toque el botón y la tarjeta se muestra de nuevo.
staff-pair-answered = ✓ M{ $number }: la tarjeta se mostró de nuevo.
staff-pair-by-hand =
    ☎ <b>M{ $number }: hay que contactar a { $who }</b>
    No tiene chat con el bot. La primera parte ya aceptó.
staff-pair-by-hand-how = Muéstrele solo lo de arriba, sin el nombre de la otra parte, y anote lo que responda:
staff-pair-hand-yes = ✓ M{ $number }: anotado. Ahora se pide a la primera parte que autorice dar su nombre.
staff-pair-mutual = 🤝 <b>M{ $number }: ambas partes aceptaron y autorizaron dar sus nombres.</b> Al presentarlas, cada una recibe el nombre y el contacto de la otra en el mismo momento.
staff-pair-introduced = ✓ M{ $number }: ambas partes recibieron el contacto de la otra.
staff-introduce-how = Escriba el número de la contraparte: <code>/introduce 5</code>. Si no tiene chat, agregue el contacto que eligió.
staff-introduce-contact = Falta el contacto que eligió la otra parte, porque no tiene chat. Escriba: <code>{ $command }</code>

## Equipo: lo que sigue a una presentación

course-opened = 🤝 <b>M{ $number }: presentados.</b> ¿Hasta dónde han llegado? Si no hay novedades en 14 días, se lo recordaremos.
course-moved = ✓ M{ $number }: <b>{ $course }</b> · 👤 { $who }
course-stands = M{ $number } está en <b>{ $course }</b>. No hubo cambios.
course-none = M{ $number } todavía no se ha presentado.
course-which-agreement = ¿Qué se acordó en M{ $number }?
course-why-none = ¿Por qué no hubo acuerdo en M{ $number }?
course-silent = ⏳ <b>M{ $number }: 14 días sin novedades.</b> Quedó como detenida. ¿Cómo va?
course-how-goes-it = 📅 M{ $number } · { $course }: ¿cómo va? (consulta { $time })
button-course-contacted = Se escribieron
button-course-meeting = Reunión
button-course-negotiating = Negocian
button-course-agreement = Acuerdo…
button-course-no-agreement = Sin acuerdo…

## Estados de una contraparte

match-state-suggested = sugerida
match-state-approved = aprobada, falta una autorización
match-state-offered-first = con la primera parte
match-state-accepted-first = la primera parte aceptó
match-state-offered-second = con la segunda parte
match-state-mutual = ambas autorizaron: falta presentarlas
match-state-introduced = presentadas
match-state-question = con una pregunta
match-state-declined = rechazada
match-state-dismissed = descartada
match-state-lapsed = sin respuesta a tiempo
match-state-stale = ya no vigente

## Motivos

end-not-relevant = No es lo que se busca
end-stage = La etapa no sirve
end-conditions = Las condiciones no sirven
end-timing = No es el momento
end-has-partner = Ya hay contraparte
end-capacity = No hay capacidad
end-regulated = Materia regulada
end-same-group = Mismo grupo u organización
end-sample = Es un ejemplo
end-keeps-name = No quiere dar su nombre
end-other = Otro motivo

## Curso de una presentación

course-assigned = presentados
course-contacted = se escribieron
course-meeting = reunión
course-negotiating = negocian
course-agreement = acuerdo
course-no-agreement = sin acuerdo
course-stalled = detenida
agreement-kind-mou = Memorando (MoU)
agreement-kind-nda = Confidencialidad (NDA)
agreement-kind-licence = Licencia
agreement-kind-research = I+D conjunta
agreement-kind-supply = Compra o suministro
agreement-kind-investment = Inversión
agreement-kind-exchange = Estadía o intercambio
agreement-kind-other = Otro acuerdo
no-agreement-no-fit = No calzaban
no-agreement-terms = Condiciones o precio
no-agreement-funding = Falta de fondos
no-agreement-timing = Plazos
no-agreement-silence = Una parte dejó de responder
no-agreement-elsewhere = Encontró otra contraparte
no-agreement-other = Otro motivo
