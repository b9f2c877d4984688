// Where a phone can be: presets, any coordinates, and every time zone this browser knows.
import { ask, make } from "./call.js";

export const CITIES = [
  ["Berlin", 52.52, 13.405, "Europe/Berlin"],
  ["London", 51.507, -0.128, "Europe/London"],
  ["New York", 40.713, -74.006, "America/New_York"],
  ["Los Angeles", 34.052, -118.244, "America/Los_Angeles"],
  ["Tokyo", 35.677, 139.65, "Asia/Tokyo"],
  ["Sydney", -33.869, 151.209, "Australia/Sydney"],
  ["Kathmandu", 27.717, 85.324, "Asia/Kathmandu"],
  ["Urumqi", 43.825, 87.617, "Asia/Urumqi"],
  ["Mid-Atlantic", 30, -40, "Etc/GMT+3"],
];

export const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

export function zoneNames() {
  const known = Intl.supportedValuesOf ? Intl.supportedValuesOf("timeZone") : [];
  return [...new Set(["UTC", HERE, ...CITIES.map((city) => city[3]), ...known])].sort();
}

export async function askWhere() {
  const dialog = document.getElementById("where");
  const [latitude, longitude] = dialog.querySelectorAll("input");
  let chosen = null;
  const choose = (point) => {
    chosen = point;
    dialog.close("point");
  };
  dialog.querySelector(".cities").replaceChildren(...CITIES.map(([name, lat, lon, zone]) =>
    make("button", { type: "button", onclick: () => choose({ latitude: lat, longitude: lon, zone }) }, name)));
  dialog.querySelector("[value=point]").onclick = () => {
    const usable = latitude.value !== "" && longitude.value !== "";
    if (!usable || !latitude.checkValidity() || !longitude.checkValidity()) {
      const wrong = latitude.value === "" || !latitude.checkValidity() ? latitude : longitude;
      wrong.setAttribute("aria-invalid", "true");
      wrong.focus();
      return;
    }
    choose({ latitude: Number(latitude.value), longitude: Number(longitude.value) });
  };
  for (const field of [latitude, longitude]) field.removeAttribute("aria-invalid");
  await ask(dialog);
  return chosen;
}
