// One column: who sits there, their topics, the messages of the topic in view, and what is not yet read. What is typed
// is the composer's; what arrives is handed in by app.js.

import { bubble, dayOf, h, icon, plain } from "./bubble.js";
import { Composer } from "./composer.js";
import { LANGS, say } from "./words.js";

const GENERAL = 0;
const ROLE_ICON = { partner: "person", staff: "team", admin: "gear" };

export class Pane {
  /** `house` is what app.js offers: `post`, `changed`, `newVisitor`, `langChosen`. */
  constructor(role, number, people, house) {
    Object.assign(this, { role, number, people, house, me: people[0], lang: "en", topic: GENERAL });
    this.isGroup = role === "staff";
    this.chat = { messages: new Map(), topics: new Map(), pinned: new Map(), menu: [] };
    this.shown = new Map();
    this.pressed = new Map();
    this.build();
  }

  say(id, args) { return say(this.lang, id, args); }

  build() {
    this.title = h("h2", { id: `title-${this.role}` });
    this.hint = h("p", { class: "hint" });
    this.controls = h("div", { class: "controls" });
    this.head = h("header", { class: "pane-head" }, h("span", { class: "role-mark" }, icon(ROLE_ICON[this.role])), this.title, this.controls, this.hint);
    this.topicList = h("nav", { class: "topics", hidden: !this.isGroup });
    this.pin = h("button", { class: "pin", type: "button", hidden: true });
    this.list = h("ol", { class: "messages", role: "log", "aria-live": "polite", tabindex: "0" });
    this.empty = h("div", { class: "empty", hidden: true });
    this.scroller = h("div", { class: "scroller" }, this.empty, this.list);
    this.jump = h("button", { class: "jump", type: "button", hidden: true, onclick: () => this.toEnd(true) }, icon("down"), h("span"));
    this.toastBox = h("div", { class: "toast", role: "status", hidden: true });
    this.composer = new Composer(this);
    this.talk = h("div", { class: "talk" }, this.pin, h("div", { class: "stage" }, this.scroller, this.jump, this.toastBox), this.composer.el);
    this.el = h("section", { class: `pane ${this.role}`, "aria-labelledby": `title-${this.role}` }, this.head, h("div", { class: "pane-body" }, this.topicList, this.talk));
    this.scroller.addEventListener("scroll", () => this.scrolled());
    // A growing keyboard, input field or late picture must not push the last words out of sight.
    const sizes = new ResizeObserver(() => this.sticky !== false && this.toEnd());
    [this.scroller, this.list].forEach((el) => sizes.observe(el));
  }

  setLang(lang) {
    this.lang = lang;
    this.el.lang = lang === "zh" ? "zh-Hans" : lang;
    this.composer.translate();
    this.redraw();
  }

  /** Everything anew: another language, another person, a fresh snapshot. */
  redraw() {
    this.drawHead();
    this.drawTopics();
    this.drawPin();
    this.drawMessages();
    this.composer.drawMenu();
  }

  drawHead() {
    this.title.textContent = this.say(`${this.role}Title`, { name: this.me.name });
    this.hint.textContent = this.say(`${this.role}Hint`);
    this.topicList.setAttribute("aria-label", this.say("topics"));
    const people = this.isGroup && h("div", { class: "switch", role: "radiogroup", "aria-label": this.say("who") }, ...this.people.map((person) =>
      h("button", { type: "button", role: "radio", "aria-checked": String(person === this.me), onclick: () => this.become(person) }, person.name)));
    const fresh = this.role === "partner" && h("button", { class: "fresh", type: "button", title: this.say("newVisitorHint"), onclick: () => this.house.newVisitor() }, icon("plus"), h("span", {}, this.say("newVisitor")));
    const langs = h("select", { class: "pane-lang", "aria-label": this.say("paneLanguage"), title: this.say("paneLanguage"), onchange: (event) => this.house.langChosen(this, event.target.value) },
      ...LANGS.map(([code, name, short]) => h("option", { value: code, selected: code === this.lang, title: name }, short)));
    this.controls.replaceChildren(...[people, fresh, langs].filter(Boolean));
  }

  become(person) {
    this.me = person;
    this.composer.reset();
    this.redraw();
    this.controls.querySelector("[aria-checked=true]")?.focus();
  }

  // — topics —

  drawTopics() {
    if (!this.isGroup) return;
    const newest = (topic) => Math.max(topic.id, ...this.messagesOf(topic.id).map((message) => message.id));
    const topics = [...this.chat.topics.values()].map((topic) => ({ ...topic, newest: newest(topic) })).sort((a, b) => b.open - a.open || b.newest - a.newest);
    this.topicList.replaceChildren(this.topicButton({ id: GENERAL, name: this.say("general"), open: true }), ...topics.map((topic) => this.topicButton(topic)));
  }

  topicButton(topic) {
    const unread = this.unreadIn(topic.id);
    const last = this.messagesOf(topic.id).at(-1);
    const words = h("span", { class: "topic-words" }, h("b", { dir: "auto" }, [topic.icon, topic.name].filter(Boolean).join(" ")), last && h("small", { dir: "auto" }, plain(last).slice(0, 60)));
    const state = topic.id === GENERAL ? h("span", { class: "dot general" }, "#") : h("span", { class: `dot ${topic.open ? "open" : "closed"}`, role: "img", "aria-label": this.say(topic.open ? "open" : "closed"), title: this.say(topic.open ? "open" : "closed") }, topic.open ? "" : icon("tick"));
    return h("button", { class: `topic${topic.open ? "" : " is-closed"}`, type: "button", "aria-current": topic.id === this.topic ? "true" : null, onclick: () => { this.guided = true; this.openTopic(topic.id); } },
      state, words, unread > 0 && h("span", { class: "badge", "aria-label": this.say("unread", { n: unread }) }, String(unread)));
  }

  openTopic(id) {
    this.composer.leave();
    this.topic = id;
    this.composer.enter();
    this.redraw();
    this.house.changed();
  }

  /** The first topic ever to open comes forward by itself; after that a person chooses. */
  topicChanged(topic, isNew) {
    if (this.guided || !isNew || this.topic !== GENERAL || this.composer.input.value) return;
    this.guided = true;
    this.openTopic(topic.id);
  }

  messagesOf(topic) {
    return [...this.chat.messages.values()].filter((message) => (message.topic ?? GENERAL) === topic).sort((a, b) => a.id - b.id);
  }

  // — read and unread —

  seenKey(topic) { return `puente.seen.${this.me.id}.${topic}`; }

  unreadIn(topic) {
    const seen = Number(localStorage.getItem(this.seenKey(topic)) ?? 0);
    return this.messagesOf(topic).filter((message) => message.id > seen && message.from?.id !== this.me.id).length;
  }

  unread() {
    const topics = this.isGroup ? [GENERAL, ...this.chat.topics.keys()] : [GENERAL];
    return topics.reduce((sum, topic) => sum + this.unreadIn(topic), 0);
  }

  visible() { return !document.hidden && this.el.offsetParent !== null; }

  markSeen() {
    const last = this.messagesOf(this.topic).at(-1);
    if (last && this.visible() && this.sticky !== false) localStorage.setItem(this.seenKey(this.topic), last.id);
  }

  // — messages —

  drawPin() {
    const message = this.chat.messages.get(this.chat.pinned.get(this.topic));
    this.pin.hidden = !message;
    if (!message) return;
    this.pin.onclick = () => this.showMessage(message.id);
    this.pin.replaceChildren(icon("pin"), h("span", { class: "pin-words" }, h("b", {}, this.say("pinned")), h("span", { dir: "auto" }, plain(message).replace(/\s*\n\s*/g, " · "))));
  }

  drawMessages() {
    this.shown.clear();
    const items = this.messagesOf(this.topic).map((message) => this.element(message));
    this.list.replaceChildren(...items, ...this.composer.pendingElements());
    this.afterDraw();
    this.toEnd();
  }

  element(message) {
    const el = bubble(message, this);
    this.shown.set(message.id, el);
    return el;
  }

  /** A new message, or an old one with new words, without touching the others. */
  upsert(message) {
    if ((message.topic ?? GENERAL) !== this.topic) return;
    const old = this.shown.get(message.id);
    const el = this.element(message);
    if (old) old.replaceWith(el);
    else this.list.insertBefore(el, [...this.list.children].find((other) => Number(other.dataset.id ?? Infinity) > message.id) ?? null);
    if (!old) el.classList.add("arrives");
    if (!old && !message.from) this.typing(false);
    this.afterDraw();
    if (this.sticky !== false || message.from?.id === this.me.id) this.toEnd();
    else this.countBelow();
  }

  /** Day lines, grouping, the empty state and the suggestions: all follow from what stands in the list. */
  afterDraw() {
    this.list.querySelectorAll(".day").forEach((day) => day.remove());
    let before = null;
    for (const el of [...this.list.children]) {
      const at = Number(el.dataset.at ?? Date.now());
      const newDay = !before || new Date(Number(before.dataset.at)).toDateString() !== new Date(at).toDateString();
      if (newDay) el.before(h("li", { class: "day", "data-id": el.dataset.id, "data-at": at }, h("span", {}, dayOf(at, this.lang))));
      el.classList.toggle("follows", !newDay && before?.dataset.author === el.dataset.author && at - Number(before.dataset.at) < 300000);
      before = el;
    }
    this.drawEmpty();
    this.composer.drawSuggestions();
    this.markSeen();
  }

  drawEmpty() {
    const isEmpty = !this.list.children.length;
    this.el.classList.toggle("talking", !isEmpty);
    this.empty.hidden = !isEmpty;
    if (!isEmpty) return;
    const staffKind = this.topic === GENERAL ? "quietStaff" : "quietTopic";
    const kind = { partner: "welcome", staff: staffKind, admin: "quietAdmin" }[this.role];
    const start = !this.isGroup && h("button", { class: "start", type: "button", onclick: () => this.composer.send("/start") }, this.say("start"));
    this.empty.replaceChildren(...[h("span", { class: "empty-mark" }, icon(this.role === "partner" ? "bridge" : ROLE_ICON[this.role])), h("h3", {}, this.say(kind)), kind !== "quietTopic" && h("p", {}, this.say(`${kind}Line`)), start].filter(Boolean));
  }

  showMessage(id) {
    const message = this.chat.messages.get(id);
    if (message && (message.topic ?? GENERAL) !== this.topic) this.openTopic(message.topic ?? GENERAL);
    const el = this.shown.get(id);
    el?.scrollIntoView({ block: "center", behavior: "smooth" });
    el?.classList.add("flash");
    setTimeout(() => el?.classList.remove("flash"), 1600);
  }

  toEnd(smooth = false) {
    this.sticky = true;
    this.jump.hidden = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.markSeen();
  }

  scrolled() {
    const below = this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight;
    this.sticky = below < 60;
    if (this.sticky && !this.jump.hidden) { this.markSeen(); this.house.changed(); }
    this.jump.hidden = below < 160;
    if (!this.jump.hidden) this.countBelow();
  }

  countBelow() {
    const unread = this.unreadIn(this.topic);
    this.jump.hidden = false;
    this.jump.setAttribute("aria-label", this.say("latest"));
    this.jump.lastChild.textContent = unread ? String(unread) : "";
  }

  // — what people do —

  hand(extra = {}) {
    return { as: this.me.id, chat: this.number, topic: this.topic === GENERAL ? null : this.topic, lang: this.lang, ...extra };
  }

  async press(message, payload, key) {
    if (key.classList.contains("waits")) return;
    const token = Math.random().toString(36).slice(2, 14);
    key.classList.add("waits");
    this.pressed.set(token, key);
    const done = () => { key.classList.remove("waits"); this.pressed.delete(token); };
    setTimeout(done, 6000);
    const answer = await this.house.post("/api/press", this.hand({ message: message.id, payload, token }));
    if (answer.error) { done(); this.toast(this.say(answer.error)); }
  }

  /** The engine ends a button's spinner, perhaps with a few words. */
  toasted({ token, text }) {
    const key = this.pressed.get(token);
    key?.classList.remove("waits");
    this.pressed.delete(token);
    if (text && (key || this.people.length === 1 || !token)) this.toast(text);
  }

  toast(text) {
    this.toastBox.textContent = text;
    this.toastBox.hidden = false;
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => (this.toastBox.hidden = true), 3000 + text.length * 30);
  }

  /** Three dots for a moment, until Puente speaks. */
  typing(on) {
    clearTimeout(this.typingTimer);
    this.el.classList.toggle("typing", on);
    if (on) this.typingTimer = setTimeout(() => this.typing(false), 2500);
  }
}
