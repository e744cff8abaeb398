// After saving, the form stands where it stood: same tab (its hash), same height.
const KEY = "lichtspiel-place";
const form = document.querySelector("#content-main form[method=post]");

if (form) {
  form.addEventListener("submit", () => {
    const place = { path: location.pathname, hash: location.hash, y: window.scrollY };
    sessionStorage.setItem(KEY, JSON.stringify(place));
  });

  const kept = JSON.parse(sessionStorage.getItem(KEY) || "null");
  sessionStorage.removeItem(KEY);
  if (kept && kept.path === location.pathname && !document.querySelector("[data-error-summary]")) {
    if (kept.hash) history.replaceState(history.state, "", kept.hash);
    history.scrollRestoration = "manual";
    requestAnimationFrame(() => requestAnimationFrame(() => window.scrollTo(0, kept.y)));
  }
}
