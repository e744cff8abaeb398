// A link from elsewhere to a field ends in that field: by itself a browser only scrolls to it.
// Read at once: tabs take the address for themselves.
const id = decodeURIComponent(location.hash.slice(1));
// Who has just saved goes on where he or she was.
const isKept = sessionStorage.getItem("lichtspiel-place") !== null;
const FIELDS = "input:not([type=hidden]), select, textarea, button, a[href]";

const targetIn = (aim) => {
  if (aim.classList.contains("select2-hidden-accessible")) {
    return aim.parentElement.querySelector(".select2-selection") ?? aim;
  }
  if (aim.matches(FIELDS)) return aim;
  return [...aim.querySelectorAll(FIELDS)].find((field) => field.checkVisibility()) ?? aim;
};

const land = () => {
  const aim = document.getElementById(id);
  if (!aim || document.querySelector("[data-error-summary]")) return;
  let part = aim.closest("details:not([open])");
  for (; part; part = part.parentElement.closest("details:not([open])")) part.open = true;
  const target = targetIn(aim);
  if (!target.matches(`${FIELDS}, .select2-selection`)) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
};

// Once the browser has gone to the hash by itself, which takes the focus away.
const wait = () => requestAnimationFrame(() => setTimeout(land));
if (!isKept && /^id_|-group$|^kit-/.test(id)) {
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait);
}
