## Formulario: comienzo y final

form-begin =
    <b>Nueva solicitud</b>
    Son unos minutos, una pregunta a la vez. El borrador se guarda solo; puede salir y volver, o hacerme una pregunta entremedio.
form-resumed = Seguimos donde quedó.
form-cancelled = El borrador se descartó. Lo que ya había enviado no cambia.
nothing-to-cancel = No hay nada en curso. ¿Qué necesita?
cancelled = Listo, lo dejamos hasta aquí. ¿Qué necesita?
form-question-unanswered =
    No tengo una respuesta revisada para esa pregunta; puede hacérsela a una persona.
    Si era su respuesta al formulario, envíela sin signos de pregunta.
form-none-open = Ese formulario ya no está abierto. Puede empezar una solicitud nueva.
form-saved = Su borrador quedó guardado. Se borra tras 30 días sin actividad; para seguir, toque «Continuar borrador».
form-old-button = Ese botón es de otro paso. Seguimos aquí:

## Respuestas que hay que corregir

wrong-not-a-choice = Para este paso, elija con los botones:
wrong-too-short = Falta algo de detalle: se necesitan al menos { $least } caracteres. Escríbalo de nuevo, más completo.
wrong-too-long = Tiene { $is } caracteres y el máximo es { $most }. Envíelo más breve.
wrong-no-contact = Ahí no veo un medio de contacto. Escriba un correo, un teléfono, o su cuenta de WeChat o Telegram; también puede tocar «Contésteme aquí».
wrong-nothing-chosen = Elija al menos una opción antes de tocar «Listo».
wrong-too-many = Puede elegir hasta { $most }. Toque una marcada con ✓ para quitarla.
wrong-no-such-sector = No encontré ese sector. Escríbalo con otra palabra o elija uno de la lista:

## Envío

request-taken = <b>Recibimos su solicitud <code>{ $number }</code></b>
request-taken-next = Una persona del equipo la revisará y le escribirá por este chat. Puede verla, modificarla o retirarla en /requests.
ask-review-amended =
    <b>Revise los cambios</b>
    Nada cambia hasta que toque «Enviar cambios».
ask-review =
    <b>Revise su solicitud</b>
    Si algo no está bien, toque su botón y corríjalo. Luego, envíela.
consent-request =
    <b>Antes de enviar, su consentimiento</b>
    • <b>Responsable:</b> el Centro de Cooperación e Innovación China-Chile; contacto: /human
    • <b>Para qué:</b> gestionar esta solicitud y buscar contrapartes
    • <b>Datos:</b> los de este formulario, su idioma y su número de chat de Telegram
    • <b>Quién los ve:</b> el equipo del centro. Ninguna contraparte verá su nombre ni su contacto sin otra autorización suya para ella
    • <b>Países:</b> el equipo puede estar en Chile; el centro asociado en Dongguan, China, solo con otro consentimiento
    • <b>Plazo:</b> mientras esté abierta y hasta 12 meses después, o hasta que pida borrarla. Borradores, 30 días
    • <b>Derechos:</b> /mydata, /forget, /privacy; puede retirar el consentimiento cuando quiera
    • Si no acepta, puede seguir preguntando sin costo
    • Telegram es otra empresa; los chats con bots no van cifrados de extremo a extremo

## Una pregunta del formulario

form-progress = <i>Paso { $at } de { $of }</i>
form-chosen = ✓ { $chosen }
form-now =
    Ahora dice:
    <blockquote>{ $value }</blockquote>
choice-chosen = ✓ { $label }

## Una persona

human-invite = Escriba su consulta en un mensaje. La leerá una persona del equipo y le responderá por este chat. Para salir: /cancel
human-invite-about =
    Sobre «{ $question }»: ¿qué quiere preguntar a una persona del equipo?
    Escríbalo en un mensaje. Para salir: /cancel
human-passed-on =
    Su consulta <b>#{ $number }</b> ya está con el equipo.
    Le responderán por este chat; mientras tanto, puede seguir preguntando.
words-passed-on = ✓ Enviado al equipo. Le responderán por este chat.

## Archivos

file-what-for =
    ¿Para qué es el archivo?
    Para una solicitud: ábrala y envíelo ahí. Para el equipo: escriba primero su consulta y después envíelo.
file-passed-on = ✓ { $name }: enviado al equipo.
file-too-many = Ya hay { $most } archivos, el máximo por solicitud. Este no se agregó.
file-kept = ✓ { $name }: adjuntado ({ $count } de { $most }).
file-wrong-kind = No puedo recibir ese tipo de archivo. Envíelo en uno de estos formatos: { $kinds }.
file-too-big = El archivo supera los { $most } MB. Envíe uno más liviano o un enlace.

## Mis solicitudes

requests-none = Aún no tiene solicitudes enviadas.
requests =
    <b>Sus solicitudes</b>
    Toque una para verla, modificarla o retirarla.
requests-line = { $number } · { $state } · { $title }
request-not-yours = No encuentro la solicitud { $number } entre las suyas. Puede verlas en /requests.
reference-mistyped = En «{ $typed }» parece haber un dígito equivocado. Revíselo, o vea sus solicitudes en /requests.
reference-shape = Los números son así: <code>CL-2026-00042-7</code>. Escriba /status y el número, o vea sus solicitudes en /requests.
request-gone = Esa solicitud ya no está disponible o ya no admite cambios. Vea las suyas en /requests.
request-head = <b>Solicitud <code>{ $number }</code></b> · { $state }
amend-draft-open = Tiene un borrador sin terminar. Envíelo o descártelo, y después podrá modificar esta solicitud.
request-amended = Los cambios de la solicitud <code>{ $number }</code> ya están con el equipo. Puede verla en /requests.
withdraw-really =
    <b>¿Retirar la solicitud { $number }?</b>
    { $title }
    Dejaremos de buscarle contrapartes y se cerrará. No se puede deshacer, pero puede enviar otra.

## Recordatorios

draft-erased = Su borrador se borró tras 30 días sin actividad. Lo que ya había enviado no cambia. Para empezar otro: /request
draft-reminder = Tiene una solicitud sin terminar. La guardamos { $days } días desde su última actividad; este es el único recordatorio.
form-cancel-really = ¿Descarta este borrador? Se borra lo escrito hasta ahora.
