// One message as a list item: words, picture, file, buttons, and the marks under it.
import { icon, make } from "./call.js";
import { styled, tongue } from "./text.js";

export function bubble(message, phone) {
  if (message.media.new_chat_members) return notice(`${message.name} added Steady Dose`);
  const pinned = message.media.pinned_message;
  if (pinned) return notice(`${message.name} pinned “${start(pinned)}”`);
  const mine = !message.from_bot;
  const item = make("li", {
    class: `message ${mine ? "mine" : "theirs"}`, tabindex: "-1", "data-id": message.message_id,
  });
  const speaker = mine ? (phone.group ? message.name : "You") : "Steady Dose";
  const body = make("div", { class: "bubble" },
    make("span", { class: "hidden" }, `${speaker}: `),
    quoted(message, phone), media(message));
  if (message.text) {
    body.append(make("div", { class: "words", dir: "auto" }, styled(message.text, message.entities, phone.context)));
  }
  body.append(marks(message, phone, mine));
  item.append(body);
  if (message.buttons.length) item.append(inlineButtons(message, phone));
  for (const reaction of message.reactions) {
    item.append(make("span", { class: "reaction", role: "img", "aria-label": `Reaction ${reaction.emoji}` }, reaction.emoji));
  }
  return item;
}

export function dayLine(seconds, phone) {
  const day = new Date(seconds * 1000).toLocaleDateString(tongue(phone.context.language), {
    timeZone: phone.context.zone, weekday: "long", day: "numeric", month: "long",
  });
  return notice(day);
}

function start(message) {
  const line = (message.text || message.caption || "a message").split("\n")[0];
  return line.length > 32 ? `${line.slice(0, 31)}…` : line;
}

function notice(words) {
  return make("li", { class: "notice-line" }, make("span", {}, words));
}

function marks(message, phone, mine) {
  const at = new Date(message.date * 1000);
  const shown = at.toLocaleTimeString(tongue(phone.context.language), {
    timeZone: phone.context.zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  const line = make("div", { class: "marks" });
  if (mine && message.text && !Object.keys(message.media).length) {
    line.append(make("button", {
      type: "button", class: "edit", "aria-label": `Edit: ${message.text.slice(0, 40)}`,
      onclick: () => phone.startEditing(message),
    }, icon("edit")));
  }
  if (message.pinned) line.append("pinned ");
  if (message.silent) line.append("silent ");
  if (message.protected) line.append("protected ");
  if (message.edited) line.append("edited ");
  line.append(make("time", { datetime: at.toISOString() }, shown));
  return line;
}

function quoted(message, phone) {
  const original = phone.messages.find((other) => other.message_id === message.reply_to);
  if (!original) return null;
  return make("div", { class: "quoted", dir: "auto" }, (original.text || "Attachment").slice(0, 90));
}

function media(message) {
  const { media: kind, file } = message;
  if (kind.location) {
    const { latitude, longitude } = kind.location;
    return make("div", { class: "thing" }, icon("place"), `Location ${latitude.toFixed(3)}, ${longitude.toFixed(3)}`);
  }
  if (kind.sticker) return make("div", { class: "sticker", role: "img", "aria-label": "Sticker" }, kind.sticker.emoji);
  if (kind.voice) return make("div", { class: "thing" }, icon("voice"), "Voice note, 2 seconds");
  if (file?.photo) {
    const address = `/_play/files/${file.id}`;
    return make("a", { class: "picture", href: address, target: "_blank" },
      make("img", { src: address, alt: "Picture, opens in full size", width: file.width, height: file.height }));
  }
  if (file) {
    return make("a", { class: "thing file", href: `/_play/files/${file.id}`, download: file.name },
      icon("file"), make("span", {}, make("strong", { dir: "auto" }, file.name), ` ${size(file.size)}`));
  }
  return null;
}

function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function inlineButtons(message, phone) {
  const rows = message.buttons.map((row, r) =>
    make("div", { class: "row" }, ...row.map((button, c) => inlineButton(message, button, r, c, phone))));
  return make("div", { class: "buttons", role: "group", "aria-label": "Answers" }, ...rows);
}

function inlineButton(message, button, row, column, phone) {
  if (button.url) {
    const safe = /^https?:/i.test(button.url) ? button.url : undefined;
    return make("a", { class: "answer", href: safe, target: "_blank", rel: "noopener noreferrer" }, button.text);
  }
  const act = button.copy_text
    ? () => navigator.clipboard?.writeText(button.copy_text.text).then(() => phone.toast("Copied"))
    : () => phone.tap(message, row, column, shown);
  const shown = make("button", {
    type: "button", dir: "auto", class: `answer ${button.style ?? ""}`, onclick: act,
  }, button.text);
  return shown;
}
