// What the page itself says, in its four languages. What Puente says comes from the engine and is not here.

export const LANGS = [["es", "Español", "ES"], ["zh", "中文", "中"], ["en", "English", "EN"], ["pt", "Português", "PT"]];

const WORDS = {
  es: {
    tagline: "Cooperación en innovación China–Chile", language: "Idioma", paneLanguage: "Idioma de esta persona",
    partnerTitle: "Usted es un socio", partnerHint: "Pregunte, proponga una cooperación o pida hablar con una persona.",
    staffTitle: "{name}, equipo del centro", staffHint: "Cada solicitud abre un tema. Tómela y responda a las palabras del socio: le llegan a él.",
    adminTitle: "Administración", adminHint: "Pruebe /gaps, lo que quedó sin respuesta, o /health, cómo está todo.",
    partnerTab: "Socio", staffTab: "Equipo", adminTab: "Admin", you: "Usted", who: "Quién habla", newVisitor: "Otra persona", newVisitorHint: "Empezar como una persona nueva",
    welcome: "Bienvenido a Puente", welcomeLine: "Respuestas con fuente sobre trabajar entre Chile y China, y un equipo que acerca a quienes se buscan.",
    start: "Comenzar", tryThese: "Por ejemplo:",
    quietStaff: "Todo en calma", quietStaffLine: "Cuando un socio envíe una solicitud, aparecerá aquí como un tema.",
    quietTopic: "Aún no hay mensajes", quietAdmin: "La sala de máquinas", quietAdminLine: "Desde aquí se cuida lo que Puente sabe.",
    general: "General", topics: "Temas", closed: "cerrado", open: "abierto", unread: "{n} sin leer",
    write: "Escriba un mensaje", send: "Enviar", attach: "Adjuntar un archivo", commands: "Comandos", caption: "Añada un comentario",
    reply: "Responder", edit: "Editar", cancel: "Cancelar", replyingTo: "En respuesta a {name}", editing: "Editar el mensaje",
    edited: "editado", pinned: "Fijado", file: "Archivo", sending: "Enviando", sent: "Guardado", retry: "Reintentar", discard: "Descartar",
    latest: "Ir al final", today: "Hoy", yesterday: "Ayer", typing: "Puente está escribiendo", offline: "Sin conexión. Reconectando…", noMenu: "El menú llega con la primera respuesta. Pruebe /start o /help.",
    "not-kept": "No se guardó. Su texto sigue aquí.", "too-big": "El archivo supera los 10 MB. Envíe uno más liviano o un enlace.", "too-long": "Es muy largo: el máximo es de 4096 caracteres.",
    forbidden: "Eso no se puede hacer desde aquí.", "not-found": "Eso ya no existe.", trouble: "Algo falló de nuestro lado. Inténtelo otra vez.", unreadable: "No se pudo leer el archivo.", empty: "No hay nada que enviar.", network: "No hay conexión. Su texto sigue aquí.",
    first: [["¿Cómo saco RUT para una empresa china?"], ["¿Qué visa necesita un ingeniero chino para trabajar en Chile?"], ["¿Cómo registro mi marca en China?"], ["Quiero proponer una cooperación", "/request"]],
  },
  zh: {
    tagline: "中国—智利创新合作", language: "语言", paneLanguage: "此人使用的语言",
    partnerTitle: "您是合作方", partnerHint: "可以提问、提出合作意向，或请人工协助。",
    staffTitle: "{name} · 中心工作人员", staffHint: "每项需求都有独立话题。先认领，再回复合作方的消息，对方即可收到。",
    adminTitle: "管理员", adminHint: "试试 /gaps 查看未能解答的问题，或用 /health 查看运行状况。",
    partnerTab: "合作方", staffTab: "工作人员", adminTab: "管理员", you: "我", who: "当前身份", newVisitor: "换一位访客", newVisitorHint: "以新访客身份重新开始",
    welcome: "欢迎使用 Puente", welcomeLine: "解答中智合作中的实际问题，条条注明出处；并由专人为您牵线搭桥。",
    start: "开始", tryThese: "您可以这样问：",
    quietStaff: "暂无新需求", quietStaffLine: "合作方提交需求后，会在这里生成一个话题。",
    quietTopic: "还没有消息", quietAdmin: "后台管理", quietAdminLine: "在这里维护 Puente 的知识内容。",
    general: "公共区", topics: "话题", closed: "已关闭", open: "进行中", unread: "{n} 条未读",
    write: "输入消息", send: "发送", attach: "添加文件", commands: "命令", caption: "添加说明",
    reply: "回复", edit: "编辑", cancel: "取消", replyingTo: "回复 {name}", editing: "编辑消息",
    edited: "已编辑", pinned: "置顶", file: "文件", sending: "发送中", sent: "已保存", retry: "重试", discard: "放弃",
    latest: "跳到最新", today: "今天", yesterday: "昨天", typing: "Puente 正在输入", offline: "连接已断开，正在重连…", noMenu: "首次回复后会显示命令菜单，可先试 /start 或 /help。",
    "not-kept": "消息未能保存，您的文字仍在这里。", "too-big": "文件超过 10 MB，请压缩后再发，或改发链接。", "too-long": "内容过长，最多 4096 个字符。",
    forbidden: "此处不能进行该操作。", "not-found": "该内容已不存在。", trouble: "我们这边出了点问题，请再试一次。", unreadable: "无法读取该文件。", empty: "没有可发送的内容。", network: "网络未连接，您的文字仍在这里。",
    first: [["中国公司怎么申请智利税号（RUT）？"], ["中国工程师去智利工作需要什么签证？"], ["智利企业如何在中国注册商标？"], ["我想提出合作意向", "/request"]],
  },
  en: {
    tagline: "China–Chile innovation cooperation", language: "Language", paneLanguage: "This person's language",
    partnerTitle: "You are a partner", partnerHint: "Ask a question, propose cooperation, or ask for a person.",
    staffTitle: "{name}, staff", staffHint: "Each request opens a topic. Take it, then reply to the partner's words: they will get your answer.",
    adminTitle: "Admin", adminHint: "Try /gaps for what nobody could answer, or /health for how things are.",
    partnerTab: "Partner", staffTab: "Staff", adminTab: "Admin", you: "You", who: "Who speaks", newVisitor: "New visitor", newVisitorHint: "Start afresh as somebody else",
    welcome: "Welcome to Puente", welcomeLine: "Sourced answers about working between Chile and China, and a team that brings the right people together.",
    start: "Start", tryThese: "For example:",
    quietStaff: "All quiet", quietStaffLine: "When a partner sends a request, it appears here as a topic.",
    quietTopic: "No messages yet", quietAdmin: "The engine room", quietAdminLine: "From here you look after what Puente knows.",
    general: "General", topics: "Topics", closed: "closed", open: "open", unread: "{n} unread",
    write: "Write a message", send: "Send", attach: "Attach a file", commands: "Commands", caption: "Add a caption",
    reply: "Reply", edit: "Edit", cancel: "Cancel", replyingTo: "Reply to {name}", editing: "Edit message",
    edited: "edited", pinned: "Pinned", file: "File", sending: "Sending", sent: "Kept", retry: "Try again", discard: "Discard",
    latest: "Go to the latest", today: "Today", yesterday: "Yesterday", typing: "Puente is typing", offline: "Connection lost. Reconnecting…", noMenu: "The menu comes with the first answer. Try /start or /help.",
    "not-kept": "Not saved. Your words are still here.", "too-big": "The file is larger than 10 MB. Send a smaller one, or a link.", "too-long": "Too long: 4096 characters at most.",
    forbidden: "That cannot be done from here.", "not-found": "That no longer exists.", trouble: "Something failed on our side. Please try again.", unreadable: "The file could not be read.", empty: "There is nothing to send.", network: "No connection. Your words are still here.",
    first: [["How do I get a RUT for a Chinese company?"], ["Which visa does a Chinese engineer need to work in Chile?"], ["How do I register my trade mark in China?"], ["I want to propose cooperation", "/request"]],
  },
  pt: {
    tagline: "Cooperação em inovação China–Chile", language: "Idioma", paneLanguage: "Idioma desta pessoa",
    partnerTitle: "Você é um parceiro", partnerHint: "Pergunte, proponha uma cooperação ou peça para falar com alguém.",
    staffTitle: "{name}, equipe do centro", staffHint: "Cada solicitação abre um tópico. Assuma-a e responda à mensagem do parceiro: ele recebe a sua resposta.",
    adminTitle: "Administração", adminHint: "Experimente /gaps, o que ficou sem resposta, ou /health, como está tudo.",
    partnerTab: "Parceiro", staffTab: "Equipe", adminTab: "Admin", you: "Você", who: "Quem fala", newVisitor: "Outra pessoa", newVisitorHint: "Começar como uma pessoa nova",
    welcome: "Boas-vindas ao Puente", welcomeLine: "Respostas com fonte sobre trabalhar entre o Chile e a China, e uma equipe que aproxima quem se procura.",
    start: "Começar", tryThese: "Por exemplo:",
    quietStaff: "Tudo tranquilo", quietStaffLine: "Quando um parceiro enviar uma solicitação, ela aparecerá aqui como um tópico.",
    quietTopic: "Ainda não há mensagens", quietAdmin: "A casa de máquinas", quietAdminLine: "Daqui se cuida do que o Puente sabe.",
    general: "Geral", topics: "Tópicos", closed: "encerrado", open: "aberto", unread: "{n} não lidas",
    write: "Escreva uma mensagem", send: "Enviar", attach: "Anexar um arquivo", commands: "Comandos", caption: "Adicione uma legenda",
    reply: "Responder", edit: "Editar", cancel: "Cancelar", replyingTo: "Em resposta a {name}", editing: "Editar a mensagem",
    edited: "editada", pinned: "Fixada", file: "Arquivo", sending: "Enviando", sent: "Salva", retry: "Tentar de novo", discard: "Descartar",
    latest: "Ir para o fim", today: "Hoje", yesterday: "Ontem", typing: "Puente está digitando", offline: "Sem conexão. Reconectando…", noMenu: "O menu chega com a primeira resposta. Experimente /start ou /help.",
    "not-kept": "Não foi salva. Seu texto continua aqui.", "too-big": "O arquivo passa de 10 MB. Envie um menor ou um link.", "too-long": "Longa demais: no máximo 4096 caracteres.",
    forbidden: "Isso não pode ser feito daqui.", "not-found": "Isso não existe mais.", trouble: "Algo falhou do nosso lado. Tente de novo.", unreadable: "Não foi possível ler o arquivo.", empty: "Não há nada para enviar.", network: "Sem conexão. Seu texto continua aqui.",
    first: [["Como tiro o RUT para uma empresa chinesa?"], ["Que visto um engenheiro chinês precisa para trabalhar no Chile?"], ["Como registro minha marca na China?"], ["Quero propor uma cooperação", "/request"]],
  },
};

/** The page's words in one language; `{name}` and the like are filled in from `args`. */
export function say(lang, id, args = {}) {
  const words = WORDS[lang]?.[id] ?? WORDS.en[id] ?? id;
  return typeof words === "string" ? words.replace(/\{(\w+)\}/g, (_, name) => args[name] ?? "") : words;
}

/** The one of our languages that a tag such as `zh-Hant-TW` means, or none. */
export function known(tag) {
  const primary = (tag || "").toLowerCase().split(/[-_]/)[0];
  return LANGS.some(([code]) => code === primary) ? primary : null;
}

/** A tag with a region, for dates and times. */
export const LOCALE = { es: "es-CL", zh: "zh-CN", en: "en-GB", pt: "pt-BR" };
