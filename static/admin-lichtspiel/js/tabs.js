// Makes tabs of the parts of a long form. Without it they stand below each other, and the same
// links lead to them. The open tab is the address' hash; one with errors is opened first.
const list = document.querySelector("[data-tabs]");

if (list) {
  const tabs = [...list.querySelectorAll("a")];
  const panelOf = (tab) => document.getElementById(tab.hash.slice(1));
  // Where browsers can, a search in the page also finds what is in a closed tab.
  const closed = "onbeforematch" in document.documentElement ? "until-found" : "";

  const select = (chosen, { remember = true, focus = false } = {}) => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      if (isChosen) panelOf(tab).removeAttribute("hidden");
      else panelOf(tab).setAttribute("hidden", closed);
    }
    if (focus) chosen.focus();
    chosen.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (remember) history.replaceState(history.state, "", chosen.hash);
  };

  const tabWith = (element) => tabs.find((tab) => element && panelOf(tab).contains(element));

  const focusField = (element) => {
    if (!element) return;
    const picker = element.parentElement?.querySelector(".select2-selection");
    const isHidden = element.classList.contains("select2-hidden-accessible");
    const target = isHidden && picker ? picker : element;
    target.scrollIntoView({ block: "center" });
    if (!target.matches("input, select, textarea, button, a, .select2-selection")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };

  list.setAttribute("role", "tablist");
  for (const tab of tabs) {
    const panel = panelOf(tab);
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.addEventListener("beforematch", () => select(tab));
  }

  list.addEventListener("click", (event) => {
    const tab = event.target.closest("a");
    if (!tab) return;
    event.preventDefault();
    select(tab);
  });

  list.addEventListener("keydown", (event) => {
    const at = tabs.indexOf(document.activeElement);
    const steps = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
    if (at < 0 || !(event.key in steps)) return;
    event.preventDefault();
    select(tabs.at(steps[event.key] % tabs.length), { focus: true });
  });

  const elementOf = (hash) => document.getElementById(decodeURIComponent(hash.slice(1)));

  // A link to a field, from the summary of errors or from elsewhere, opens its tab.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || list.contains(link)) return;
    const tab = tabWith(elementOf(link.hash));
    if (!tab) return;
    event.preventDefault();
    select(tab);
    focusField(elementOf(link.hash));
  });
  window.addEventListener("hashchange", () => {
    const tab = tabWith(elementOf(location.hash));
    if (tab) select(tab, { remember: false });
  });

  const wanted = tabWith(elementOf(location.hash));
  const wrong = tabs.filter((tab) => tab.classList.contains("tabs__tab--wrong"));
  // In a form filled in from a draft these hold what is not saved.
  const typed = tabs.filter((tab) => panelOf(tab).querySelector("[data-typed]"));
  for (const tab of typed) tab.classList.add("tabs__tab--typed");
  const first = wrong.length && !wrong.includes(wanted) ? wrong[0] : wanted || typed[0] || tabs[0];
  select(first, { remember: first !== tabs[0] || Boolean(location.hash) });
}

// Once more after the browser has gone to the hash by itself: that takes the focus away.
const focusSummary = () => document.querySelector("[data-error-summary]")?.focus();
const refocus = () =>
  requestAnimationFrame(() => setTimeout(() => document.activeElement === document.body && focusSummary()));
focusSummary();
if (document.readyState === "complete") refocus();
else window.addEventListener("load", refocus);
