// Suggestions below a search box: arrows choose, Enter opens, Escape closes. Without this script
// the form leads to the page of results.
const DELAY = 150; // milliseconds after the last key
const SHORTEST = 2; // characters

for (const form of document.querySelectorAll("[data-search]")) attach(form);

function attach(form) {
  const input = form.querySelector("input[type=search]");
  const status = form.querySelector("[data-search-status]");
  const list = document.createElement("div");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.querySelector("label").textContent);
  list.hidden = true;
  form.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let timer;
  let running;
  let chosen = -1;

  const options = () => [...list.querySelectorAll("[role=option]")];

  function close() {
    clearTimeout(timer);
    running?.abort();
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(number) {
    const all = options();
    all[chosen]?.setAttribute("aria-selected", "false");
    chosen = (number + all.length) % all.length;
    all[chosen].setAttribute("aria-selected", "true");
    all[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[chosen].id);
  }

  function show(answer) {
    list.replaceChildren(...answer.groups.map((group, n) => groupOf(list.id, group, n)));
    const count = options().length;
    status.textContent = answer.said;
    if (!count) return close();
    const everything = optionOf({ title: answer.everything, note: "", url: answer.all });
    everything.classList.add("suggestions__all");
    list.append(everything);
    options().forEach((option, n) => {
      option.id = `${list.id}-${n}`;
    });
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  async function ask() {
    running?.abort();
    const question = input.value.trim();
    if (question.length < SHORTEST) return close();
    running = new AbortController();
    try {
      const url = `${form.dataset.search}?${new URLSearchParams({ q: question })}`;
      const response = await fetch(url, { signal: running.signal });
      if (response.ok && document.activeElement === input) show(await response.json());
    } catch {
      // A later key, or no network: the form works without suggestions.
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask();
      else choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Enter" && !list.hidden && chosen >= 0) {
      event.preventDefault();
      location.assign(options()[chosen].dataset.url);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", close);
  // The box keeps the focus while somebody clicks.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    if (event.ctrlKey || event.metaKey) window.open(option.dataset.url, "_blank", "noopener");
    else location.assign(option.dataset.url);
  });
}

function groupOf(id, group, number) {
  const element = document.createElement("div");
  element.setAttribute("role", "group");
  const name = document.createElement("div");
  name.id = `${id}-kind-${number}`;
  name.className = "suggestions__kind";
  name.setAttribute("role", "presentation");
  name.textContent = group.name;
  element.setAttribute("aria-labelledby", name.id);
  element.append(name, ...group.hits.map(optionOf));
  return element;
}

function optionOf(hit) {
  const option = document.createElement("div");
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.url = hit.url;
  option.append(hit.title);
  if (hit.note) {
    const note = document.createElement("span");
    note.className = "suggestions__note";
    note.textContent = hit.note;
    option.append(note);
  }
  return option;
}
