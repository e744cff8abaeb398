// Buttons for rows that scroll sideways. Without this script they scroll by finger, wheel and keys.

const calm = matchMedia("(prefers-reduced-motion: reduce)");

for (const row of document.querySelectorAll("[data-slider]")) {
  const bar = document.createElement("div");
  bar.className = "slider__buttons";
  const previous = addButton(bar, "previous", row.dataset.previous);
  const next = addButton(bar, "next", row.dataset.next);
  previous.addEventListener("click", () => move(row, -1));
  next.addEventListener("click", () => move(row, 1));
  row.after(bar);
  const show = () => {
    const rest = row.scrollWidth - row.clientWidth;
    bar.hidden = rest < 2;
    // Not `disabled`: a button that is pressed at the end keeps the focus.
    previous.setAttribute("aria-disabled", row.scrollLeft < 2);
    next.setAttribute("aria-disabled", row.scrollLeft > rest - 2);
  };
  row.addEventListener("scroll", show, { passive: true });
  new ResizeObserver(show).observe(row);
  show();
}

// By as many places as are to be seen whole, one at least.
function move(row, direction) {
  const place = row.firstElementChild.getBoundingClientRect().width || row.clientWidth;
  const step = Math.max(1, Math.floor(row.clientWidth / place)) * place;
  row.scrollBy({ left: direction * step, behavior: calm.matches ? "instant" : "smooth" });
}

function addButton(bar, kind, word) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `slider__button slider__button--${kind}`;
  button.setAttribute("aria-label", word);
  button.title = word;
  bar.append(button);
  return button;
}
