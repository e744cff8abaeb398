// While a kit is built its row is renewed once a second; without script a link does it.
const SECOND = 1000;
const list = document.querySelector("[data-kits]");
const said = document.querySelector("[data-kits-said]");
const rowsOf = (part) => [...part.querySelectorAll("[data-kit]")];
const keys = (part) => rowsOf(part).map((row) => row.dataset.kit).join();
const plain = (row) => row.outerHTML.replace(/ (value="[^"]*"|open="")/g, "");

// A row that says the same stays, with what is unfolded and focused in it.
const renewRow = (row, fresh) => {
  const bars = [row, fresh].map((one) => one.querySelector("progress"));
  if (bars[0] && bars[1]) bars[0].value = bars[1].value;
  if (plain(row) !== plain(fresh)) row.replaceWith(fresh);
};

// What has changed is said once, not every step of it.
const tell = (before) => {
  const news = rowsOf(list).filter((row) => {
    const state = before.get(row.dataset.kit);
    return state && state !== row.dataset.state;
  });
  if (news.length) said.textContent = news.map((row) => row.dataset.says).join(" ");
};

const renew = (html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-rows]");
  const shown = list.querySelector("[data-rows]");
  if (!fresh) return;
  const before = new Map(rowsOf(shown).map((row) => [row.dataset.kit, row.dataset.state]));
  const focused = document.activeElement?.closest("[data-kit]")?.dataset.kit;
  if (keys(fresh) === keys(shown)) {
    shown.toggleAttribute("data-busy", fresh.hasAttribute("data-busy"));
    const others = rowsOf(fresh);
    rowsOf(shown).forEach((row, number) => renewRow(row, others[number]));
  } else {
    shown.replaceWith(fresh);
  }
  tell(before);
  const lost = focused && document.activeElement === document.body;
  if (lost) list.querySelector(`[data-kit="${focused}"]`)?.querySelector("a, button")?.focus();
};

let waiting = 0;
const look = async () => {
  clearTimeout(waiting);
  try {
    const answer = await fetch(list.dataset.kits, { credentials: "same-origin" });
    if (answer.ok && !answer.redirected) renew(await answer.text());
  } catch {
    // The network comes back, or the next load of the page tells.
  }
  if (list.querySelector("[data-busy]")) waiting = setTimeout(look, SECOND);
};

if (list) {
  if (list.querySelector("[data-busy]")) waiting = setTimeout(look, SECOND);
  // Who comes back from the film's form sees at once what is out of date now.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
}
