// While a kit is built its row is renewed once a second; without script a link does it.
const SECOND = 1000;
const list = document.querySelector("[data-kits]");
const said = document.querySelector("[data-kits-said]");
const isBusy = () => list.querySelector("[data-busy]") !== null;

const renew = (html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("ul");
  if (!fresh) return;
  const shown = list.querySelector("ul");
  const keys = (rows) => [...rows.children].map((row) => row.dataset.kit).join();
  if (keys(fresh) !== keys(shown)) {
    shown.replaceWith(fresh);
    return;
  }
  shown.toggleAttribute("data-busy", fresh.hasAttribute("data-busy"));
  // A row that says the same stays, with what is unfolded and focused in it.
  [...shown.children].forEach((row, number) => {
    const other = fresh.children[number];
    const plain = (one) => one.innerHTML.replace(/value="[^"]*"/g, "").replace(/ open=""/g, "");
    const bars = [row, other].map((one) => one.querySelector("progress"));
    if (bars[0] && bars[1]) bars[0].value = bars[1].value;
    if (plain(row) !== plain(other)) row.replaceWith(other);
  });
};

const look = async () => {
  try {
    const answer = await fetch(list.dataset.kits, { credentials: "same-origin" });
    if (answer.ok && !answer.redirected) renew(await answer.text());
  } catch {
    // The network comes back, or the next load of the page tells.
  }
  if (isBusy()) setTimeout(look, SECOND);
  else said.textContent = said.dataset.done;
};

if (list && isBusy()) setTimeout(look, SECOND);
