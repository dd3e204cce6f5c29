## Idiomas

lang-es = Español
lang-zh = Chino
lang-en = Inglés
lang-pt = Portugués

## Tipos de solicitud

kind-tech-offer = Oferta de tecnología
kind-tech-request = Búsqueda de tecnología
kind-result-offer = Resultados de I+D por transferir
kind-research = Proyecto conjunto de I+D
kind-talent-host = Oferta de estadía o puesto
kind-talent-seeker = Búsqueda de estadía o puesto
kind-biz-offer = Oferta de producto o servicio
kind-biz-request = Búsqueda de producto o servicio
kind-train-offer = Oferta de capacitación
kind-train-request = Búsqueda de capacitación
kind-invest-sought = Búsqueda de inversión
kind-investor = Oferta de inversión
kind-event = Reunión, visita o seminario
kind-consult = Consulta legal o normativa

## Etapa

stage-concept = Concepto (TRL 1–2)
stage-development = En desarrollo (TRL 3–4)
stage-lab = Validada en laboratorio (TRL 4–5)
stage-demo = Piloto o demostración (TRL 6–8)
stage-market = En el mercado (TRL 9)
stage-unknown = Por definir

## Propiedad intelectual

ipr-none = Sin protección
ipr-know-how = Know-how reservado
ipr-applied = Patente o registro en trámite
ipr-granted = Patente o registro concedido
ipr-unknown = Por definir

## Forma de cooperación

partnership-licence = Licencia o know-how
partnership-rd = I+D conjunta
partnership-pilot = Proyecto piloto
partnership-joint-lab = Laboratorio conjunto
partnership-commercial = Acuerdo comercial
partnership-supplier = Proveedor
partnership-outsourcing = Subcontratación
partnership-investment = Inversión
partnership-mobility = Movilidad académica
partnership-mou = Memorando (MoU)

## Tipo de organización

orgtype-university = Universidad
orgtype-institute = Centro de I+D
orgtype-micro = Empresa, hasta 10
orgtype-small = Empresa, 11–49
orgtype-medium = Empresa, 50–249
orgtype-large = Empresa, 250 o más
orgtype-public = Organismo público
orgtype-association = Gremio o asociación
orgtype-investor = Inversionista
orgtype-individual = Persona natural
orgtype-other = Otro tipo

## Países

country-CL = Chile
country-CN = China
country-AR = Argentina
country-BO = Bolivia
country-BR = Brasil
country-CO = Colombia
country-CR = Costa Rica
country-CU = Cuba
country-DO = República Dominicana
country-EC = Ecuador
country-GT = Guatemala
country-HK = Hong Kong, China
country-HN = Honduras
country-JM = Jamaica
country-MO = Macao, China
country-MX = México
country-NI = Nicaragua
country-PA = Panamá
country-PE = Perú
country-PY = Paraguay
country-SV = El Salvador
country-TT = Trinidad y Tobago
country-US = Estados Unidos
country-UY = Uruguay
country-VE = Venezuela
country-ZZ = Otro país

## Ámbitos

area-technology = Tecnología
area-results = Resultados de I+D
area-research = Investigación conjunta
area-talent = Intercambio de talento
area-business = Negocios
area-training = Capacitación
area-investment = Inversión
area-event = Reunión o visita
area-consultation = Consulta legal

## Estado de una solicitud y de un caso

lead-waiting = En espera
lead-taken = En curso
lead-closed = Cerrado

## Comandos

command-start = empezar y ver el menú
command-help = cómo usar este chat
command-ask = hacer una pregunta
command-browse = ver respuestas por tema
command-request = enviar una solicitud de cooperación
command-requests = ver sus solicitudes
command-status = ver el estado de una solicitud
command-language = cambiar de idioma
command-privacy = cómo se tratan sus datos
command-mydata = recibir una copia de sus datos
command-forget = borrar sus datos
command-human = hablar con una persona del equipo
command-cancel = descartar lo que está en curso
command-queue = ver los casos en espera
command-next = tomar el caso que vence primero
command-mine = ver sus casos
command-me = ver y cambiar cómo trabaja
command-lead = ver la ficha de un caso
command-claim = tomar un caso
command-reply = responder al socio
command-undo = retirar su última respuesta al socio
command-note = dejar una nota interna
command-snooze = pausar los avisos de un caso
command-assign = pasar un caso a otra persona
command-find = buscar en solicitudes, organizaciones y conversaciones
command-history = ver la historia de un caso
command-tag = poner etiquetas a un caso
command-merge = unir un caso repetido a otro
command-stats = ver la mesa en cifras
command-canned = enviar una respuesta preparada
command-close = cerrar un caso
command-reopen = reabrir un caso
command-introduce = presentar a dos partes
command-export = obtener solicitudes o casos en una tabla
command-reindex = reconstruir el índice de respuestas
command-gaps = ver preguntas sin buena respuesta
command-health = ver el estado del sistema
command-readers = quién del equipo solo puede leer
command-ban = impedir que alguien escriba al bot
command-unban = permitir que vuelva a escribir

## Lo que no se puede leer

other-voice = Aún no puedo escuchar mensajes de voz.
other-video = Aún no puedo ver videos.
other-sticker = No puedo interpretar stickers.
other-location = No puedo usar ubicaciones.
other-contact = No puedo leer tarjetas de contacto.
other-poll = No puedo responder encuestas.
other-something = No puedo leer ese tipo de mensaje.

## Partes del puntaje

part-subject = tema
part-sector = sector
part-partnership = cooperación
part-stage = etapa
part-profile = perfil
part-language = idioma
part-timing = plazos
part-freshness = vigencia

## Temas de las respuestas

category-market-entry = Entrar al mercado
category-company-setup = Crear una empresa
category-investment = Inversión
category-tax = Impuestos
category-customs-trade = Aduanas y comercio
category-ip = Propiedad intelectual
category-technology-transfer = Transf. tecnológica
category-research-collaboration = Investigación
category-talent-visas = Talento y visas
category-data-protection = Protección de datos
category-biomedicine = Biomedicina
category-agriculture-food = Agro y alimentos
category-standards-certification = Certificación
category-contracts-disputes = Contratos y disputas
category-funding-incentives = Fondos e incentivos
category-education-recognition = Estudios y títulos
category-centre-services = Servicios del centro
category-privacy-of-this-bot = Su privacidad aquí

## Cada idioma en su propio nombre

own-name-es = Español
own-name-zh = 中文
own-name-en = English
own-name-pt = Português

## Preguntas del formulario

ask-area = <b>¿En qué ámbito quiere cooperar?</b>
ask-org =
    <b>¿Cómo se llama su organización?</b>
    Solo la ve el equipo del centro.
ask-orgtype =
    <b>¿Qué tipo de organización es?</b>
    <i>En las empresas, el número es la cantidad de trabajadores.</i>
ask-country = <b>¿En qué país está?</b>
ask-sectors =
    <b>¿En qué sectores?</b>
    Elija de uno a tres, el principal primero, y toque «Listo». También puede escribir una palabra.
    <i>Ejemplos: litio, vacunas, riego</i>
ask-title =
    <b>Resuma su solicitud en una línea</b>
    Se muestra sin su nombre: no incluya el nombre, el correo ni el teléfono de su organización.
    <i>Ejemplo: Sensores de bajo costo para el riego de viñedos</i>
ask-desc =
    <b>Describa qué ofrece o qué busca</b>
    Qué resuelve, en qué estado está y qué socio le sirve. Dos cifras o un requisito concreto ayudan a encontrar mejores contrapartes.
    <i>Ejemplo: recuperar más del 80 % del litio de salmueras de menos de 0,3 g/L</i>
    No incluya nombres, correos, teléfonos ni información confidencial. Puede adjuntar archivos.
ask-stage =
    <b>¿En qué etapa está la tecnología?</b>
    <i>Si la está buscando, indique la etapa mínima que necesita.</i>
ask-ipr =
    <b>¿Cómo está protegida?</b>
    <i>Si la está buscando, puede omitir este paso.</i>
ask-partnership =
    <b>¿Qué forma de cooperación busca?</b>
    Elija de una a tres y toque «Listo».
ask-langs =
    <b>¿En qué idiomas puede trabajar?</b>
    Elija uno o más y toque «Listo».
ask-contact =
    <b>¿Cómo prefiere que le escribamos?</b>
    Envíe un correo, un teléfono, o su cuenta de WeChat o Telegram. Si prefiere este chat, toque el botón.
ask-direction-technology = <b>¿Ofrece una tecnología o busca una?</b>
ask-direction-talent = <b>¿Ofrece una estadía o un puesto, o lo busca?</b>
ask-direction-business = <b>¿Ofrece un producto o servicio, o lo busca?</b>
ask-direction-training = <b>¿Ofrece capacitación o la busca?</b>
ask-direction-investment = <b>¿Quiere invertir o busca inversión?</b>
ask-consultation-title =
    <b>Resuma su consulta en una línea</b>
    <i>Ejemplo: Registro de un dispositivo médico en Chile</i>
ask-consultation-desc =
    <b>Cuéntenos el caso</b>
    Qué quiere hacer, en qué país y para cuándo.
    <i>Ejemplo: Una empresa de Dongguan quiere vender en Chile un equipo de diagnóstico y necesita saber qué registro pedir antes de marzo.</i>
    No incluya información confidencial. Puede adjuntar archivos.

## Ejemplos

example-org = <i>Ejemplo: Universidad de La Frontera</i>
example-title = <i>Ejemplo: Sensores de bajo costo para el riego de viñedos</i>
example-desc = <i>Ejemplo: Buscamos un proceso para recuperar más del 80 % del litio de salmueras de menos de 0,3 g/L. Tenemos una planta piloto de 5 m³ por día y queremos un socio para probarlo durante 12 meses.</i>
example-contact = <i>Ejemplo: nombre@universidad.cl, +56 9 1234 5678 o WeChat: nombre2026</i>

## Campos

field-org = Organización
field-orgtype = Tipo
field-country = País
field-sectors = Sectores
field-title = Título
field-desc = Descripción
field-stage = Etapa
field-ipr = Patentes y PI
field-partnership = Cooperación
field-langs = Idiomas
field-contact = Contacto
field-kind = Solicitud

## Qué significa cada estado


# Why two sides are not matched
gate-same-organisation = es la misma organización
gate-kind = lo que ofrece o busca una parte no responde a la otra
gate-closed = una de las partes no está abierta: sin aprobar, en pausa o sin consentimiento
gate-expired = venció el plazo de una de las partes
gate-flagged = una marca de una de las partes deja la búsqueda en manos del equipo
gate-country = una de las partes no busca en el país de la otra
gate-partner-type = una de las partes no es del tipo que busca la otra
gate-stage = la oferta está a más de un nivel de lo que se pide

# Why a pair with points enough is held back
cap-week = esta semana ya se propusieron cinco para esta solicitud
cap-organisation = esta organización ya está en tres propuestas abiertas
