// The credits desk: rows are edited, moved and deleted in place; without script every button is a form.
const desk = document.querySelector("[data-credits-desk]");
const words = desk?.dataset ?? {};
const status = desk?.querySelector("[data-status]");

const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
const say = (text) => {
  if (status) status.textContent = text;
};
const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_all, name) => facts[name]);

const send = async (address, facts) =>
  fetch(address, {
    method: "POST",
    headers: { "X-Part": "1", "X-CSRFToken": token() },
    body: facts instanceof FormData ? facts : new URLSearchParams(facts),
  });

const elementOf = (html) => {
  const shell = document.createElement("template");
  shell.innerHTML = html.trim();
  return shell.content.firstElementChild;
};

const showState = (row, text, kind = "") => {
  const state = row.querySelector("[data-state]");
  state.textContent = text;
  state.className = `credit__state credit__state--${kind}`;
};

// --- who is meant -------------------------------------------------------------------------------

const watchName = (field, who, seen, hint) => {
  let timer = 0;
  let asked = 0;
  const ask = async () => {
    const number = ++asked;
    const name = field.value.trim();
    if (!name) return;
    const response = await fetch(`${words.names}?${new URLSearchParams({ q: name })}`).catch(() => null);
    // Who is logged out gets a page instead of an answer.
    if (!response?.ok || response.redirected || number !== asked) return;
    const answer = await response.json();
    who.replaceChildren(...answer.options.map(([value, label]) => new Option(label, value)));
    who.value = answer.chosen;
    if (seen) seen.value = name;
    if (hint) hint.textContent = answer.similar ? fill(words.wordSimilar, { count: answer.similar }) : words.wordNew;
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  });
  // Who is chosen by hand is meant by the name that stands there; no later answer changes it.
  who.addEventListener("change", () => {
    clearTimeout(timer);
    asked += 1;
    if (seen) seen.value = field.value.trim();
  });
};

for (const row of desk?.querySelectorAll("[data-paste-row]") ?? [])
  watchName(
    row.querySelector("[data-name-field]"),
    row.querySelector("[data-who]"),
    row.querySelector("[name$=-seen]"),
    desk.querySelector("[data-hint]"),
  );

// --- one row as a form --------------------------------------------------------------------------

const openForm = async (address, place, close) => {
  const response = await fetch(address, { headers: { "X-Part": "1" } }).catch(() => null);
  if (!response?.ok) return void (location.href = address);
  showForm(place, await response.text(), close);
};

const showForm = (place, html, close) => {
  place.querySelector("[data-credit-form]")?.remove();
  const form = elementOf(html);
  place.append(form);
  const field = (name) => form.elements.namedItem(name);
  if (field("name")) watchName(field("name"), field("who"), field("seen"), form.querySelector("[data-hint]"));
  (form.querySelector(".errors :is(input, select)") ?? form.querySelector(":is(input, select, textarea):not([type=hidden])"))?.focus();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(form, place, close);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") form.querySelector("[data-cancel]").click();
    if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.querySelector("[data-cancel]").addEventListener("click", (event) => {
    event.preventDefault();
    if (form.dataset.conflict) return location.reload();
    form.remove();
    close();
  });
  if (form.querySelector(".credit-form__conflict")) form.dataset.conflict = "1";
  const rare = form.querySelector("[data-rare]");
  form.addEventListener("change", (event) => {
    if (rare && ["role", "who"].includes(event.target.name) && (!field("role").value || field("who").value === "group"))
      rare.open = true;
  });
  begun.set(form, contents(form));
};

// --- what is not saved yet ----------------------------------------------------------------------

const begun = new WeakMap();
const contents = (form) => JSON.stringify([...new FormData(form)].filter(([name]) => !["who", "seen"].includes(name)));

const save = async (form, place, close) => {
  const state = form.querySelector("[data-form-state]");
  state.textContent = words.wordSaving;
  const response = await send(form.action, new FormData(form)).catch(() => null);
  if (response?.status === 409 || response?.status === 422) return showForm(place, await response.text(), close);
  if (!response?.ok || !response.headers.get("Content-Type").includes("json")) {
    state.textContent = words.wordFailed;
    form.classList.add("credit-form--failed");
    return;
  }
  const answer = await response.json();
  form.remove();
  const fresh = elementOf(answer.html);
  const old = place.closest(".credit");
  if (old && old.dataset.place === answer.place) {
    old.replaceWith(fresh);
    markAlone();
    showState(fresh, words.wordSaved, "good");
    fresh.querySelector("[data-edit]").focus();
    say(`${words.wordSaved}: ${fresh.dataset.name}`);
    return;
  }
  // Another department: the page knows where.
  location.hash = `credit-${answer.uuid}`;
  location.reload();
};

desk?.addEventListener("click", (event) => {
  const edit = event.target.closest("[data-edit]");
  const add = event.target.closest("[data-new]");
  if (!(edit || add) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (add) return void openForm(add.href, desk.querySelector("[data-new-slot]"), () => add.focus());
  const row = edit.closest(".credit");
  row.classList.add("credit--open");
  openForm(edit.href, row, () => {
    row.classList.remove("credit--open");
    edit.focus();
  });
});

// --- order --------------------------------------------------------------------------------------

const neighbour = (row, side) => {
  const other = side < 0 ? row.previousElementSibling : row.nextElementSibling;
  return other?.dataset.place === row.dataset.place ? other : null;
};

const place = async (row, before) => {
  const parent = row.parentElement;
  const back = row.nextElementSibling;
  const focused = document.activeElement;
  parent.insertBefore(row, before);
  if (row.contains(focused)) focused.focus();
  showState(row, words.wordSaving);
  const next = neighbour(row, 1);
  const response = await send(words.act, { row: row.dataset.uuid, before: next?.dataset.uuid ?? "" }).catch(() => null);
  if (!response?.ok) {
    parent.insertBefore(row, back);
    const answer = await response?.json().catch(() => null);
    showState(row, answer?.message ?? words.wordFailed, "bad");
    say(answer?.message ?? words.wordFailed);
    return;
  }
  const answer = await response.json();
  showState(row, words.wordSaved, "good");
  say(fill(words.wordPlace, { name: row.dataset.name, ...answer }));
};

// Who has nobody of the same role beside him or her needs no handles.
const markAlone = () => {
  for (const row of desk?.querySelectorAll(".credit[data-place]") ?? [])
    row.classList.toggle("credit--alone", !neighbour(row, -1) && !neighbour(row, 1));
};
markAlone();

// How many there are, in all and by department.
const total = desk?.querySelector("[data-total-one]");
const recount = () => {
  for (const section of desk.querySelectorAll(".credits-section"))
    section.querySelector("h2 small").textContent = section.querySelectorAll(".credit[data-uuid]").length;
  const count = desk.querySelectorAll(".credit[data-uuid]").length;
  const isOne = new Intl.PluralRules(document.documentElement.lang).select(count) === "one";
  total.textContent = (isOne ? total.dataset.totalOne : total.dataset.totalMany).replace(/\d+/, count);
};

const step = (row, side) => {
  const other = neighbour(row, side);
  if (!other) return say(fill(side < 0 ? words.wordFirst : words.wordLast, { name: row.dataset.name }));
  return place(row, side < 0 ? other : other.nextElementSibling);
};

const remove = async (row, value) => {
  showState(row, words.wordSaving);
  const response = await send(words.act, { delete: value }).catch(() => null);
  if (!response?.ok) {
    const answer = await response?.json().catch(() => null);
    showState(row, answer?.message ?? words.wordFailed, "bad");
    return say(answer?.message ?? words.wordFailed);
  }
  const text = fill(words.wordDeleted, { name: row.dataset.name });
  const gone = document.createElement("li");
  gone.className = "credit credit--gone";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = words.wordUndo;
  button.setAttribute("aria-label", `${words.wordUndo}: ${row.dataset.name}`);
  const state = document.createElement("span");
  state.dataset.state = "";
  gone.append(text, button, state);
  row.replaceWith(gone);
  recount();
  button.focus();
  say(text);
  button.addEventListener("click", async () => {
    const answer = await send(words.undo, { uuid: row.dataset.uuid }).catch(() => null);
    if (!answer?.ok) return showState(gone, (await answer?.json().catch(() => null))?.message ?? words.wordFailed, "bad");
    const fresh = elementOf((await answer.json()).html);
    gone.replaceWith(fresh);
    markAlone();
    recount();
    fresh.querySelector("[data-edit]").focus();
    say(`${words.wordSaved}: ${fresh.dataset.name}`);
  });
};

document.querySelector("#credits-act")?.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button) return;
  event.preventDefault();
  const row = button.closest(".credit");
  if (button.name === "delete") remove(row, button.value);
  else step(row, button.name === "up" ? -1 : 1);
});

desk?.addEventListener("keydown", (event) => {
  const row = event.target.closest(".credit");
  if (!row || !event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  if (event.target.closest("[data-credit-form]")) return;
  event.preventDefault();
  step(row, event.key === "ArrowUp" ? -1 : 1);
});

let dragged = null;

desk?.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.(".credit");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.name);
  event.dataTransfer.setDragImage(dragged, 8, 8);
  dragged.classList.add("credit--dragged");
});

const target = (event) => {
  const row = event.target.closest?.(".credit");
  return row && dragged && row !== dragged && row.dataset.place === dragged.dataset.place ? row : null;
};

desk?.addEventListener("dragover", (event) => {
  const row = target(event);
  if (!row) return;
  event.preventDefault();
  for (const marked of desk.querySelectorAll(".credit--before, .credit--after"))
    marked.classList.remove("credit--before", "credit--after");
  const box = row.getBoundingClientRect();
  row.classList.add(event.clientY < box.top + box.height / 2 ? "credit--before" : "credit--after");
});

desk?.addEventListener("drop", (event) => {
  const row = target(event);
  if (!row) return;
  event.preventDefault();
  place(dragged, row.classList.contains("credit--after") ? row.nextElementSibling : row);
});

desk?.addEventListener("dragend", () => {
  dragged?.classList.remove("credit--dragged");
  dragged = null;
  for (const marked of desk.querySelectorAll(".credit--before, .credit--after"))
    marked.classList.remove("credit--before", "credit--after");
});

// --- a pasted list ------------------------------------------------------------------------------

const pasted = desk?.querySelector("[data-paste-form]");
let isSent = false;

// A list is sent once it is sure to be taken: who was logged out meanwhile keeps it and is told.
const freshToken = async () => {
  const response = await fetch(location.pathname).catch(() => null);
  if (!response?.ok) return [null, words.wordFailed];
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (!page.querySelector("[data-paste-form]")) return [null, words.wordLogin];
  return [page.querySelector("[data-paste-form] [name=csrfmiddlewaretoken]").value, ""];
};

pasted?.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (isSent) return;
  isSent = true;
  const [value, problem] = await freshToken();
  const refused = pasted.querySelector("[data-refused]");
  refused.textContent = problem;
  refused.hidden = !problem;
  isSent = !problem;
  if (problem) return;
  pasted.elements.csrfmiddlewaretoken.value = value;
  const { name, value: wish } = event.submitter ?? {};
  if (name) pasted.append(Object.assign(document.createElement("input"), { type: "hidden", name, value: wish }));
  pasted.submit();
});

// Back from the next page: it may be sent again, by any of its buttons.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  isSent = false;
  for (const field of pasted?.querySelectorAll("input[name=check]") ?? []) field.remove();
});

const untouched = pasted && contents(pasted);
const isWaiting = () => pasted && !isSent && ("read" in pasted.dataset || contents(pasted) !== untouched);

// What was typed into an open form is not lost by leaving.
window.addEventListener("beforeunload", (event) => {
  const forms = [...(desk?.querySelectorAll("[data-credit-form]") ?? [])];
  if (isWaiting() || forms.some((form) => begun.has(form) && begun.get(form) !== contents(form))) event.preventDefault();
});
