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
    // Only after the browser has gone to the hash by itself.
    const restore = () => requestAnimationFrame(() => setTimeout(() => window.scrollTo(0, kept.y)));
    if (document.readyState === "complete") restore();
    else window.addEventListener("load", restore);
  }
}
