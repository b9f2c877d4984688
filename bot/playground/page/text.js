// A text and its entities as elements. Offsets are UTF-16 units, as in JavaScript's own strings.
import { make } from "./call.js";

const STYLES = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code",
  blockquote: "blockquote",
};
const SAFE = /^(?:https?|tel|mailto):/i;

export function styled(text, entities, context) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return within(text, 0, text.length, sorted, context);
}

function within(text, start, end, entities, context) {
  const out = document.createDocumentFragment();
  let at = start;
  while (entities.length && entities[0].offset < end) {
    const entity = entities.shift();
    const close = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at) continue;
    out.append(text.slice(at, entity.offset));
    const inner = [];
    while (entities.length && entities[0].offset < close) inner.push(entities.shift());
    const plain = text.slice(entity.offset, close);
    const content = within(text, entity.offset, close, inner, context);
    out.append(wrapped(entity, plain, content, context));
    at = close;
  }
  out.append(text.slice(at, end));
  return out;
}

function wrapped(entity, plain, content, context) {
  if (STYLES[entity.type]) return make(STYLES[entity.type], {}, content);
  switch (entity.type) {
    case "pre":
      return make("pre", {}, make("code", {}, content));
    case "expandable_blockquote":
      return make("details", { class: "quote", open: plain.length < 160 },
        make("summary", {}, "Quote"), make("blockquote", {}, content));
    case "spoiler":
      return spoiler(content);
    case "date_time":
      return make("time", { datetime: new Date(entity.unix_time * 1000).toISOString() },
        entity.date_time_format ? dated(entity, context) : content);
    case "bot_command":
      return make("button", { type: "button", class: "inline", onclick: () => context.say(plain) }, plain);
    case "text_link":
      return anchor(entity.url, content);
    case "url":
      return anchor(SAFE.test(plain) ? plain : `https://${plain}`, content);
    case "email":
      return anchor(`mailto:${plain}`, content);
    default:
      return make("span", { class: entity.type }, content);
  }
}

function anchor(address, content) {
  if (!SAFE.test(address)) return make("span", {}, content);
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, content);
}

function spoiler(content) {
  const cover = make("button", { type: "button", class: "spoiler", "aria-label": "Hidden text. Show it" },
    make("span", { "aria-hidden": "true" }, content));
  cover.addEventListener("click", () => {
    cover.replaceWith(make("span", { class: "shown", tabindex: "-1" }, ...cover.firstChild.childNodes));
  });
  return cover;
}

function dated(entity, { language, zone, now }) {
  const shownAs = entity.date_time_format;
  const at = new Date(entity.unix_time * 1000);
  if (shownAs.includes("r")) return relative(entity.unix_time - now(), language);
  const parts = { timeZone: zone };
  if (shownAs.includes("w")) parts.weekday = "long";
  if (shownAs.includes("d")) Object.assign(parts, { day: "numeric", month: "numeric", year: "2-digit" });
  if (shownAs.includes("D")) Object.assign(parts, { day: "numeric", month: "long", year: "numeric" });
  if (/t/i.test(shownAs)) Object.assign(parts, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (shownAs.includes("T")) parts.second = "2-digit";
  return at.toLocaleString(tongue(language), parts);
}

function relative(seconds, language) {
  const words = new Intl.RelativeTimeFormat(tongue(language), { numeric: "auto" });
  for (const [unit, size] of [["day", 86400], ["hour", 3600], ["minute", 60]]) {
    if (Math.abs(seconds) >= size) return words.format(Math.round(seconds / size), unit);
  }
  return words.format(Math.round(seconds), "second");
}

export function tongue(language) {
  try {
    return Intl.getCanonicalLocales(language || "en")[0];
  } catch {
    return "en";
  }
}
