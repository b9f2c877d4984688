// Start, watch the events, and keep a phone for every chat.
import { ask, call, make, post, sure, trouble, tried } from "./call.js";
import { listen as listenToClock, now, onTurn, readClock, readClockSoon, setNow } from "./clock.js";
import { owned, Phone } from "./phone.js";
import { HERE, zoneNames } from "./places.js";

const NAMES = ["Ada", "Ben", "Chidi", "Dora", "Emil", "Farah", "Grace", "Hugo"];
const phones = new Map();
const row = document.getElementById("phones");
const chips = document.getElementById("people");
let epoch = "";
let seq = 0;

async function load() {
  const state = await call("state");
  ({ epoch, seq } = state);
  setNow(state.now);
  await arrange(state.chats);
  await Promise.all([...phones.values()].map((phone) => phone.refresh()));
  readClock();
}

async function arrange(cards) {
  const ids = new Set(cards.map((card) => card.id));
  for (const [id, phone] of phones) {
    if (!ids.has(id)) {
      phone.root.remove();
      phones.delete(id);
    }
  }
  const added = [];
  for (const card of cards) {
    if (phones.has(card.id)) phones.get(card.id).dress(card);
    else {
      const phone = new Phone(card, now, openAbout);
      phones.set(card.id, phone);
      row.append(phone.root);
      added.push(phone);
    }
  }
  await Promise.all(added.map((phone) => phone.refresh()));
  count();
}

function count() {
  const all = [...phones.values()];
  const unread = all.reduce((sum, phone) => sum + (phone.unread ?? 0), 0);
  document.title = `${unread ? `(${unread}) ` : ""}Steady Dose playground`;
  chips.hidden = row.scrollWidth <= row.clientWidth + 2;
  chips.replaceChildren(...all.map((phone) => make("button", {
    type: "button",
    onclick: () => {
      phone.root.scrollIntoView({ inline: "center", block: "nearest" });
      phone.find("textarea").focus({ preventScroll: true });
    },
  }, phone.name, phone.unread ? make("span", { class: "badge", "aria-label": `${phone.unread} unread` }, String(phone.unread)) : null)));
}

async function watch() {
  for (;;) {
    try {
      const found = await call(`events?after=${seq}&epoch=${epoch}&wait=25`);
      if (found.lost) await load();
      else {
        seq = found.seq;
        await take(found.events);
      }
      trouble("");
    } catch {
      trouble("The playground does not answer. Is it still running?");
      await new Promise((done) => setTimeout(done, 1500));
    }
  }
}

async function take(events) {
  const kinds = new Set(events.map((event) => event.kind));
  if (kinds.has("people") || kinds.has("reset")) await arrange((await call("state")).chats);
  const stale = new Set();
  for (const event of events) {
    const phone = phones.get(event.chat) ?? phones.get(event.person);
    if (event.kind === "answered") phone?.answered(event);
    else if (event.kind === "typing") phone?.typing();
    else if (phone) stale.add(phone);
  }
  if (events.some((event) => event.kind === "request" && event.method.toLowerCase() === "setmycommands")) {
    for (const phone of phones.values()) stale.add(phone);
  }
  await Promise.all([...stale].map((phone) => phone.refresh()));
  count();
  if (stale.size || kinds.has("clock") || kinds.has("reset")) readClockSoon();
}

async function openAbout(phone) {
  const dialog = document.getElementById("about");
  const fields = dialog.querySelector("form").elements;
  if (phone.group) {
    const inside = phone.card.bot_inside;
    const words = inside ? "The bot is told that it was removed." : "The group goes from this page.";
    if (await sure(`Group ${phone.name}`, words, inside ? "Remove the bot" : "Delete the group")) {
      await tried(call(`groups/${phone.id}`, undefined, "DELETE"));
    }
    return;
  }
  const { card } = phone;
  dialog.querySelector("h2").textContent = owned(phone.name);
  fields.zone.replaceChildren(...zoneNames().map((zone) => make("option", { value: zone }, zone.replaceAll("_", " "))));
  for (const name of ["first_name", "username", "language_code"]) fields[name].value = card[name] ?? "";
  fields.zone.value = card.zone ?? HERE;
  dialog.querySelector("[value=block]").textContent = card.blocked ? "Unblock the bot" : "Block the bot";
  await act(phone, await ask(dialog), fields);
}

async function act(phone, choice, fields) {
  const { id, card } = phone;
  if (choice === "save") {
    const names = ["first_name", "username", "language_code", "zone"];
    await tried(post(`people/${id}`, Object.fromEntries(names.map((name) => [name, fields[name].value]))));
    await phone.refresh();
  } else if (choice === "block") {
    await tried(post(`chats/${id}/${card.blocked ? "unblock" : "block"}`));
  } else if (choice === "group") {
    await tried(post("groups", { by: id, title: phone.name === "You" ? "Your family" : `${phone.name}'s family` }));
  } else if (choice === "remove") {
    const words = "Their chat goes from this page. What the bot stored about them stays in its database.";
    if (await sure(`Remove ${phone.name}?`, words, "Remove")) await tried(call(`people/${id}`, undefined, "DELETE"));
  }
}

document.getElementById("add").addEventListener("click", async () => {
  const taken = new Set([...phones.values()].map((phone) => phone.name));
  const name = NAMES.find((one) => !taken.has(one)) ?? `Person ${phones.size + 1}`;
  const card = await tried(post("people", { first_name: name }));
  if (!card) return;
  await arrange((await call("state")).chats);
  const phone = phones.get(card.id);
  phone.root.scrollIntoView({ inline: "center", block: "nearest" });
  phone.find(".start").focus({ preventScroll: true });
});

document.getElementById("reset").addEventListener("click", async () => {
  const words = "Everybody here, every message and the bot's database are forgotten.";
  if (await sure("Start over?", words, "Forget everything")) await tried(post("reset"));
});

for (const kind of ["visibilitychange", "focus"]) {
  window.addEventListener(kind, () => {
    for (const phone of phones.values()) if (phone.near()) phone.seen();
  });
}

new ResizeObserver(count).observe(row);
listenToClock();
const tickAll = () => phones.forEach((phone) => phone.tick());
onTurn(tickAll); // a turned clock shows at once on every phone
setInterval(tickAll, 1000);
await tried(load());
const [first] = phones.values();
(first?.find(".start").hidden ? first?.find("textarea") : first?.find(".start"))?.focus({ preventScroll: true });
document.documentElement.dataset.ready = "yes";
watch();
