// The foot of a chat: typing, commands, reply buttons, and things to attach.
import { icon, make, post, trouble, tried } from "./call.js";
import { askWhere } from "./places.js";

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.form = phone.find(".compose");
    this.field = phone.find("textarea");
    this.things = phone.find(".things");
    this.commands = phone.find(".commands");
    this.list = [];
    this.editing = null;
    for (const name of ["menu", "attach", "send"]) {
      phone.find(`.${name}`).append(icon(name));
    }
    this.listen();
  }

  listen() {
    const { phone, form, field } = this;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.send();
      } else if (event.key === "Escape") {
        this.close();
        this.stopEditing();
      }
    });
    field.addEventListener("input", () => {
      this.grow();
      this.suggest();
    });
    phone.find(".menu").addEventListener("click", () => this.toggle(this.commands, ".menu"));
    phone.find(".attach").addEventListener("click", () => this.toggle(this.things, ".attach"));
    phone.find(".start").addEventListener("click", () => phone.say("/start").then(() => field.focus()));
    phone.find(".unblock").addEventListener("click", () => tried(post(`chats/${phone.id}/unblock`)));
    phone.find(".cancel").addEventListener("click", () => this.stopEditing());
    this.things.addEventListener("click", (event) => {
      if (event.target.dataset.thing) this.attach(event.target.dataset.thing);
    });
    phone.find("input[type=file]").addEventListener("change", (event) => this.upload(event.target));
    phone.find(".foot").addEventListener("keydown", (event) => {
      if (event.key === "Escape" && event.target !== field) {
        this.close();
        field.focus();
      }
    });
  }

  dress(chat, foot, commands, empty) {
    const start = !chat.group && empty && !chat.blocked;
    const shut = chat.blocked || (chat.group && !chat.bot_inside);
    this.phone.find(".start").hidden = !start;
    this.phone.find(".unblock").hidden = !chat.blocked;
    this.form.hidden = shut;
    this.field.setAttribute("aria-label", `Message to Steady Dose from ${this.phone.name}`);
    this.field.placeholder = foot?.input_field_placeholder || "Message";
    this.list = commands;
    this.phone.find(".menu").hidden = commands.length === 0;
    this.keyboard(shut ? null : foot);
  }

  keyboard(foot) {
    const board = this.phone.find(".keyboard");
    const look = JSON.stringify(foot ?? null);
    if (look === this.look) return;
    this.look = look;
    board.hidden = !foot?.keyboard;
    board.replaceChildren(...(foot?.keyboard ?? []).map((row) =>
      make("div", { class: "row" }, ...row.map((button) =>
        make("button", { type: "button", dir: "auto", onclick: () => this.press(button) }, button.text)))));
  }

  async press(button) {
    if (button.request_location) await this.share();
    else await this.phone.say(button.text);
    if (matchMedia("(hover: hover)").matches) this.field.focus({ preventScroll: true });
  }

  async share() {
    const point = await askWhere();
    if (!point) return;
    const { zone, ...coordinates } = point;
    if (zone) await tried(post(`people/${this.phone.id}`, { zone }));
    await tried(post(`chats/${this.phone.id}/location`, coordinates));
  }

  async send() {
    const text = this.field.value.trim();
    if (!text) return;
    const { id } = this.phone;
    const sent = this.editing
      ? await tried(post(`chats/${id}/edit`, { message_id: this.editing, text }))
      : await this.phone.say(text);
    if (sent) {
      this.field.value = "";
      this.grow();
      this.close();
      this.stopEditing();
    }
  }

  startEditing(message) {
    this.editing = message.message_id;
    this.field.value = message.text;
    this.phone.find(".editing").hidden = false;
    this.grow();
    this.field.focus();
  }

  stopEditing() {
    if (!this.editing) return;
    this.editing = null;
    this.field.value = "";
    this.phone.find(".editing").hidden = true;
    this.grow();
  }

  async attach(thing) {
    if (thing === "photo" || thing === "document") {
      const chooser = this.phone.find("input[type=file]");
      chooser.dataset.kind = thing;
      chooser.accept = thing === "photo" ? "image/png,image/jpeg,image/gif,image/webp" : "";
      chooser.click();
      return;
    }
    this.close();
    if (thing === "location") await this.share();
    else await tried(post(`chats/${this.phone.id}/media`, { kind: thing }));
  }

  async upload(chooser) {
    const [file] = chooser.files;
    this.close();
    if (!file) return;
    if (file.size > 10 * 1048576) {
      trouble("Here a file has at most 10 MB.");
      return;
    }
    const read = new FileReader();
    read.addEventListener("load", () => {
      const data = read.result.slice(read.result.indexOf(",") + 1);
      const body = { kind: chooser.dataset.kind, name: file.name, mime: file.type, data };
      tried(post(`chats/${this.phone.id}/media`, body));
      chooser.value = "";
    });
    read.readAsDataURL(file);
  }

  suggest() {
    const typed = this.field.value;
    if (!/^\/\w*$/.test(typed)) {
      this.commands.hidden = true;
      return;
    }
    this.fill(this.list.filter(({ command }) => command.startsWith(typed.slice(1))));
  }

  toggle(sheet, opener) {
    const open = sheet.hidden;
    this.close();
    if (!open) return;
    if (sheet === this.commands) this.fill(this.list);
    sheet.hidden = false;
    this.phone.find(opener).setAttribute("aria-expanded", "true");
    sheet.querySelector("button")?.focus();
  }

  fill(commands) {
    this.commands.hidden = commands.length === 0;
    this.commands.replaceChildren(...commands.map(({ command, description }) =>
      make("button", { type: "button", onclick: () => this.choose(command) },
        make("strong", {}, `/${command}`), make("span", {}, description))));
  }

  choose(command) {
    this.close();
    this.field.value = "";
    this.phone.say(`/${command}`);
    this.field.focus();
  }

  close() {
    for (const sheet of [this.commands, this.things]) sheet.hidden = true;
    for (const name of [".menu", ".attach"]) this.phone.find(name).setAttribute("aria-expanded", "false");
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 140)}px`;
  }
}
