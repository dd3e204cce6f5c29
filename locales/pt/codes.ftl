## Idiomas
lang-es = Espanhol
lang-zh = Chinês
lang-en = Inglês
lang-pt = Português

## Tipos de pedido
kind-tech-offer = Oferta de tecnologia
kind-tech-request = Demanda de tecnologia
kind-result-offer = Oferta de resultados de pesquisa
kind-research = Parceria de pesquisa
kind-talent-host = Oferta de vaga de intercâmbio
kind-talent-seeker = Busca de vaga de intercâmbio
kind-biz-offer = Oferta comercial
kind-biz-request = Demanda comercial
kind-train-offer = Oferta de capacitação
kind-train-request = Demanda de capacitação
kind-invest-sought = Busca de investimento
kind-investor = Oferta de investimento
kind-event = Reunião, evento ou visita
kind-consult = Consulta sobre normas

## Estágio
stage-concept = Conceito (TRL 1–2)
stage-development = Em desenvolvimento (TRL 3–4)
stage-lab = Validado em laboratório (TRL 4–5)
stage-demo = Demonstração ou piloto (TRL 6–8)
stage-market = No mercado (TRL 9)
stage-unknown = Ainda não definido

## Propriedade intelectual
ipr-none = Sem proteção
ipr-know-how = Know-how sigiloso
ipr-applied = Patente ou registro solicitado
ipr-granted = Patente ou registro concedido
ipr-unknown = Ainda não definido

## Formas de cooperação
partnership-licence = Licença, know-how
partnership-rd = Pesquisa conjunta
partnership-pilot = Projeto-piloto
partnership-joint-lab = Laboratório conjunto
partnership-commercial = Acordo comercial
partnership-supplier = Fornecimento
partnership-outsourcing = Terceirização
partnership-investment = Investimento
partnership-mobility = Mobilidade, diplomas
partnership-mou = Memorando (MoU)

## Tipos de organização
orgtype-university = Universidade
orgtype-institute = Instituto de pesquisa
orgtype-micro = Empresa, até 10
orgtype-small = Empresa, 11–49
orgtype-medium = Empresa, 50–249
orgtype-large = Empresa, 250 ou mais
orgtype-public = Órgão público
orgtype-association = Associação
orgtype-investor = Investidor
orgtype-individual = Pessoa física
orgtype-other = Outro

## Países
country-CL = Chile
country-CN = China
country-AR = Argentina
country-BO = Bolívia
country-BR = Brasil
country-CO = Colômbia
country-CR = Costa Rica
country-CU = Cuba
country-DO = Rep. Dominicana
country-EC = Equador
country-GT = Guatemala
country-HK = Hong Kong (China)
country-HN = Honduras
country-JM = Jamaica
country-MO = Macau (China)
country-MX = México
country-NI = Nicarágua
country-PA = Panamá
country-PE = Peru
country-PY = Paraguai
country-SV = El Salvador
country-TT = Trinidad e Tobago
country-US = Estados Unidos
country-UY = Uruguai
country-VE = Venezuela
country-ZZ = Outro país

## Áreas
area-technology = Tecnologia
area-results = Resultados de pesquisa
area-research = Pesquisa conjunta
area-talent = Intercâmbio de pessoas
area-business = Negócios
area-training = Capacitação
area-investment = Investimento
area-event = Eventos e visitas
area-consultation = Consulta sobre normas

## Estados de um pedido

## Estados de um caso
lead-waiting = Na fila
lead-taken = Em atendimento
lead-closed = Encerrado

## Comandos
command-start = começar e ver o menu
command-help = ver como usar e todos os comandos
command-ask = fazer uma pergunta
command-browse = ver perguntas por tema
command-request = propor cooperação
command-requests = ver os meus pedidos
command-status = ver como está um pedido
command-language = mudar o idioma
command-privacy = ler o aviso de privacidade
command-mydata = receber uma cópia dos meus dados
command-forget = apagar os meus dados
command-human = falar com a equipe do centro
command-cancel = cancelar o que está em andamento
command-queue = ver a fila
command-next = assumir o caso que vence primeiro
command-mine = ver os meus casos
command-me = ver e mudar como você trabalha
command-lead = ver a ficha de um caso
command-claim = assumir um caso
command-reply = responder ao solicitante
command-undo = retirar a sua última resposta ao solicitante
command-note = guardar uma nota interna
command-snooze = pausar os avisos de um caso
command-assign = passar um caso a outra pessoa
command-find = buscar em pedidos, organizações e conversas
command-history = ver o histórico de um caso
command-tag = colocar etiquetas em um caso
command-merge = unir um caso repetido a outro
command-stats = ver a mesa em números
command-canned = enviar uma resposta pronta
command-close = encerrar um caso
command-reopen = reabrir um caso
command-introduce = apresentar dois lados
command-export = obter pedidos ou casos em uma tabela
command-reindex = verificar o conteúdo e refazer o índice
command-gaps = ver perguntas sem resposta
command-health = ver o estado do sistema
command-readers = quem da equipe só pode ler
command-ban = impedir que alguém escreva ao bot
command-unban = permitir que volte a escrever

## O que o bot não consegue ler
other-voice = Ainda não consigo ouvir mensagens de voz ou áudio.
other-video = Ainda não consigo ver vídeos.
other-sticker = Não consigo ler figurinhas.
other-location = Não consigo usar localizações.
other-contact = Não consigo ler cartões de contato.
other-poll = Não consigo ler enquetes.
other-something = Não consigo ler esse tipo de mensagem.

## Partes da pontuação
part-subject = assunto
part-sector = setor
part-partnership = cooperação
part-stage = estágio
part-profile = perfil
part-language = idioma
part-timing = prazo e orçamento
part-freshness = atualidade

## Temas
category-market-entry = Acesso ao mercado
category-company-setup = Abrir empresa
category-investment = Investimento
category-tax = Impostos
category-customs-trade = Aduana e comércio
category-ip = Patentes e marcas
category-technology-transfer = Transf. de tecnologia
category-research-collaboration = Pesquisa conjunta
category-talent-visas = Talentos e vistos
category-data-protection = Proteção de dados
category-biomedicine = Biomedicina
category-agriculture-food = Agro e alimentos
category-standards-certification = Normas e certificação
category-contracts-disputes = Contratos e disputas
category-funding-incentives = Fomento e incentivos
category-education-recognition = Diplomas e estudos
category-centre-services = Serviços do centro
category-privacy-of-this-bot = Privacidade do bot

## Cada idioma em seu próprio nome
own-name-es = Español
own-name-zh = 中文
own-name-en = English
own-name-pt = Português

## Perguntas do formulário
ask-area = Sobre o que é o pedido?
ask-org =
    Qual é o nome da sua organização?
    <i>Se você age por conta própria, toque no botão.</i>
ask-orgtype =
    Que tipo de organização é?
    <i>Os números são de pessoas empregadas.</i>
ask-country = Em que país você ou a sua organização está?
ask-sectors =
    Em quais setores? Escolha até 3; o primeiro é o principal.
    <i>Também pode escrever um, por exemplo: lítio.</i>
ask-title =
    Qual é o título do pedido?
    <i>Ele é mostrado de forma anônima: não inclua nome, e-mail nem telefone da organização.</i>
ask-desc =
    Descreva o que você oferece ou procura, e que parceiro deseja.
    <i>Dois números ou um requisito concreto melhoram a busca. Sem nomes, contatos nem informações sigilosas. Você pode anexar documentos aqui.</i>
ask-stage =
    Em que estágio está a tecnologia? Se você procura uma, qual é o mínimo que serve?
    <i>Se não se aplica, pule.</i>
ask-ipr =
    Qual é a situação da propriedade intelectual?
    <i>Se você procura tecnologia ou não se aplica, pule.</i>
ask-partnership = Que forma de cooperação você procura? Escolha até 3 e toque em “Pronto”.
ask-langs = Em quais idiomas você pode trabalhar? Escolha e toque em “Pronto”.
ask-contact =
    Como a equipe pode falar com você?
    <i>E-mail, telefone, WeChat ou Telegram, ou toque em “Respondam por aqui”.</i>
ask-direction-technology = Você oferece ou procura tecnologia?
ask-direction-talent = Você oferece uma vaga para receber pessoas ou procura uma?
ask-direction-business = Você oferece ou procura um produto ou serviço?
ask-direction-training = Você oferece ou procura capacitação?
ask-direction-investment = Você quer investir ou procura investimento?
ask-consultation-title =
    Qual é a sua consulta, em uma linha?
    <i>Por exemplo: registro de um equipamento médico na China.</i>
ask-consultation-desc =
    Conte o caso: o que você quer fazer, em que país e até quando.
    <i>Sem informações sigilosas. Você pode anexar documentos aqui.</i>

## Exemplos de boas respostas
example-org = Por exemplo: <i>Universidad de La Frontera</i>
example-title = Por exemplo: <i>Extração de lítio de salmouras com menos consumo de água</i>
example-desc = Por exemplo: <i>Procuramos um processo para extrair lítio de salmouras com pelo menos 80% de recuperação e metade do consumo atual de água. Temos uma planta-piloto e buscamos um parceiro para um teste de 12 meses.</i>
example-contact = Por exemplo: <i>nome@exemplo.com</i> ou <i>WeChat: nome2026</i>

## Campos
field-org = Organização
field-orgtype = Tipo
field-country = País
field-sectors = Setores
field-title = Título
field-desc = Descrição
field-stage = Estágio
field-ipr = Proteção (PI)
field-partnership = Cooperação
field-langs = Idiomas
field-contact = Contato
field-kind = Pedido

## O que cada estado significa

# Why two sides are not matched
gate-same-organisation = é a mesma organização
gate-kind = o que um lado oferece ou procura não responde ao outro
gate-closed = um dos lados não está aberto: sem aprovação, em pausa ou sem consentimento
gate-expired = o prazo de um dos lados venceu
gate-flagged = uma marca de um dos lados deixa a busca com a equipe
gate-country = um dos lados não procura no país do outro
gate-partner-type = um dos lados não é do tipo que o outro procura
gate-stage = a oferta está mais de um estágio abaixo do que se pede

# Why a pair with points enough is held back
cap-week = nesta semana já foram sugeridas cinco para este pedido
cap-organisation = esta organização já está em três sugestões abertas
