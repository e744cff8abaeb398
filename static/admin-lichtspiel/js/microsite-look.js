/* The look of a microsite: colours by text or picker, and the preview follows before it is saved. */

const look = document.querySelector("[data-look]");
const form = look?.querySelector("[data-look-form]");
const frame = look?.querySelector("[data-frame]");
const status = look?.querySelector("[data-status]");
const state = look?.querySelector("[data-look-state]");
// Milliseconds after the last key.
const PAUSE = 300;
const HEX = /^#[0-9a-f]{6}$/;
let shown = null;
let timer = 0;
let latest = 0;

function pair(field) {
  const text = field.querySelector("[data-colour]");
  const pick = field.querySelector("[data-pick]");
  pick.addEventListener("input", () => {
    text.value = pick.value;
    text.dispatchEvent(new Event("input", { bubbles: true }));
  });
  text.addEventListener("input", () => {
    const colour = text.value.trim().toLowerCase() || text.placeholder;
    if (HEX.test(colour)) pick.value = colour;
  });
}

/* The style sheet is exchanged and not removed first, so that nothing flashes. */
function dress() {
  const page = frame?.contentDocument;
  const old = page?.querySelector('link[rel="stylesheet"][href*="/media/styles/"]');
  if (!shown || !old) return;
  if (new URL(old.href).pathname !== shown.stylesheet) {
    const fresh = old.cloneNode();
    fresh.href = shown.stylesheet;
    fresh.addEventListener("load", () => old.remove());
    old.after(fresh);
  }
  const kept = [...page.body.classList].filter(
    (name) => name !== "microsite" && !/^(layout|nav|width)-|^has-capitals$/.test(name),
  );
  page.body.className = [...kept, shown.classes].join(" ");
}

function tell() {
  const words = Object.values(shown.mistakes).flat();
  state.textContent = words.join(" ") || status.dataset.wordShown;
  state.classList.toggle("errors", words.length > 0);
}

async function tryOut() {
  const turn = ++latest;
  const fields = new URLSearchParams(new FormData(form));
  fields.delete("csrfmiddlewaretoken");
  const answer = await fetch(`${look.dataset.try}?${fields}`).catch(() => null);
  if (turn !== latest || !answer?.ok) return;
  shown = await answer.json();
  dress();
  tell();
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(tryOut, PAUSE);
}

if (form) {
  form.querySelectorAll(".colour-field").forEach(pair);
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  // Pickers of Django's admin speak through its jQuery alone.
  window.django?.jQuery?.(form).on("change", "select", soon);
  frame?.addEventListener("load", dress);
}
