// After saving, the form stands where it stood: same tab (its hash), same height, same field.
const KEY = "lichtspiel-place";
const form = document.querySelector("#content-main form[method=post]");

// Messages and states above it may grow: the part in which one works stays where it was.
const topOf = () => (form.querySelector(".tab-panel:not([hidden])") ?? form).getBoundingClientRect().top;

if (form) {
  form.addEventListener("submit", () => {
    const field = document.activeElement;
    const place = {
      path: location.pathname,
      hash: location.hash,
      top: topOf(),
      focus: form.contains(field) ? field.id || field.name : "",
      selection: [field.selectionStart, field.selectionEnd],
    };
    sessionStorage.setItem(KEY, JSON.stringify(place));
  });

  const kept = JSON.parse(sessionStorage.getItem(KEY) || "null");
  sessionStorage.removeItem(KEY);
  if (kept && kept.path === location.pathname && !document.querySelector("[data-error-summary]")) {
    if (kept.hash) history.replaceState(history.state, "", kept.hash);
    history.scrollRestoration = "manual";
    // Only after the browser has gone to the hash by itself.
    const restore = () =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          window.scrollBy(0, topOf() - kept.top);
          const field =
            kept.focus &&
            (document.getElementById(kept.focus) ?? [...form.querySelectorAll(`[name="${kept.focus}"]`)].at(-1));
          if (!field) return;
          field.focus({ preventScroll: true });
          if (typeof kept.selection[0] === "number") field.setSelectionRange?.(...kept.selection);
        }),
      );
    if (document.readyState === "complete") restore();
    else window.addEventListener("load", restore);
  }
}
