// A form that saves by itself. What the server cannot be told is kept in this browser and told
// later; what it cannot save it keeps as a draft (editorial/guard). Also: who else is here, Ctrl+S,
// and identifiers for rows that are added.
import { forget, forgetArrived, keep, keptElsewhere } from "./kept.js";
import { renewToken } from "./token.js";
import { contents, rowsOf, typed } from "./typed.js";

const PAUSE = 5000; // milliseconds after the last key
const LOCAL_PAUSE = 800;
const HEARTBEAT = 20000;
const LONGEST_WAIT = 60000;
const ARRIVAL = 4000;
// Browsers send no more than 64 kB after a page is gone.
const LAST_WORDS = 60000;

const form = document.querySelector("#content-main form[method=post]");
const view = document.querySelector("[data-window]");

const randomUUID = () => {
  if (crypto.randomUUID) return crypto.randomUUID();
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0"));
  return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};

document.addEventListener("formset:added", (event) => {
  const field = event.target.querySelector?.("[data-row-uuid]");
  if (field) field.value = randomUUID();
});

if (form && view) {
  const { address, user, presence, offline, loggedOut, failed, saving } = view.dataset;
  // Each window keeps its own copy: what it types must not replace what waits for an answer.
  const store = `lichtspiel-form:${user}:${address}`;
  const key = `${store}#${form.querySelector("[name=_form]").value}`;
  const sign = document.querySelector("[data-unsaved] > span");
  const status = document.querySelector("[data-save-status]");
  const decide = document.querySelector("[data-decide]");
  const meanwhile = view.querySelector("[data-meanwhile]");
  const csrf = form.querySelector("[name=csrfmiddlewaretoken]");
  const isChange = Boolean(form.querySelector("[name=_base_version]").value);
  const maySave = Boolean(form.querySelector(".submit-row [name=_save]"));
  const isPopup = Boolean(form.querySelector("[name=_popup]"));
  const isRestored = "restored" in view.dataset;
  const hasMistakes = document.querySelector("[data-error-summary]") !== null;
  let isReturned = hasMistakes || isRestored; // it shows what the record does not hold

  // Dates are read in the language that they were typed in.
  const headers = { "Accept-Language": document.documentElement.lang };

  let saved = ""; // what the record holds
  let told = ""; // what the server has got, saved or as a draft
  let lastSaid = ""; // sent when the page was hidden
  let saidSaved = "";
  let atFirst = ""; // what the server had when the page was made
  let number = 0;
  let isLeaving = false;
  let isSending = false;
  let timer = 0;
  let localTimer = 0;
  let wait = PAUSE;
  const ownRows = new Set(); // saved by this window while it was open
  const firstRows = new Set(rowsOf(form));

  const now = () => contents(form);
  const hasFiles = () => [...form.querySelectorAll("input[type=file]")].some((field) => field.files.length);
  const isUnsaved = () => isReturned ? told !== now() || saved === "" : now() !== saved;
  const say = (text) => {
    if (status && status.textContent !== text) status.textContent = text;
  };
  const show = () => {
    if (sign) sign.hidden = !isUnsaved();
  };
  const goneRows = () => {
    const there = new Set(rowsOf(form));
    return [...ownRows].filter((uuid) => !there.has(uuid));
  };
  const nextNumber = () => (number = Math.max(number + 1, Date.now()));

  const body = (flag) => {
    const data = typed(form);
    data.set(flag, "1");
    data.set("_number", String(nextNumber()));
    for (const uuid of goneRows()) data.append("_gone", uuid);
    return data;
  };

  const post = async (data, isSecond = false) => {
    data.set("csrfmiddlewaretoken", csrf.value);
    const answer = await fetch(form.action || location.href, {
      method: "POST",
      body: new URLSearchParams(data),
      headers,
      credentials: "same-origin",
    });
    if (answer.headers.get("content-type")?.startsWith("application/json")) return answer.json();
    if (answer.status === 403 && !isSecond && (await renewToken(csrf, user))) return post(data, true);
    return { state: answer.redirected || answer.status === 403 ? "loggedOut" : "failed" };
  };

  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(() => send("_autosave"), pause);
  };

  const keepHere = (sent = 0) => {
    if (isPopup || !maySave) return true;
    return now() === told ? forget(key) : keep(key, typed(form), sent);
  };

  // What was restored is saved now: the form is like any other, and so is its address.
  const settle = () => {
    isReturned = hasMistakes;
    view.querySelector("[data-typed-note]")?.remove();
    for (const field of form.querySelectorAll("[data-typed]")) field.removeAttribute("data-typed");
    for (const tab of document.querySelectorAll(".tabs__tab--typed")) tab.classList.remove("tabs__tab--typed");
    history.replaceState(history.state, "", address + location.hash);
  };

  const take = (answer, sent, rows) => {
    wait = PAUSE;
    if (decide) decide.hidden = answer.state !== "conflict";
    if (answer.state === "saved") {
      saved = sent;
      saidSaved = answer.text;
      if (isRestored && isReturned) settle();
      document.dispatchEvent(new CustomEvent("desk:saved", { detail: answer }));
      for (const uuid of rows) if (!firstRows.has(uuid)) ownRows.add(uuid);
      if (meanwhile && answer.notes?.length) {
        meanwhile.querySelector("[data-meanwhile-text]").textContent = answer.notes.join(" ");
        meanwhile.hidden = false;
      }
    }
    told = sent;
    keepHere();
    const notes = answer.state === "draft" ? (answer.notes ?? []) : [];
    if (answer.text) say([answer.text, ...notes].join(". "));
    show();
  };

  const trouble = (text) => {
    keepHere();
    say(text);
    wait = Math.min(wait * 2, LONGEST_WAIT);
    later(wait);
  };

  const send = async (flag) => {
    clearTimeout(timer);
    if (!maySave || isPopup || isLeaving) return null;
    if (isSending) return later(PAUSE);
    const sent = now();
    if (flag === "_autosave" && (sent === told || (sent === saved && told === saved))) return null;
    isSending = true;
    const rows = rowsOf(form);
    say(saving);
    try {
      const answer = await post(body(flag));
      if (answer.state === "loggedOut") trouble(loggedOut);
      else if (answer.state === "failed" || answer.state === "unkept") trouble(answer.text || failed);
      else take(answer, sent, rows);
      return answer;
    } catch {
      trouble(offline);
      return null;
    } finally {
      isSending = false;
      if (now() !== sent) later(PAUSE);
    }
  };

  const changed = () => {
    show();
    if (status?.textContent === saidSaved && isUnsaved()) say("");
    later(PAUSE);
    clearTimeout(localTimer);
    localTimer = setTimeout(keepHere, LOCAL_PAUSE);
  };

  const lastWords = () => {
    if (isLeaving || !maySave || isPopup || [told, lastSaid].includes(now())) return;
    lastSaid = now();
    const data = body("_autosave");
    keepHere(number);
    data.set("csrfmiddlewaretoken", csrf.value);
    const text = new URLSearchParams(data);
    if (String(text).length > LAST_WORDS) return;
    const sent = now();
    fetch(form.action || location.href, { method: "POST", headers, body: text, keepalive: true })
      .then((answer) => (answer.headers.get("content-type")?.startsWith("application/json") ? answer.json() : null))
      .then((answer) => answer && take(answer, sent, rowsOf(form)))
      .catch(() => {
        lastSaid = "";
      });
  };

  // --- Ctrl+S keeps page, place and focus; what needs a new page gets one ---
  const saveNow = async () => {
    const button = form.querySelector("[name=_continue]");
    if (!maySave || !button) return;
    if (!isChange || isPopup || hasFiles() || hasMistakes) return form.requestSubmit(button);
    const answer = await send("_quiet");
    if (answer && ["mistakes", "conflict", "gone"].includes(answer.state)) form.requestSubmit(button);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    saveNow();
  });

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  document.addEventListener("formset:added", changed);
  document.addEventListener("formset:removed", changed);
  window.django?.jQuery(form).on("change", changed);
  form.addEventListener("submit", () => {
    isLeaving = true;
    clearTimeout(timer);
    form.querySelector("[name=_number]").value = String(nextNumber());
    for (const uuid of goneRows()) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "_gone", value: uuid });
      form.append(field);
    }
    keepHere(number); // until the next page knows that it has arrived
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") lastWords();
  });
  window.addEventListener("pagehide", lastWords);
  window.addEventListener("online", () => later(0));
  window.addEventListener("pageshow", () => {
    isLeaving = false;
  });
  window.addEventListener("beforeunload", (event) => {
    // Only a file cannot be kept for later.
    if (!isLeaving && isUnsaved() && (hasFiles() || !keepHere())) event.preventDefault();
  });
  meanwhile?.querySelector("a").addEventListener("click", async (event) => {
    event.preventDefault();
    await send("_autosave");
    isLeaving = true;
    location.reload();
  });

  // --- what did not reach the server the last time ---
  const offerCopy = (bar, place, copy) => {
    const moment = new Date(copy.at);
    const time = bar.querySelector("time");
    time.dateTime = copy.at;
    time.textContent = moment.toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
    bar.querySelector("[data-local-restore]").addEventListener("click", async () => {
      const data = new URLSearchParams(copy.fields);
      data.set("_keep", "1");
      const answer = await post(data).catch(() => ({ state: "failed" }));
      if (answer.state !== "draft") return say(answer.state === "loggedOut" ? loggedOut : failed);
      forget(place);
      isLeaving = true;
      location.assign(`${address}${address.includes("?") ? "&" : "?"}draft=${answer.draft}`);
    });
    bar.querySelector("[data-local-discard]").addEventListener("click", () => {
      forget(place);
      bar.remove();
    });
    bar.hidden = false;
  };
  const ofPeople = (fields) => JSON.stringify([...fields].filter(([name]) => !name.startsWith("_")));
  const offer = (isSecond = false) => {
    forgetArrived();
    if (isReturned) {
      forget(key);
      return;
    }
    const pattern = view.querySelector("[data-local]");
    const copies = keptElsewhere(store, key);
    // What the page before has just sent may still be on its way.
    if (!isSecond && copies.some(([, copy]) => copy.sent && Date.now() - new Date(copy.at) < ARRIVAL)) {
      setTimeout(() => offer(true), ARRIVAL);
      return;
    }
    for (const [place, copy] of copies) {
      const token = copy.fields.find(([name]) => name === "_form")?.[1];
      const draft = token && view.querySelector(`[data-token="${CSS.escape(token)}"]`);
      const isShown = ofPeople(copy.fields) === atFirst;
      if (isShown || (draft && new Date(draft.dataset.draft) >= new Date(copy.at))) {
        forget(place);
        continue;
      }
      const bar = pattern.cloneNode(true);
      pattern.before(bar);
      offerCopy(bar, place, copy);
    }
  };

  // --- who else is here ---
  const people = view.querySelector("[data-present]");
  const beat = async () => {
    const data = new URLSearchParams({ csrfmiddlewaretoken: csrf.value });
    try {
      const answer = await fetch(presence, { method: "POST", body: data });
      if (!answer.headers.get("content-type")?.startsWith("application/json")) return;
      const { others } = await answer.json();
      people.hidden = others.length === 0;
      const texts = [...people.children].map((item) => item.textContent);
      if (JSON.stringify(texts) === JSON.stringify(others)) return;
      people.replaceChildren(...others.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
    } catch {
      // Without a connection nobody is to be seen; saving says so.
    }
  };

  const begin = () => {
    atFirst = ofPeople(typed(form));
    // A restored form is not what the record holds, and a local copy of it is not needed.
    told = now();
    if (!isReturned) saved = told;
    // What was restored is told like what is typed.
    if (isRestored && !hasMistakes && isChange) {
      told = "";
      later(PAUSE);
    }
    offer();
    show();
    if (!presence || isPopup) return;
    beat();
    setInterval(beat, HEARTBEAT);
    window.addEventListener("pagehide", () => {
      navigator.sendBeacon(presence, new URLSearchParams({ csrfmiddlewaretoken: csrf.value, close: "1" }));
    });
  };
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin);
}
