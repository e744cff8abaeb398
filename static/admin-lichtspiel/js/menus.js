// Menus of the head: Escape and a click elsewhere close them; only one is open.
import { forgetAll, forgetArrived } from "./kept.js";

const menus = [...document.querySelectorAll("[data-menu]")];

for (const menu of menus) {
  menu.addEventListener("toggle", () => {
    if (!menu.open) return;
    for (const other of menus) if (other !== menu) other.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

document.addEventListener("click", (event) => {
  for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
});

forgetArrived();
// Who logs out leaves nothing typed behind in this browser.
document.querySelector("#logout-form")?.addEventListener("submit", forgetAll);
