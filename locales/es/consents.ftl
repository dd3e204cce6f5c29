## Consentimientos

consents-head = <b>Sus autorizaciones</b>
consent-stands = ✓ { $what } · dada el { $date } (versión { $version })
consent-not-given = ○ { $what } · no dada
button-consent-back = Retirar: { $what }
button-consent-show = Leer y decidir: { $what }
button-consent-yes = ✓ Autorizo
button-consent-no = ✗ No autorizo
consent-given = ✓ Guardamos su autorización: { $what }. La ve y la retira cuando quiera en /privacy.
consent-refused = Está bien: no se autoriza. No cambia nada de lo demás, y puede decidir otra cosa en /privacy.
consent-withdrawn = ✓ Retirada: { $what }. Lo que dependía de ella quedó cerrado.
consents-may-be-given = <b>Si quiere</b>, puede autorizar algo más. Cada botón muestra primero el texto completo; no autorizar no tiene costo.
consent-card-wanted = <b>Hay una posible contraparte para su solicitud <code>{ $number }</code>.</b> Para mostrarle su tarjeta sin nombre falta su autorización:
consent-card =
    <b>Mostrar mi tarjeta sin nombre a posibles contrapartes en: { $country }</b>
    • <b>Para qué:</b> que una posible contraparte diga si le interesa
    • <b>Datos:</b> tipo y tamaño de su organización, país, título, resumen, sectores, etapa, protección, cooperación e idiomas; nunca su nombre, contacto ni archivos
    • <b>Quién los recibe:</b> solo contrapartes que el equipo elige una a una, en el país indicado
    • <b>Plazo:</b> mientras la solicitud esté abierta
consent-release =
    <b>Dar mi nombre y mi contacto a esta contraparte</b>
    • <b>Para qué:</b> que puedan escribirse directamente
    • <b>Datos:</b> solo el nombre y el contacto de arriba, y el título de la solicitud
    • <b>Quién los recibe:</b> solo esta contraparte, en el país indicado, y solo si ella también autoriza
    • <b>Plazo:</b> una vez entregados no se pueden recoger; hasta entonces puede retirarla
consent-abroad =
    <b>Dejar que el equipo del centro asociado en este país lea mis datos: { $country }</b>
    • <b>Para qué:</b> atender su solicitud desde ambos lados
    • <b>Datos:</b> sus solicitudes, con nombre y contacto, y sus mensajes al equipo
    • <b>Quién los recibe:</b> solo el personal de ese centro asociado; es un traslado de datos a otro país
    • <b>Plazo:</b> mientras la solicitud esté abierta y hasta 12 meses después
consent-news =
    <b>Recibir noticias y eventos por este chat</b>
    • <b>Para qué:</b> avisarle de convocatorias, visitas y seminarios
    • <b>Datos:</b> su número de chat, su idioma y sus sectores
    • <b>Quién los recibe:</b> solo el equipo del centro
    • <b>Plazo:</b> hasta que la retire
consent-common =
    • <b>Responsable:</b> el Centro de Cooperación e Innovación China-Chile; contacto: /human
    • <b>Derechos:</b> /mydata, /forget, /privacy; la retira con un toque en /privacy
    • No autorizar no tiene costo ni limita lo demás
    • Telegram es otra empresa; los chats con bots no van cifrados de extremo a extremo
consent-kind-request = Gestionar mis solicitudes
consent-kind-card = Mostrar mi tarjeta sin nombre
consent-kind-release = Dar mi nombre a una contraparte
consent-kind-abroad = Que me lea el centro asociado
consent-kind-news = Noticias y eventos
