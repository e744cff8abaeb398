// The microsite desk: rows are edited, moved, copied and deleted in place; without script every button is a form.
const words = document.querySelector("[data-microsite-desk]")?.dataset ?? {};
const status = document.querySelector("[data-status]");
const actForm = document.querySelector("#microsite-act");

const say = (text) => {
  if (status) status.textContent = text;
};
const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_all, name) => facts[name]);
const rowOf = (element) => element?.closest?.("[data-row]") ?? null;
const tableOf = (row) => row.parentElement.dataset.rows;
const named = (row) => (row ? `${tableOf(row)}:${row.dataset.row}` : "");

const elementOf = (html) => {
  const shell = document.createElement("template");
  shell.innerHTML = html.trim();
  return shell.content.firstElementChild;
};

const send = async (address, facts) => {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = facts instanceof FormData ? facts : new URLSearchParams(facts);
  return fetch(address, { method: "POST", headers: { "X-Part": "1", "X-CSRFToken": token }, body }).catch(() => null);
};

// What the server says; logged out, it is a page instead of an answer.
const answerOf = async (response) => {
  if (!response) return [null, words.wordFailed];
  if (response.redirected) return [null, words.wordLogin];
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return [answer, ""];
  return [null, answer?.message ?? words.wordFailed];
};

const showState = (row, text, kind = "") => {
  const state = row.querySelector(":scope > [data-head] [data-state]");
  if (!state) return;
  state.textContent = text;
  state.dataset.kind = kind;
};

// --- the preview beside the blocks --------------------------------------------------------------

const KEY = "microsite-preview";
const frame = document.querySelector("[data-frame]");
const frameSwitch = document.querySelector("[data-frame-switch]");
const inner = frame?.querySelector("iframe");

const showFrame = (isShown) => {
  frame.hidden = !isShown;
  frameSwitch.setAttribute("aria-pressed", String(isShown));
  document.querySelector("[data-columns]").classList.toggle("microsite-columns--previewed", isShown);
  if (isShown && !inner.src) inner.src = inner.dataset.src;
};

// The page is loaded anew where it was scrolled to.
const renewPreview = () => {
  if (!frame || frame.hidden || !inner.src) return;
  const at = inner.contentWindow?.scrollY ?? 0;
  inner.addEventListener("load", () => inner.contentWindow?.scrollTo(0, at), { once: true });
  inner.contentWindow?.location.reload();
};

if (frameSwitch) {
  frameSwitch.hidden = false;
  showFrame(localStorage.getItem(KEY) === "on");
  frameSwitch.addEventListener("click", () => {
    showFrame(frame.hidden);
    localStorage.setItem(KEY, frame.hidden ? "off" : "on");
  });
}

// --- rows as they come back ---------------------------------------------------------------------

// The head of a row alone: a form or a list that stands open below it stays.
const renewHead = (row, html) => {
  const fresh = elementOf(html);
  const old = row.querySelector(":scope > [data-head]");
  const hadFocus = old.contains(document.activeElement) && document.activeElement.closest("[name], [data-edit], [data-entries]");
  const wish = hadFocus && (hadFocus.name ? `[name=${hadFocus.name}]` : hadFocus.matches("[data-edit]") ? "[data-edit]" : "[data-entries]");
  old.replaceWith(fresh.querySelector("[data-head]"));
  row.dataset.name = fresh.dataset.name;
  if (row.querySelector(":scope > [data-entry-list]"))
    row.querySelector(":scope > [data-head] [data-entries]")?.setAttribute("aria-expanded", "true");
  if (wish) row.querySelector(`:scope > [data-head] ${wish}`)?.focus();
};

const renewHeads = (heads) => {
  for (const [uuid, html] of Object.entries(heads ?? {})) {
    const row = document.querySelector(`[data-row="${uuid}"]`);
    if (row) renewHead(row, html);
  }
};

const changed = (answer) => {
  renewHeads(answer?.heads);
  renewPreview();
};

// --- one row as a form --------------------------------------------------------------------------

const begun = new WeakMap();
const contents = (form) =>
  JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value instanceof File ? value.name : value]));

const openForm = async (address, place, close, done) => {
  const response = await fetch(address, { headers: { "X-Part": "1" } }).catch(() => null);
  if (!response?.ok || response.redirected) return void (location.href = address);
  return showForm(place, await response.text(), close, done);
};

const showForm = (place, html, close, done) => {
  place.querySelector(":scope > [data-form]")?.remove();
  const form = elementOf(html);
  const head = place.querySelector(":scope > [data-head]");
  if (head) head.after(form);
  else place.append(form);
  for (const select of form.querySelectorAll("select.admin-autocomplete")) {
    window.django.jQuery(select).djangoAdminSelect2();
    // pickers.js names the fields that Select2 has made.
    window.django.jQuery(select).trigger("change");
  }
  const wrong = form.querySelector(".errors :is(input, select, textarea)");
  const first = form.querySelector(":is(input, select, textarea):not([type=hidden], [type=file])");
  (wrong ?? first ?? form.querySelector("[data-cancel]")).focus();
  if (wrong) wrong.closest("details")?.setAttribute("open", "");
  if (head) form.scrollIntoView({ block: "nearest" });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(form, place, close, done, event.submitter?.name === "_next");
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.target.closest(".select2-container")) form.querySelector("[data-cancel]").click();
    if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("[name=_next]") ?? undefined);
    }
  });
  form.querySelector("[data-cancel]").addEventListener("click", (event) => {
    event.preventDefault();
    if (form.querySelector("[data-conflict]")) return leave(form);
    form.remove();
    return close();
  });
  begun.set(form, contents(form));
  return form;
};

// Theirs is kept: the page shows it.
const leave = (form) => {
  form.remove();
  location.reload();
};

const save = async (form, place, close, done, isNext) => {
  const state = form.querySelector("[data-form-state]");
  state.textContent = words.wordSaving;
  const response = await send(form.action, new FormData(form));
  if (response && !response.redirected && [409, 422].includes(response.status)) {
    const back = showForm(place, await response.text(), close, done);
    begun.set(back, ""); // what was typed is not saved yet
    return;
  }
  const [answer, problem] = await answerOf(response);
  if (problem) {
    state.textContent = problem;
    form.classList.add("microsite-form--failed");
    return;
  }
  form.remove();
  done(answer, isNext);
};

const saved = (row) => (answer) => {
  if (answer.go) return void visit(answer.go);
  renewHead(row, answer.html);
  changed(answer);
  showState(row, words.wordSaved, "good");
  row.querySelector(":scope > [data-head] [data-edit]")?.focus();
  row.classList.remove("microsite-row--open");
  return say(`${words.wordSaved}: ${row.dataset.name}`);
};

const visit = (address) => {
  const target = new URL(address, location.href);
  if (target.pathname + target.search === location.pathname + location.search) location.reload();
  else location.href = address;
};

const edit = (row, link) => {
  if (row.querySelector(":scope > [data-form]")) return row.querySelector(":scope > [data-form] [data-cancel]").click();
  row.classList.add("microsite-row--open");
  return openForm(
    link.href,
    row,
    () => {
      row.classList.remove("microsite-row--open");
      row.querySelector(":scope > [data-head] [data-edit]")?.focus();
    },
    saved(row),
  );
};

// A new row: its form stands below the list, and the next one if that is wished.
const add = (link) => {
  const around = link.closest("[data-entry-list], .microsite-pages");
  const slot = around.querySelector("[data-new-slot]");
  const list = around.querySelector("[data-rows]");
  const open = () =>
    openForm(
      link.href,
      slot,
      () => link.focus(),
      (answer, isNext) => {
        if (answer.go) return void visit(answer.go);
        const row = elementOf(answer.html);
        list.append(row);
        changed(answer);
        showState(row, words.wordSaved, "good");
        say(fill(words.wordAdded, { name: row.dataset.name }));
        if (isNext) return open();
        return row.querySelector("[data-edit]").focus();
      },
    );
  return open();
};

const toggleEntries = async (row, link) => {
  const there = row.querySelector(":scope > [data-entry-list]");
  if (there) {
    if (hasUnsaved(there)) return there.querySelector("[data-form] button").focus();
    there.remove();
    link.removeAttribute("aria-expanded");
    return undefined;
  }
  const response = await fetch(link.href, { headers: { "X-Part": "1" } }).catch(() => null);
  if (!response?.ok || response.redirected) return void (location.href = link.href);
  const list = elementOf(await response.text());
  row.append(list);
  link.setAttribute("aria-expanded", "true");
  const title = list.querySelector("h3");
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
  return list.scrollIntoView({ block: "nearest" });
};

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("[data-edit], [data-new], [data-entries]");
  if (!link) return;
  event.preventDefault();
  if (link.matches("[data-new]")) add(link);
  else if (link.matches("[data-edit]")) edit(rowOf(link), link);
  else toggleEntries(rowOf(link), link);
});

// --- a block from the palette -------------------------------------------------------------------

const palette = document.querySelector("[data-add-block]");
palette?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const data = new FormData(palette);
  data.set("kind", event.submitter.value);
  const [answer, problem] = await answerOf(await send(palette.action, data));
  if (problem) return say(problem);
  const row = elementOf(answer.html);
  document.querySelector("[data-rows=blocks]").append(row);
  document.querySelector("[data-none]")?.remove();
  palette.closest("details").open = false;
  renewPreview();
  say(fill(words.wordAdded, { name: row.dataset.name }));
  return edit(row, row.querySelector("[data-edit]"));
});

// --- order --------------------------------------------------------------------------------------

const place = async (row, before) => {
  const list = row.parentElement;
  const back = row.nextElementSibling;
  const focused = document.activeElement;
  list.insertBefore(row, before);
  if (row.contains(focused)) focused.focus();
  showState(row, words.wordSaving);
  const next = row.nextElementSibling;
  const [answer, problem] = await answerOf(await send(words.act, { row: named(row), before: named(next) }));
  if (problem) {
    list.insertBefore(row, back);
    showState(row, problem, "bad");
    return say(problem);
  }
  showState(row, words.wordSaved, "good");
  changed(answer);
  return say(fill(words.wordPlace, { name: row.dataset.name, ...answer }));
};

const step = (row, side) => {
  const other = side < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return say(fill(side < 0 ? words.wordFirst : words.wordLast, { name: row.dataset.name }));
  return place(row, side < 0 ? other : other.nextElementSibling);
};

const copy = async (row) => {
  showState(row, words.wordSaving);
  const [answer, problem] = await answerOf(await send(words.act, { copy: named(row) }));
  showState(row, problem, "bad");
  if (problem) return say(problem);
  if (answer.go) return visit(answer.go);
  const fresh = elementOf(answer.html);
  row.after(fresh);
  changed(answer);
  fresh.querySelector("[data-edit]").focus();
  return say(fill(words.wordCopied, { name: fresh.dataset.name }));
};

const remove = async (row, value) => {
  showState(row, words.wordSaving);
  const [answer, problem] = await answerOf(await send(words.act, { delete: value }));
  if (problem) {
    showState(row, problem, "bad");
    return say(problem);
  }
  const wish = named(row);
  const text = fill(words.wordDeleted, { name: row.dataset.name });
  const gone = document.createElement("li");
  gone.className = "microsite-gone";
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: words.wordUndo });
  button.setAttribute("aria-label", `${words.wordUndo}: ${row.dataset.name}`);
  const state = document.createElement("span");
  gone.append(text, button, state);
  row.replaceWith(gone);
  button.focus();
  changed(answer);
  say(text);
  return button.addEventListener("click", async () => {
    const [back, refused] = await answerOf(await send(words.undo, { row: wish }));
    if (refused) return void (state.textContent = refused);
    if (back.go) return visit(back.go);
    const fresh = elementOf(back.html);
    gone.replaceWith(fresh);
    changed(back);
    fresh.querySelector("[data-edit]").focus();
    return say(`${words.wordSaved}: ${fresh.dataset.name}`);
  });
};

actForm?.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button) return;
  event.preventDefault();
  const row = rowOf(button);
  if (button.name === "delete") remove(row, button.value);
  else if (button.name === "copy") copy(row);
  else step(row, button.name === "up" ? -1 : 1);
});

document.addEventListener("keydown", (event) => {
  if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key) || event.target.closest("[data-form]")) return;
  const row = rowOf(event.target);
  if (!row || !actForm) return;
  event.preventDefault();
  step(row, event.key === "ArrowUp" ? -1 : 1);
});

// --- by mouse -----------------------------------------------------------------------------------

let dragged = null;

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[draggable=true]") ? rowOf(event.target) : null;
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.name);
  event.dataTransfer.setDragImage(dragged.querySelector("[data-head]"), 8, 8);
  dragged.classList.add("microsite-row--dragged");
});

// The row of the same list that lies below the mouse, however deep in it.
const target = (event) => {
  let row = rowOf(event.target);
  while (row && row.parentElement !== dragged?.parentElement) row = rowOf(row.parentElement);
  return row && row !== dragged ? row : null;
};

const unmark = () => {
  for (const row of document.querySelectorAll(".microsite-row--before, .microsite-row--after"))
    row.classList.remove("microsite-row--before", "microsite-row--after");
};

document.addEventListener("dragover", (event) => {
  const row = dragged && target(event);
  if (!row) return;
  event.preventDefault();
  const box = row.getBoundingClientRect();
  unmark();
  row.classList.add(event.clientY < box.top + box.height / 2 ? "microsite-row--before" : "microsite-row--after");
});

document.addEventListener("drop", (event) => {
  const row = dragged && target(event);
  if (!row) return;
  event.preventDefault();
  place(dragged, row.classList.contains("microsite-row--after") ? row.nextElementSibling : row);
});

document.addEventListener("dragend", () => {
  dragged?.classList.remove("microsite-row--dragged");
  dragged = null;
  unmark();
});

// --- what is not saved yet ----------------------------------------------------------------------

const hasUnsaved = (place) =>
  [...place.querySelectorAll("[data-form]")].some((form) => begun.has(form) && begun.get(form) !== contents(form));

window.addEventListener("beforeunload", (event) => {
  if (hasUnsaved(document)) event.preventDefault();
});
