// The page as a whole: who sits where, the one stream of events, the language, and the tabs of a narrow screen.

import { h, icon } from "./bubble.js";
import { Pane } from "./pane.js";
import { LANGS, known, say } from "./words.js";

const cast = JSON.parse(document.getElementById("cast").textContent);
const address = new URL(location.href);
const alone = !cast.staffChat;
const chats = new Map();
let stream = null;
let lang = known(address.searchParams.get("lang")) ?? known(localStorage.getItem("puente.lang")) ?? (navigator.languages ?? [navigator.language]).map(known).find(Boolean) ?? "en";

/** A number that nobody guesses, from 2^40 up to what a browser counts exactly. */
function randomVisitor() {
  const [high, low] = crypto.getRandomValues(new Uint32Array(2));
  return 2 ** 40 + (high % 2 ** 20) * 2 ** 32 + low;
}

/** This tab's person: the one in its address, else the last one of this browser, else a new one. */
function visitor() {
  const ours = (text) => (/^\d+$/.test(text ?? "") && Number(text) >= 2 ** 40 && Number.isSafeInteger(Number(text)) ? Number(text) : null);
  return ours(address.searchParams.get("v")) ?? ours(localStorage.getItem("puente.visitor")) ?? randomVisitor();
}

function remember(id) {
  localStorage.setItem("puente.visitor", id);
  address.searchParams.set("v", id);
  history.replaceState(null, "", address);
}

async function call(path, options) {
  try {
    const response = await fetch(path, { method: "POST", ...options });
    const answer = await response.json().catch(() => ({}));
    return response.ok ? answer : { error: answer.error ?? (response.status === 413 ? "too-big" : "trouble") };
  } catch {
    return { error: "network" };
  }
}

const house = {
  post: (path, body) => call(path, { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  postForm: (path, body) => call(path, { body }),
  changed: drawCounts,
  newVisitor() {
    const id = randomVisitor();
    remember(id);
    const partner = panes[0];
    Object.assign(partner, { number: id, me: { id, name: "" } });
    partner.people = [partner.me];
    partner.chat = emptyChat();
    chats.set(id, partner.chat);
    partner.composer.reset();
    partner.redraw();
    partner.composer.input.focus();
    connect();
  },
  langChosen(pane, code) { pane.setLang(code); },
};

const panes = alone ? [partnerPane()] : [partnerPane(), new Pane("staff", cast.staffChat, cast.staff, house), new Pane("admin", cast.admin.id, [cast.admin], house)];

function partnerPane() {
  const id = visitor();
  remember(id);
  return new Pane("partner", id, [{ id, name: "" }], house);
}

function emptyChat() { return { messages: new Map(), topics: new Map(), pinned: new Map(), menu: [] }; }

// — the stream —

function connect() {
  stream?.close();
  const people = panes.flatMap((pane) => pane.people.map((person) => person.id));
  stream = new EventSource(`/api/events?as=${people.join(",")}`);
  stream.addEventListener("snapshot", (event) => { showOffline(false); JSON.parse(event.data).forEach(takeSnapshot); greet(); });
  stream.addEventListener("change", (event) => takeChange(JSON.parse(event.data)));
  stream.addEventListener("toast", (event) => takeToast(JSON.parse(event.data)));
  stream.onerror = () => { showOffline(true); if (stream.readyState === EventSource.CLOSED) again(); };
}

let waiting = null;
function again() {
  clearTimeout(waiting);
  waiting = setTimeout(connect, 1500);
}

function showOffline(on) {
  const box = document.getElementById("offline");
  clearTimeout(showOffline.timer);
  // A blink of a second is nobody's concern.
  if (on) showOffline.timer = setTimeout(() => { box.hidden = false; box.textContent = say(lang, "offline"); }, 1200);
  else box.hidden = true;
}

function takeSnapshot({ chat, messages, topics, pinned, menu }) {
  const fresh = { messages: new Map(messages.map((m) => [m.id, m])), topics: new Map(topics.map((t) => [t.id, t])), pinned: new Map(pinned.map(([topic, id]) => [topic ?? 0, id])), menu };
  chats.set(chat, fresh);
  for (const pane of panes.filter((pane) => pane.number === chat)) {
    pane.chat = fresh;
    pane.composer.settle();
    pane.redraw();
  }
  drawCounts();
}

function takeChange({ chat: number, change }) {
  const chat = chats.get(number) ?? emptyChat();
  chats.set(number, chat);
  const kind = Object.keys(change)[0], what = change[kind];
  const isNew = kind === "message" ? !chat.messages.has(what.id) : kind === "topic" && !chat.topics.has(what.id);
  if (kind === "message") chat.messages.set(what.id, what);
  if (kind === "dropped") chat.messages.delete(what.message);
  if (kind === "topic") chat.topics.set(what.id, what);
  if (kind === "pinned") chat.pinned.set(what.topic ?? 0, what.message);
  if (kind === "menu") chat.menu = what;
  for (const pane of panes.filter((pane) => pane.number === number)) showChange(pane, chat, kind, what, isNew);
  drawCounts();
}

function showChange(pane, chat, kind, what, isNew) {
  pane.chat = chat;
  if (kind === "message") { pane.upsert(what); if (isNew) pane.composer.arrived(what); pane.drawPin(); }
  if (kind === "topic") pane.topicChanged(what, isNew);
  if (kind === "pinned") pane.drawPin();
  if (kind === "menu") pane.composer.drawMenu();
}

function takeToast(toast) {
  panes.filter((pane) => pane.people.some((person) => person.id === toast.person)).forEach((pane) => pane.toasted(toast));
}

/** A link such as `?start=request` opens the chat with that very command, once. */
function greet() {
  const payload = address.searchParams.get("start");
  if (payload === null) return;
  address.searchParams.delete("start");
  history.replaceState(null, "", address);
  panes[0].composer.send(`/start ${payload}`.trim());
}

// — language, tabs, counts —

function setLang(code) {
  lang = code;
  localStorage.setItem("puente.lang", code);
  document.documentElement.lang = code === "zh" ? "zh-Hans" : code;
  document.getElementById("tagline").textContent = say(code, "tagline");
  panes.forEach((pane) => pane.setLang(code));
  drawLangs();
  drawCounts();
}

function drawLangs() {
  const box = document.getElementById("langs");
  box.setAttribute("aria-label", say(lang, "language"));
  box.replaceChildren(...LANGS.map(([code, name, short]) => h("button", { type: "button", role: "radio", lang: code, "aria-checked": String(code === lang), "aria-label": name, onclick: () => setLang(code) }, h("span", { class: "long" }, name), h("span", { class: "short" }, short))));
}

let front = panes[0];

/** In a burst of changes the lists are drawn once. */
let counting = null;
function drawCounts() {
  counting ??= setTimeout(() => { counting = null; drawCountsNow(); }, 40);
}

function drawCountsNow() {
  panes.forEach((pane) => { pane.markSeen(); pane.drawTopics(); });
  const total = panes.reduce((sum, pane) => sum + pane.unread(), 0);
  document.title = total ? `(${total}) Puente` : "Puente";
  if (alone) return;
  const tab = (pane) => {
    const unread = pane.unread();
    return h("button", { type: "button", role: "tab", class: pane.role, "aria-selected": String(pane === front), onclick: () => bringForward(pane) },
      icon({ partner: "person", staff: "team", admin: "gear" }[pane.role]), h("span", {}, say(lang, `${pane.role}Tab`)), unread > 0 && h("span", { class: "badge", "aria-label": say(lang, "unread", { n: unread }) }, String(unread)));
  };
  document.getElementById("tabs").replaceChildren(...panes.map(tab));
}

function bringForward(pane) {
  front = pane;
  panes.forEach((other) => other.el.classList.toggle("front", other === front));
  front.toEnd();
  drawCounts();
}

// A browser keeps only six connections to one place: a tab that nobody sees gives its own back after a while.
let hiding = null;
document.addEventListener("visibilitychange", () => {
  clearTimeout(hiding);
  if (document.hidden) hiding = setTimeout(() => { stream?.close(); stream = null; }, 20000);
  else if (!stream) connect();
  drawCounts();
});

document.body.classList.toggle("alone", alone);
document.getElementById("panes").append(...panes.map((pane) => pane.el));
document.getElementById("tabs").hidden = alone;
if (alone) document.querySelector(".brand").setAttribute("href", "/p");
setLang(lang);
bringForward(front);
connect();
