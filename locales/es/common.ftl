## Fallas

apology =
    Algo falló de nuestro lado y su último mensaje no se procesó. Quedó anotado para revisarlo.
    Inténtelo de nuevo en unos minutos.

## Bajo una respuesta

button-helped = 👍
button-not-helped = 👎
button-human-short = 👤 Una persona
button-none-of-these = Ninguna de estas
button-human = 👤 Hablar con alguien
button-browse = Ver por temas
button-vote-down-unknown = 👎 No me ayudó
button-menu = Menú

## Temas

button-page-before = ← Anterior
button-categories = Todos los temas
button-page-after = Siguiente →

## Fichas y formulario

review-line = <b>{ $field }:</b> { $value }
button-new-request = Nueva solicitud
button-resume = Continuar borrador
button-skip = Omitir
request-matches =
    { $count ->
        [0] Por ahora no hay contrapartes sugeridas; el equipo seguirá buscando.
        [one] Hay <b>una posible contraparte</b>. El equipo la revisa antes de contactar a nadie.
       *[other] Hay <b>{ $count } posibles contrapartes</b>. El equipo las revisa antes de contactar a nadie.
    }
button-status = Ver la solicitud
consent-version = <i>Versión de este texto: { $version }</i>
button-for-myself = Actúo por mi cuenta
button-fewer = ← Primeros países
button-more = Más países
button-answer-here = Contésteme aquí
button-agree = Acepto
button-send-changes = Enviar cambios
button-send = Enviar solicitud
button-edit = Editar: { $field }
button-done = Listo
button-back = ← Atrás
button-save = Guardar y salir
button-cancel = Descartar

## Mensajes y comandos

words-too-long = El mensaje tiene { $is } caracteres y el máximo es { $most }. Acórtelo o envíelo en partes.
button-unknown = Este botón ya no funciona. Escriba /start para ver el menú.
ask-invite =
    Escriba su pregunta con sus palabras. Por ejemplo:
    <i>¿Cómo obtiene RUT una empresa china?</i>
    <i>¿Cómo registro mi marca en China?</i>
command-unknown = No conozco ese comando. En /help están todos.
other-what-works = Puede escribirme, usar los botones o enviar un documento o una imagen (PDF, Word, Excel, JPG).

## Menú

button-ask = Hacer una pregunta
button-my-requests = Mis solicitudes

## Bienvenida, idioma y ayuda

welcome =
    <b>Le damos la bienvenida a Puente</b>
    Soy el asistente automático del Centro de Cooperación e Innovación China-Chile.
welcome-what =
    • <b>Pregunte</b> sobre normas y trámites entre Chile y China: respuestas revisadas y con fuente.
    • <b>Envíe una solicitud</b> de cooperación y buscamos contrapartes.
    • <b>Hable con una persona</b> del equipo cuando lo prefiera.
welcome-privacy = Lo que escribe aquí lo trata el centro; Telegram es otra empresa. Más en /privacy.
welcome-brief =
    Soy Puente, el asistente automático del Centro de Cooperación e Innovación China-Chile.
    También recibo propuestas de cooperación: /help · Sus datos: /privacy
menu = ¿Qué necesita? Elija una opción o escriba su pregunta.
help =
    <b>Cómo usar este chat</b>
    Escriba su pregunta con sus palabras, o use un comando:
help-admin = <b>Administración</b>
help-command = { $name }: { $does }
language-which = ¿En qué idioma prefiere que sigamos?
language-is-now = Seguimos en español.
language-present = ✓ { $name }

## Privacidad y datos propios

privacy =
    <b>Sus datos en este chat</b>

    <b>Responsable:</b> el Centro de Cooperación e Innovación China-Chile. Pida sus datos exactos con /human.
    <b>Qué guardamos:</b> su número de usuario y de chat, su idioma, sus preguntas y, si los envía, sus solicitudes, archivos y mensajes al equipo.
    <b>Para qué:</b> responderle, gestionar sus solicitudes, buscar contrapartes y mejorar las respuestas.
    <b>Quién los ve:</b> el equipo del centro, que puede estar en Chile. El centro asociado en Dongguan, China, solo con otro consentimiento suyo. Una contraparte verá su nombre y contacto solo si usted lo autoriza para ella.
    <b>Plazos:</b> borradores, 30 días sin actividad. Preguntas, 90 días asociadas a usted; después, sin su identidad. Solicitudes, mientras estén abiertas y hasta 12 meses después; los mensajes sobre ellas, hasta 24; o hasta que use /forget.
    <b>Telegram</b> es otra empresa y los chats con bots no van cifrados de extremo a extremo. No envíe secretos ni documentos de identidad.

    <b>Qué puede hacer</b>
    /mydata: recibir una copia de sus datos
    /forget: borrarlos y retirar su consentimiento
    /requests: cambiar o retirar una solicitud
    /human: preguntar o reclamar ante el equipo
    /privacy: volver a leer este aviso

    No aceptar el consentimiento de una solicitud no tiene costo: puede seguir preguntando.
my-data = Aquí están los datos que guardamos de usted. Para borrarlos, use /forget.
forget-really =
    <b>¿Borrar todos sus datos?</b>
    Se borran sus preguntas, borradores, solicitudes y mensajes al equipo. Sus solicitudes abiertas se retiran. No se puede deshacer.
    Si quiere una copia, pida antes /mydata.
button-forget = Sí, borrar todo
button-keep = No, mantener
forgotten =
    <b>Sus datos se borraron de nuestros registros.</b>
    Solo quedan el número y el estado de cada solicitud, sin su nombre, y una huella cifrada que impide que un respaldo los reponga.
    Las copias en el grupo de Telegram del equipo se borran a mano: puede pedirlo con /human. Este chat lo borra usted en Telegram.

## Solicitudes propias

button-amend = Modificar
button-withdraw = Retirar
button-really-withdraw = Sí, retirar

## Equipo

button-take = Tomar
button-release = Devolver a la cola
button-close = Cerrar
button-reopen = Reabrir
button-matches = Ver contrapartes
button-take-number = Tomar #{ $number }
not-allowed = Usted no tiene acceso a esa función. En /help está lo que puede usar.

## Fechas

date =
    { $day } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    } de { $year }
button-drop = Descartar
button-all-sectors = Todos los sectores
# Words that only greet or thank, comma-separated; never shown.
greetings = hola, holi, buenas, buenos días, buenas tardes, buenas noches, hola buenos días, hola buenas tardes, qué tal, gracias, muchas gracias, ok, vale
# Words that only call for help, likewise.
help-words = ayuda, ayúdame, ayúdeme, ayúdenme, necesito ayuda, me ayudan, me ayuda, me ayudas, cómo funciona, cómo funciona esto, cómo se usa, cómo se usa esto, cómo se usa este bot, cómo uso este bot, qué puedo hacer aquí, qué puedo hacer acá, qué puedo preguntar, instrucciones, comandos, opciones, menú
