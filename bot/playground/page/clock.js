// The clock bar: the playground's own time, and the buttons that turn it.
import { call, post, tried } from "./call.js";
import { HERE } from "./places.js";

const bar = document.getElementById("turns");
const due = document.getElementById("due");
const next = document.getElementById("next");
const said = document.getElementById("said");

const followers = [];
let ahead = 0;
let nextDue = null;
let turning = false;

export const now = () => Date.now() / 1000 + ahead;

export function setNow(seconds) {
  ahead = seconds - Date.now() / 1000;
  tick();
  for (const follow of followers) follow();
}

export const onTurn = (follow) => followers.push(follow);

export function tick() {
  const at = new Date(now() * 1000);
  const shown = document.getElementById("time");
  shown.dateTime = at.toISOString();
  shown.textContent = at.toLocaleString("en-GB", {
    timeZone: HERE, weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit",
  });
  document.getElementById("zone").textContent = HERE.replaceAll("_", " ");
  due.textContent = nextDue === null ? "" : `in ${span(nextDue - now())}`;
}

export async function readClock() {
  const shown = await tried(call("clock"));
  if (!shown) return;
  nextDue = shown.next_due;
  enable();
  setNow(shown.now);
}

let reading;
export function readClockSoon() {
  reading ??= setTimeout(() => {
    reading = undefined;
    readClock();
  }, 300);
}

function enable() {
  for (const button of bar.querySelectorAll("button")) button.disabled = turning;
  next.disabled = turning || nextDue === null;
  bar.setAttribute("aria-busy", String(turning));
}

export function span(seconds) {
  const minutes = Math.max(0, Math.round(seconds / 60));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days) return hours ? `${days} d ${hours} h` : `${days} d`;
  if (hours) return rest ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}

export function listen() {
  bar.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button || turning) return;
    const { step, sleep } = button.dataset;
    const how = step ? { step: Number(step) } : sleep ? { sleep: Number(sleep) } : { next: true };
    turning = true;
    said.textContent = sleep ? "Sleeping" : "Turning the clock";
    enable();
    try {
      await tried(post("clock", how));
    } finally {
      turning = false;
      await readClock();
      said.textContent = `It is now ${document.getElementById("time").textContent}`;
      // The button lost the focus when it was switched off; whoever went elsewhere stays there.
      if (document.activeElement === document.body) button.focus({ preventScroll: true });
    }
  });
  setInterval(tick, 1000);
}
