// One message as people see it. The only place where HTML becomes page: through an allow-list, node by node. What a
// person typed is always set as text and never read as HTML.

import { LOCALE, say } from "./words.js";

/** Makes an element: `h("p", { class: "x", onclick }, "words", child)`. */
export function h(tag, props = {}, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) el.addEventListener(name.slice(2), value);
    else el.setAttribute(name, value === true ? "" : value);
  }
  el.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return el;
}

const ICONS = {
  send: "M4 12 20 4l-5 16-4-7z", clip: "m8 13 6-6a3 3 0 0 1 4 4l-8 8a5 5 0 0 1-7-7l8-8", reply: "m10 6-6 6 6 6M4 12h9a7 7 0 0 1 7 7",
  edit: "m4 20 1-4L16 5l3 3L8 19z", close: "m6 6 12 12M18 6 6 18", down: "m6 10 6 6 6-6", pin: "m9 4 6 0-1 6 4 4H6l4-4zM12 14v6",
  file: "M7 3h7l4 4v14H7zM14 3v4h4", person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-5 4-7 8-7s7 2 8 7", team: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c.6-4.500 3-6.500 7-6.500s6.400 2 7 6.500M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14c2.400.700 3.600 2.600 4 6",
  gear: "M5 7h8M17 7h2M5 17h2M11 17h8M15 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM9 19.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z", plus: "M12 5v14M5 12h14",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2", tick: "m5 13 4 4L19 7", warn: "M12 3 2 20h20zM12 10v4M12 17v.500", bridge: "M2 16c4-7 7-9 10-9s6 2 10 9M7 17c0-4 2-6 5-6s5 2 5 6M2 19.500h20",
};

/** A line drawing, decorative. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon icon-${name}`);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

const ALLOWED = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "DEL", "STRIKE", "A", "CODE", "PRE", "BLOCKQUOTE"]);
const DROPPED = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "NOSCRIPT", "TITLE", "TEXTAREA", "SVG", "MATH"]);

/** Our HTML as page nodes: allowed tags without attributes, links to http, https and tg only, of the rest the words. */
export function safe(html) {
  const inert = new DOMParser().parseFromString(`<body>${html}`, "text/html");
  const out = document.createDocumentFragment();
  copySafely(inert.body, out);
  return out;
}

function copySafely(from, to) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE || DROPPED.has(node.tagName.toUpperCase())) continue;
    const kept = ALLOWED.has(node.tagName) ? safeElement(node) : null;
    copySafely(node, kept ?? to);
    if (kept) to.append(kept);
  }
}

function safeElement(node) {
  if (node.tagName !== "A") return document.createElement(node.tagName);
  const href = (node.getAttribute("href") || "").trim();
  if (!/^(https?:\/\/|tg:\/\/)/i.test(href)) return null;
  return h("a", { href, target: "_blank", rel: "noopener noreferrer" });
}

/** The words of a message without their looks. */
export function plain(message) {
  if (message.body.text !== undefined) return message.body.text || message.file?.name || "";
  return safe(message.body.html).textContent || message.file?.name || "";
}

export function timeOf(at, lang) {
  return new Date(at).toLocaleTimeString(LOCALE[lang], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** "Today", "Yesterday", or the date. */
export function dayOf(at, lang) {
  const day = new Date(at), now = new Date(), before = new Date(now);
  before.setDate(now.getDate() - 1);
  if (day.toDateString() === now.toDateString()) return say(lang, "today");
  if (day.toDateString() === before.toDateString()) return say(lang, "yesterday");
  return day.toLocaleDateString(LOCALE[lang], { day: "numeric", month: "long", year: day.getFullYear() === now.getFullYear() ? undefined : "numeric" });
}

export function sizeOf(bytes, lang) {
  const [amount, unit] = bytes < 1024 ? [bytes, "B"] : bytes < 1048576 ? [bytes / 1024, "KB"] : [bytes / 1048576, "MB"];
  return `${amount.toLocaleString(LOCALE[lang], { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${unit}`;
}

/** The whole message with its buttons; `pane` knows who looks and what a tap does. */
export function bubble(message, pane) {
  const mine = message.from?.id === pane.me.id;
  const li = h("li", { class: `msg ${mine ? "mine" : message.from ? "theirs" : "bot"}`, "data-id": message.id, "data-author": message.from?.id ?? "puente", "data-at": message.at });
  const author = message.from?.name ?? "Puente";
  if (pane.isGroup && !mine) li.append(avatar(message.from));
  const body = h("div", { class: "bubble", onclick: (event) => tapped(event, message, pane) });
  if (pane.isGroup && !mine) body.append(h("span", { class: "author" }, author));
  if (message.reply_to) body.append(quote(message.reply_to, pane));
  if (message.file) body.append(attachment(message, pane));
  const words = h("div", { class: "words", dir: "auto" });
  words.append(message.body.html !== undefined ? safe(message.body.html) : message.body.text);
  body.append(words);
  const edited = message.edited && !message.keys?.length;
  // Inside the words, so that a short last line shares its row with the time.
  words.append(h("span", { class: "meta" }, edited ? `${say(pane.lang, "edited")} ` : "", h("time", { datetime: new Date(message.at).toISOString() }, timeOf(message.at, pane.lang)),
    mine && h("span", { class: "mark", role: "img", "aria-label": say(pane.lang, "sent") }, icon("tick"))));
  const column = h("div", { class: "stack" }, h("div", { class: "line" }, body, tools(message, mine, pane)));
  if (message.keys?.length) column.append(keyboard(message, pane));
  li.append(column);
  return li;
}

function avatar(author) {
  if (!author) return h("span", { class: "avatar of-bot", "aria-hidden": "true" }, icon("bridge"));
  return h("span", { class: `avatar hue-${Math.abs(author.id) % 4}`, "aria-hidden": "true" }, [...author.name][0] ?? "?");
}

function tapped(event, message, pane) {
  if (event.target.closest("a, button, img") || String(getSelection())) return;
  pane.composer.replyTo(message);
}

function tools(message, mine, pane) {
  const act = (name, run) => h("button", { class: "tool", type: "button", title: say(pane.lang, name), "aria-label": say(pane.lang, name), onclick: run }, icon(name));
  return h("span", { class: "tools" }, act("reply", () => pane.composer.replyTo(message)), mine && message.body.text !== undefined && !message.file && act("edit", () => pane.composer.edit(message)));
}

function quote(id, pane) {
  const target = pane.chat.messages.get(id);
  if (!target) return h("span", { class: "quote" }, "…");
  return h("button", { class: "quote", type: "button", onclick: () => pane.showMessage(id) }, h("b", {}, target.from?.name && pane.isGroup ? target.from.name : target.from ? say(pane.lang, "you") : "Puente"), h("span", {}, plain(target).slice(0, 160)));
}

function attachment(message, pane) {
  const { name, size, mime } = message.file;
  const href = `/api/file?as=${pane.me.id}&message=${message.id}`;
  if (/^image\/(png|jpeg|gif|webp)$/.test(mime)) return h("a", { class: "picture", href, target: "_blank" }, h("img", { src: href, alt: name, loading: "lazy" }));
  return h("a", { class: "attachment", href, download: name }, h("span", { class: "file-mark" }, icon("file")), h("span", {}, h("b", {}, name), h("small", {}, sizeOf(size, pane.lang))));
}

function keyboard(message, pane) {
  const key = ({ label, payload }) => h("button", { class: "key", type: "button", onclick: (event) => pane.press(message, payload, event.currentTarget) }, h("span", {}, label));
  return h("div", { class: "keys" }, ...message.keys.map((row) => h("div", { class: "row" }, ...row.map(key))));
}
