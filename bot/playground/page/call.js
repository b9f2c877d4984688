// The control API, and the few ways this page makes elements. User text is only ever text nodes.

export async function call(path, body, method) {
  const how = { method: method ?? (body === undefined ? "GET" : "POST"), cache: "no-store" };
  if (body !== undefined) {
    how.headers = { "Content-Type": "application/json" };
    how.body = JSON.stringify(body);
  }
  const answer = await fetch(`/_play/${path}`, how);
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.error ?? `The playground answered ${answer.status}.`);
  return found;
}

export const post = (path, body = {}) => call(path, body);

let hiding;
export function trouble(words) {
  const line = document.getElementById("trouble");
  line.textContent = words;
  line.hidden = !words;
  clearTimeout(hiding);
  if (words) hiding = setTimeout(() => (line.hidden = true), 8000);
}

export async function tried(promise) {
  try {
    return await promise;
  } catch (error) {
    trouble(error.message);
    return undefined;
  }
}

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const PATHS = {
  send: "M4 12h14M12 5l7 7-7 7",
  attach: "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 5 5l-8.5 8.5a1.7 1.7 0 0 1-2.5-2.5L15 7",
  menu: "M5 7h14M5 12h14M5 17h9",
  more: "M12 6h.01M12 12h.01M12 18h.01",
  edit: "M4 20h4L19 9l-4-4L4 16v4",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  place: "M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11zM12 10h.01",
  voice: "M12 4v10M9 8v3M15 8v3M6 10v0M18 10v0M8 20h8M12 17v3",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function ask(dialog) {
  dialog.returnValue = "cancel";
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener("close", () => done(dialog.returnValue || "cancel"), { once: true });
  });
}

export async function sure(title, words, yes) {
  const dialog = document.getElementById("sure");
  dialog.querySelector("h2").textContent = title;
  dialog.querySelector("p").textContent = words;
  dialog.querySelector("[value=yes]").textContent = yes;
  return (await ask(dialog)) === "yes";
}
