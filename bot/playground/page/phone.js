// One chat on one phone: keeps its elements in step with what the playground remembers.
import { call, icon, make, post, tried } from "./call.js";
import { bubble, dayLine } from "./bubble.js";
import { Composer } from "./composer.js";
import { HERE } from "./places.js";
import { tongue } from "./text.js";

export const owned = (name) => (name === "You" ? "Your phone" : `${name}'s phone`);

export class Phone {
  constructor(card, now, openAbout) {
    this.id = card.id;
    this.group = card.group;
    this.messages = [];
    this.items = new Map();
    this.waiting = new Map();
    this.context = { language: "en", zone: HERE, now, say: (text) => this.say(text) };
    const template = document.getElementById("phone").content.cloneNode(true);
    this.root = template.firstElementChild;
    this.root.id = `phone-${card.id}`;
    this.find = (selector) => this.root.querySelector(selector);
    this.log = this.find(".log");
    this.scroll = this.find(".scroll");
    this.find(".more").append(icon("more"));
    this.find(".more").addEventListener("click", () => openAbout(this));
    this.find(".pinned").addEventListener("click", () => this.showPinned());
    for (const kind of ["focusin", "pointerdown", "pointerenter"]) {
      this.root.addEventListener(kind, () => this.seen());
    }
    this.stuck = true;
    this.scroll.addEventListener("scroll", () => {
      this.stuck = this.atEnd();
      if (this.stuck && this.near()) this.seen();
    });
    const watcher = new ResizeObserver(() => this.stuck && this.toEnd());
    watcher.observe(this.scroll);
    watcher.observe(this.log);
    this.composer = new Composer(this);
    this.dress(card);
  }

  dress(card) {
    this.card = card;
    const name = this.group ? card.title : card.first_name;
    this.name = name;
    this.context.language = card.language_code || "en";
    this.context.zone = card.zone || HERE;
    this.root.setAttribute("aria-label", this.group ? `Group ${name}` : owned(name));
    this.find("h2").textContent = name;
    this.find(".face").textContent = [...name][0] ?? "?";
    this.root.style.setProperty("--hue", String((this.id * 47 + 175) % 360));
    this.find(".sub").textContent = this.describe(card);
    this.find(".more").setAttribute("aria-label", `About ${name}`);
    this.log.setAttribute("aria-label", `Chat of ${name} with Steady Dose`);
    this.root.classList.toggle("blocked", Boolean(card.blocked));
    this.badge(card.unread);
    this.tick();
  }

  describe(card) {
    if (this.group) return card.bot_inside ? "Group with Steady Dose" : "Steady Dose is not here";
    return card.blocked ? "Steady Dose is blocked" : "chats with Steady Dose";
  }

  badge(count) {
    const badge = this.find(".badge");
    const grew = count > (this.unread ?? 0);
    this.unread = count;
    badge.hidden = count === 0;
    badge.textContent = count ? String(count) : "";
    badge.setAttribute("aria-label", `${count} unread`);
    if (grew) {
      this.root.classList.remove("ping");
      void this.root.offsetWidth; // restart the animation
      this.root.classList.add("ping");
    }
  }

  tick() {
    const { zone, language, now } = this.context;
    this.find(".phone-time").textContent = new Date(now() * 1000).toLocaleTimeString(tongue(language), {
      timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23",
    });
    this.find(".phone-zone").textContent = zone.split("/").pop().replaceAll("_", " ");
  }

  async refresh() {
    if (this.refreshing) {
      this.again = true;
      return;
    }
    this.refreshing = true;
    try {
      do {
        this.again = false;
        const shown = await tried(call(`chats/${this.id}`));
        if (shown) this.show(shown);
      } while (this.again);
    } finally {
      this.refreshing = false;
    }
  }

  show({ chat, messages, foot, commands, description }) {
    this.messages = messages;
    this.dress(chat);
    this.find(".typing").hidden = true;
    const empty = this.find(".empty");
    empty.hidden = messages.length > 0;
    empty.textContent = description || "No messages here yet.";
    this.place(messages);
    this.pin(messages.filter((message) => message.pinned).at(-1));
    this.composer.dress(chat, foot, commands, messages.length === 0);
    if (this.stuck) this.toEnd();
    if (this.unread && this.near() && this.atEnd()) this.seen();
  }

  place(messages) {
    const wanted = [];
    let day = "";
    for (const message of messages) {
      const line = dayLine(message.date, this);
      if (line.textContent !== day) {
        day = line.textContent;
        wanted.push([`day-${day}`, day, () => line]);
      }
      const look = JSON.stringify([message, this.context.zone, this.context.language]);
      wanted.push([message.message_id, look, () => bubble(message, this)]);
    }
    const keys = new Set(wanted.map(([key]) => key));
    for (const [key, { item }] of this.items) {
      if (!keys.has(key)) {
        item.remove();
        this.items.delete(key);
      }
    }
    wanted.forEach(([key, look, build], index) => this.settle(key, look, build, index));
  }

  settle(key, look, build, index) {
    const known = this.items.get(key);
    if (known?.look === look) {
      if (this.log.children[index] !== known.item) this.log.insertBefore(known.item, this.log.children[index]);
      return;
    }
    const item = build();
    if (known) {
      const focused = document.activeElement;
      const within = known.item.contains(focused);
      const next = known.item === focused ? item : item.querySelector(".answer") ?? item;
      known.item.replaceWith(item);
      item.classList.add("changed");
      if (within) next.focus({ preventScroll: true });
    } else {
      this.log.insertBefore(item, this.log.children[index] ?? null);
    }
    this.items.set(key, { look, item });
  }

  pin(message) {
    const bar = this.find(".pinned");
    this.pinnedId = message?.message_id;
    bar.hidden = !message;
    bar.querySelector("span").textContent = message ? message.text.slice(0, 120) || "Attachment" : "";
  }

  showPinned() {
    const item = this.items.get(this.pinnedId)?.item;
    item?.scrollIntoView({ block: "center" });
    item?.focus({ preventScroll: true });
  }

  atEnd() {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < 60;
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  near() {
    if (document.visibilityState !== "visible" || !document.hasFocus()) return false;
    return this.root.contains(document.activeElement) || this.root.matches(":hover");
  }

  async seen() {
    const last = this.messages.at(-1);
    if (!this.unread || !last) return;
    this.badge(0);
    await tried(post(`chats/${this.id}/read`, { up_to: last.message_id }));
  }

  async say(text) {
    this.toEnd(); // who writes wants to see what comes of it
    this.stuck = true;
    return tried(post(`chats/${this.id}/say`, { text }));
  }

  async tap(message, row, column, button) {
    button.setAttribute("aria-busy", "true");
    const sent = await tried(post(`chats/${this.id}/tap`, { message_id: message.message_id, row, column }));
    if (sent) this.waiting.set(sent.query, button);
    else button.removeAttribute("aria-busy");
  }

  answered(event) {
    this.waiting.get(event.query)?.removeAttribute("aria-busy");
    this.waiting.delete(event.query);
    if (event.text) this.toast(event.text, event.alert);
  }

  toast(words, stays = false) {
    const line = this.find(".toast");
    line.replaceChildren(make("span", { dir: "auto" }, words));
    line.classList.toggle("alert", stays);
    clearTimeout(this.hiding);
    this.hiding = setTimeout(() => line.replaceChildren(), stays ? 12000 : 4000);
  }

  typing() {
    this.find(".typing").hidden = false;
    clearTimeout(this.typed);
    this.typed = setTimeout(() => (this.find(".typing").hidden = true), 5000);
  }

  startEditing(message) {
    this.composer.startEditing(message);
  }
}
