// What a person types: words, commands, files, replies and edits. It is never blocked: each message waits in its own
// bubble until the engine has kept it, and what was not kept stays there to be sent again.

import { h, icon, plain, sizeOf } from "./bubble.js";
import { say } from "./words.js";

const FILE_LIMIT = 10 * 1024 * 1024;
let counter = 0;

export class Composer {
  constructor(pane) {
    this.pane = pane;
    this.pending = [];
    this.drafts = new Map();
    this.line = Promise.resolve();
    this.target = null; // { kind: "reply" | "edit", message }
    this.build();
  }

  say(id, args) { return say(this.pane.lang, id, args); }

  build() {
    this.suggestions = h("div", { class: "suggestions", hidden: true });
    this.menu = h("div", { class: "menu", role: "listbox", hidden: true });
    this.quoteBar = h("div", { class: "quote-bar", hidden: true });
    this.input = h("textarea", { rows: "1", enterkeyhint: "send", autocomplete: "off", maxlength: "4096", dir: "auto", onkeydown: (e) => this.key(e), oninput: () => this.typed(), onpaste: (e) => this.pasted(e) });
    this.picker = h("input", { type: "file", class: "picker", tabindex: "-1", "aria-hidden": "true", onchange: () => { this.attach(this.picker.files[0]); this.picker.value = ""; } });
    this.slash = h("button", { class: "round", type: "button", "aria-expanded": "false", onclick: () => this.toggleMenu() }, h("span", { class: "slash" }, "/"));
    this.clip = h("button", { class: "round", type: "button", onclick: () => this.picker.click() }, icon("clip"));
    this.go = h("button", { class: "round go", type: "submit" }, icon("send"));
    this.form = h("form", { class: "composer-row", onsubmit: (event) => { event.preventDefault(); this.submit(); } }, this.slash, this.clip, this.picker, this.input, this.go);
    this.el = h("div", { class: "composer" }, h("div", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")), this.suggestions, this.menu, this.quoteBar, this.form);
    this.el.addEventListener("focusout", (event) => { if (!this.el.contains(event.relatedTarget)) this.hideMenu(); });
    this.el.addEventListener("dragover", (event) => event.preventDefault());
    this.el.addEventListener("drop", (event) => { event.preventDefault(); this.attach(event.dataTransfer.files[0]); });
  }

  translate() {
    const label = (el, id) => { el.setAttribute("aria-label", this.say(id)); el.title = this.say(id); };
    label(this.slash, "commands");
    label(this.clip, "attach");
    label(this.go, "send");
    this.input.placeholder = this.say("write");
    this.input.setAttribute("aria-label", this.say("write"));
    this.menu.setAttribute("aria-label", this.say("commands"));
    this.drawQuote();
  }

  // — the field —

  key(event) {
    // While a Chinese word is being composed, Enter chooses the word.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") { if (this.menu.hidden) this.aim(null); this.hideMenu(); return; }
    if (!this.menu.hidden && this.menuKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); this.submit(); }
    if (event.key === "ArrowUp" && !this.input.value && !this.target) this.editLast();
  }

  typed() {
    this.fit();
    const text = this.input.value;
    if (/^\/\w*$/.test(text)) this.showMenu(text.slice(1)); else this.hideMenu();
  }

  fit() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 160)}px`;
    this.el.classList.toggle("has-words", this.input.value.trim() !== "");
  }

  fill(text) {
    this.input.value = text;
    this.fit();
  }

  pasted(event) {
    const file = event.clipboardData?.files[0];
    if (file) { event.preventDefault(); this.attach(file); }
  }

  leave() { this.drafts.set(this.pane.topic, this.input.value); }

  enter() { this.aim(null); this.fill(this.drafts.get(this.pane.topic) ?? ""); }

  reset() { this.pending = []; this.drafts.clear(); this.aim(null); this.fill(""); this.hideMenu(); }

  // — reply and edit —

  replyTo(message) { this.aim(null); this.aim({ kind: "reply", message }); this.input.focus(); }

  edit(message) {
    this.aim({ kind: "edit", message });
    this.fill(message.body.text);
    this.input.focus();
  }

  editLast() {
    const own = this.pane.messagesOf(this.pane.topic).filter((message) => message.from?.id === this.pane.me.id && message.body.text && !message.file).at(-1);
    if (own) this.edit(own);
  }

  aim(target) {
    if (this.target?.kind === "edit" && !target) this.fill("");
    this.target = target;
    this.drawQuote();
  }

  drawQuote() {
    this.quoteBar.hidden = !this.target;
    if (!this.target) return;
    const { kind, message } = this.target;
    const mine = message.from?.id === this.pane.me.id;
    const name = mine ? this.say("you") : message.from?.name ?? "Puente";
    const head = kind === "edit" ? this.say("editing") : this.say("replyingTo", { name });
    const canEdit = kind === "reply" && mine && message.body.text && !message.file;
    this.quoteBar.replaceChildren(...[icon(kind === "edit" ? "edit" : "reply"), h("span", { class: "quote-words" }, h("b", {}, head), h("span", { dir: "auto" }, plain(message).slice(0, 200))),
      canEdit && h("button", { class: "small", type: "button", onclick: () => this.edit(message) }, this.say("edit")),
      h("button", { class: "round", type: "button", "aria-label": this.say("cancel"), title: this.say("cancel"), onclick: () => this.aim(null) }, icon("close"))].filter(Boolean));
  }

  // — sending —

  submit() {
    const text = this.input.value.trim();
    if (!text) return;
    const target = this.target;
    this.target = null;
    this.drawQuote();
    this.fill("");
    this.hideMenu();
    if (target?.kind === "edit") this.sendEdit(target.message, text);
    else this.send(text, target?.message.id);
    if (matchMedia("(pointer: fine)").matches) this.input.focus();
  }

  send(text, replyTo = null) {
    this.push({ words: text, run: (hand) => this.pane.house.post("/api/say", { ...hand, text, reply_to: replyTo }) });
  }

  attach(file) {
    if (!file) return;
    if (file.size > FILE_LIMIT) { this.pane.toast(this.say("too-big")); return; }
    const caption = this.input.value.trim();
    const replyTo = this.target?.kind === "reply" ? this.target.message.id : null;
    this.aim(null);
    this.fill("");
    const words = [`${file.name} · ${sizeOf(file.size, this.pane.lang)}`, caption].filter(Boolean).join("\n");
    this.push({ words, run: (hand) => {
      const form = new FormData();
      form.append("hand", JSON.stringify({ ...hand, reply_to: replyTo }));
      form.append("caption", caption);
      form.append("file", file);
      return this.pane.house.postForm("/api/file", form);
    } });
  }

  async sendEdit(message, text) {
    if (text === message.body.text) return;
    const answer = await this.pane.house.post("/api/edit", this.pane.hand({ message: message.id, text }));
    if (!answer.error) return;
    this.pane.toast(this.say(answer.error));
    if (!this.input.value) { this.edit(message); this.fill(text); }
  }

  /** One after the other, in the order of typing; the next may be typed meanwhile. */
  push(item) {
    Object.assign(item, { key: ++counter, at: Date.now(), hand: this.pane.hand(), topic: this.pane.topic, error: null, id: null });
    this.pending.push(item);
    this.pane.list.append(this.pendingElement(item));
    this.pane.afterDraw();
    this.pane.toEnd();
    this.deliver(item);
  }

  deliver(item) {
    this.line = this.line.then(async () => {
      const answer = await item.run(item.hand);
      if (answer.error) item.error = answer.error;
      else { item.id = answer.message ?? item.id; this.pane.typing(!this.pane.isGroup && !this.answered(item)); }
      if (answer.error || this.pane.chat.messages.has(item.id)) this.settle();
    });
  }

  answered(item) {
    return [...this.pane.chat.messages.values()].some((message) => message.id > item.id && !message.from);
  }

  /** A message of ours may come over the stream before the answer to its own call: it is the oldest that waits. */
  arrived(message) {
    const item = this.pending.find((item) => item.id === null && !item.error);
    if (item && message.from?.id === this.pane.me.id && (message.file || message.body.text === item.words)) item.id = message.id;
    this.settle();
  }

  /** Waiting bubbles whose message has come give way to it; failed ones say so. */
  settle() {
    this.pending = this.pending.filter((item) => item.id === null || !this.pane.chat.messages.has(item.id));
    this.pane.list.querySelectorAll(".pending").forEach((el) => el.remove());
    this.pane.list.append(...this.pendingElements());
    this.pane.afterDraw();
    if (this.pane.sticky !== false) this.pane.toEnd();
  }

  pendingElements() {
    return this.pending.filter((item) => item.topic === this.pane.topic).map((item) => this.pendingElement(item));
  }

  pendingElement(item) {
    const mark = item.error ? icon("warn") : h("span", { class: "mark", role: "img", "aria-label": this.say("sending") }, icon("clock"));
    const body = h("div", { class: "bubble" }, h("div", { class: "words", dir: "auto" }, item.words, h("span", { class: "meta" }, mark)));
    const stack = h("div", { class: "stack" }, h("div", { class: "line" }, body));
    if (item.error) stack.append(h("div", { class: "failed", role: "alert" }, h("span", {}, this.say(item.error)),
      h("button", { type: "button", onclick: () => this.retry(item) }, this.say("retry")), h("button", { type: "button", onclick: () => this.discard(item) }, this.say("discard"))));
    return h("li", { class: `msg mine pending${item.error ? " broken" : ""}`, "data-author": this.pane.me.id, "data-at": item.at }, stack);
  }

  retry(item) { item.error = null; this.settle(); this.deliver(item); }

  discard(item) { this.pending = this.pending.filter((other) => other !== item); this.settle(); }

  // — suggestions and commands —

  drawSuggestions() {
    const spoken = this.pending.length || [...this.pane.chat.messages.values()].some((message) => message.from?.id === this.pane.me.id && message.body.text !== "/start");
    this.suggestions.hidden = this.pane.role !== "partner" || Boolean(spoken);
    if (this.suggestions.hidden) return;
    this.suggestions.replaceChildren(h("span", { class: "lead" }, this.say("tryThese")), ...this.say("first").map(([label, text]) =>
      h("button", { type: "button", class: "suggestion", onclick: () => this.send(text ?? label) }, label)));
  }

  toggleMenu() { if (this.menu.hidden) this.showMenu(""); else this.hideMenu(); this.input.focus(); }

  drawMenu() { if (!this.menu.hidden) this.showMenu(this.menuPrefix); }

  showMenu(prefix) {
    this.menuPrefix = prefix;
    const items = this.pane.chat.menu.map(({ command, description }) => ({ command: command.replace(/^\//, ""), description })).filter(({ command }) => command.startsWith(prefix.toLowerCase()));
    if (!items.length && prefix) { this.hideMenu(); return; }
    this.menu.replaceChildren(...items.map(({ command, description }) => h("button", { type: "button", role: "option", tabindex: "-1", "aria-selected": "false", "data-command": command, onclick: () => this.choose(command) }, h("b", {}, `/${command}`), h("span", {}, description))));
    if (!items.length) this.menu.append(h("p", {}, this.say("noMenu")));
    this.menu.hidden = false;
    this.slash.setAttribute("aria-expanded", "true");
    if (prefix) this.mark(0);
  }

  hideMenu() { this.menu.hidden = true; this.slash.setAttribute("aria-expanded", "false"); }

  mark(index) {
    const options = [...this.menu.querySelectorAll("[role=option]")];
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    options[index]?.scrollIntoView({ block: "nearest" });
  }

  menuKey(event) {
    const options = [...this.menu.querySelectorAll("[role=option]")];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) { event.preventDefault(); this.mark(at < 0 && step < 0 ? options.length - 1 : (at + step + options.length) % options.length); return true; }
    if (at < 0 || !["Enter", "Tab"].includes(event.key)) return false;
    event.preventDefault();
    if (event.key === "Enter") this.choose(options[at].dataset.command);
    else { this.fill(`/${options[at].dataset.command} `); this.hideMenu(); }
    return true;
  }

  choose(command) { this.fill(""); this.hideMenu(); this.send(`/${command}`); }
}
