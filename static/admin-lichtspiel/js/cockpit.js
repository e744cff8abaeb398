// Source beside translation: counts words, copies, and saves what was typed by itself.
// Without this script the page is a plain form.
import { renewToken } from "./token.js";
import { Unsent } from "./unsent.js";
import { countOf } from "./words.js";

const form = document.querySelector("#translation-form");
const status = form?.querySelector("[data-status]");
const WAIT = 1500; // milliseconds after the last key
const KEEP_WAIT = 400;
const RETRY = 20000;
// Browsers send no more than 64 kB after a page is gone.
const LAST_WORDS = 60000;

if (form && status) {
  const words = new Map(
    [...document.querySelector("template[data-words]").content.querySelectorAll("[data-word]")].map(
      (word) => [word.dataset.word, word.textContent],
    ),
  );
  const pairs = [...form.querySelectorAll("[data-pair]")].map(pairOf).filter(Boolean);
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  const unsent = new Unsent(`lichtspiel-form:${form.dataset.user}:${window.location.pathname}`, pairs);
  const isOne = new Intl.PluralRules(document.documentElement.lang || "en");
  let timer = 0;
  let keepTimer = 0;
  let running = null;
  let isLeaving = false;

  function pairOf(root) {
    const text = root.querySelector("[data-text]");
    if (!text) return null;
    const id = root.dataset.pair;
    return {
      id,
      root,
      text,
      was: form.elements.namedItem(`was:${id}`),
      seen: form.elements.namedItem(`seen:${id}`),
      // A text that came back unsaved is not what the server has.
      saved: root.querySelector(".pair__target--wrong, [data-held]:not([hidden])") ? null : text.value,
      isBlocked: !root.querySelector("[data-conflict]").hidden,
      // Visitors would see it at once: it waits until somebody presses Save.
      isHeld: !root.querySelector("[data-held]").hidden,
      confirming: root.querySelector("[data-confirming]").textContent,
    };
  }

  const isUnsaved = (pair) => pair.text.value !== pair.saved;
  // What the server has got neither as a text nor as a draft.
  const isUnsent = (pair) => isUnsaved(pair) && pair.keptText !== pair.text.value;
  const keepHere = () => isLeaving || unsent.keep(pairs.filter(isUnsent));

  const say = (word) => {
    const text = words.get(word) ?? "";
    if (status.textContent !== text) status.textContent = text;
    status.dataset.state = word;
  };

  const number = (word, n) =>
    words.get(`${word}-${isOne.select(n) === "one" ? "one" : "many"}`).replace(/\d+/, String(n));

  // As the server tidies it.
  const lengthOf = (field) => {
    const text = field.value.trim();
    return [...(field.matches("input") ? text.replace(/\s+/g, " ") : text)].length;
  };

  const stateOfAll = () => {
    if (pairs.some((pair) => pair.isBlocked)) return "look";
    if (pairs.some((pair) => isUnsaved(pair) && !pair.isHeld)) return "unsaved";
    return pairs.some(isUnsaved) ? "held" : "saved";
  };

  const count = (pair) => {
    const limit = Number(pair.root.dataset.limit ?? 0);
    const place = pair.root.querySelector("[data-count-words]");
    const n = countOf(pair.text.value);
    place.querySelector("[data-number]").textContent = number("words", n);
    place.classList.toggle("pair__over", limit > 0 && n > limit);
    const characters = pair.root.querySelector("[data-count-characters]");
    if (characters) {
      const length = lengthOf(pair.text);
      characters.textContent = characters.textContent.replace(/\d+/, String(length));
      const most = Number(characters.textContent.match(/\d+/g)?.[1] ?? 0);
      characters.classList.toggle("pair__over", most > 0 && length > most);
    }
  };

  // An empty text is missing, and nothing to be confirmed.
  const offerConfirming = (pair) => {
    const button = pair.root.querySelector("[data-confirm]");
    button.hidden = !pair.confirming || !pair.text.value.trim();
    button.querySelector("[data-confirming]").textContent = pair.confirming;
  };

  const show = (pair, told) => {
    if (!told.state) return;
    pair.root.querySelector("[data-state]").innerHTML = told.state;
    pair.root.querySelector("[data-changes]").innerHTML = told.changes;
    pair.confirming = told.confirming;
    offerConfirming(pair);
  };

  const bodyOf = (changed) => {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.namedItem("csrfmiddlewaretoken").value);
    for (const pair of changed) {
      body.set(`text:${pair.id}`, pair.text.value);
      body.set(`was:${pair.id}`, pair.was.value);
      body.set(`seen:${pair.id}`, pair.seen.value);
    }
    return body;
  };

  const apply = (pair, told, sent) => {
    const target = pair.root.querySelector(".pair__target");
    let error = pair.root.querySelector(".pair__error");
    const conflict = pair.root.querySelector("[data-conflict]");
    show(pair, told);
    const isSaved = told.result === "saved" || told.result === "unchanged";
    const isWrong = !isSaved && told.result !== "held";
    target.classList.toggle("pair__target--wrong", isWrong);
    pair.text.toggleAttribute("aria-invalid", isWrong);
    conflict.hidden = told.result !== "conflict";
    pair.isHeld = told.result === "held";
    pair.root.querySelector("[data-held]").hidden = !pair.isHeld;
    pair.isBlocked = !isSaved && !pair.isHeld;
    // A draft of it is kept: it is sent again only when it has changed or by hand.
    pair.keptText = isSaved ? undefined : sent;
    if (isSaved) {
      pair.was.value = told.was;
      pair.saved = sent;
    }
    if (told.result === "conflict") {
      conflict.querySelector("[data-theirs]").textContent = told.text;
      conflict.querySelector("[data-meanwhile]").textContent = told.meanwhile;
      pair.theirs = told;
    }
    error?.remove();
    if (told.result === "wrong" || told.result === "gone") {
      error = document.createElement("p");
      error.className = "pair__error";
      error.textContent = told.message;
      target.prepend(error);
    }
  };

  const showProgress = (open) => {
    const place = document.querySelector("[data-progress]");
    if (!place || Number(place.dataset.open) === open) return;
    place.dataset.open = String(open);
    place.textContent = open ? number("open", open) : words.get("done");
  };

  const post = async (body, isLast, isSecond = false) => {
    const response = await fetch(window.location.href, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      redirect: "manual",
      keepalive: isLast,
    });
    if (response.ok) return response.json();
    if (response.type === "opaqueredirect") return { trouble: "loggedOut" };
    if (response.status !== 403) return { trouble: "failed" };
    if (isSecond) return { trouble: "forbidden" };
    const token = form.elements.namedItem("csrfmiddlewaretoken");
    if (!(await renewToken(token, form.dataset.user))) return { trouble: "loggedOut" };
    body.set("csrfmiddlewaretoken", token.value);
    return post(body, isLast, true);
  };

  const send = async (changed, confirmed, isByItself, isLast = false) => {
    const sent = new Map(changed.map((pair) => [pair.id, pair.text.value]));
    const body = bodyOf(changed);
    if (isByItself) body.set("_autosave", "1");
    if (confirmed) {
      body.set("confirm", confirmed);
      body.set(`seen:${confirmed}`, byId.get(confirmed).seen.value);
    }
    say("saving");
    const answer = await post(body, isLast).catch(() => ({ trouble: "offline" }));
    if (answer.trouble) {
      keepHere();
      say(answer.trouble);
      plan(RETRY);
      return false;
    }
    for (const [id, told] of Object.entries(answer.texts)) {
      const pair = byId.get(id);
      if (pair && sent.has(id)) apply(pair, told, sent.get(id));
      else if (pair) show(pair, told);
    }
    keepHere();
    showProgress(answer.open);
    say(answer.refused ? "refused" : stateOfAll());
    return !answer.refused;
  };

  const save = async ({ confirmed = "", isByItself = false } = {}) => {
    window.clearTimeout(timer);
    while (running) await running;
    const changed = pairs.filter(
      (pair) => !pair.isBlocked && (isByItself ? isUnsent(pair) : isUnsaved(pair)),
    );
    if (!changed.length && !confirmed) {
      say(stateOfAll());
      return true;
    }
    return run(changed, confirmed, isByItself);
  };

  const run = async (...what) => {
    running = send(...what);
    try {
      return await running;
    } finally {
      running = null;
    }
  };

  // Whoever leaves has said all: it is sent on the way, and kept here in case it gets lost.
  const sendLastWords = () => {
    if (isLeaving) return;
    window.clearTimeout(timer);
    keepHere();
    const changed = pairs.filter((pair) => isUnsent(pair) && !pair.isBlocked);
    const size = changed.reduce((sum, pair) => sum + 3 * pair.text.value.length + 500, 0);
    if (changed.length && !running && size < LAST_WORDS) run(changed, "", true, true);
  };

  const plan = (pause = WAIT) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => save({ isByItself: true }), pause);
  };

  if (pairs.some(isUnsaved)) say(stateOfAll());
  for (const pair of pairs) {
    if (pair.saved === null) pair.keptText = pair.text.value;
    const copy = pair.root.querySelector("[data-copy]");
    const conflict = pair.root.querySelector("[data-conflict]");
    const source = pair.root.querySelector("[data-source]");
    count(pair);
    copy.hidden = false;
    copy.addEventListener("click", () => {
      pair.text.focus();
      pair.text.select();
      // Unlike setting the value, this can be taken back with Ctrl+Z.
      if (!document.execCommand("insertText", false, source.textContent)) {
        pair.text.value = source.textContent;
        pair.text.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
    for (const button of conflict.querySelectorAll("button")) button.hidden = false;
    conflict.querySelector("[data-take-theirs]").addEventListener("click", () => {
      pair.text.value = conflict.querySelector("[data-theirs]").textContent;
      if (pair.theirs) pair.was.value = pair.theirs.was;
      release(pair);
    });
    conflict.querySelector("[data-keep-mine]").addEventListener("click", () => {
      if (pair.theirs) pair.was.value = pair.theirs.was;
      release(pair);
    });
    pair.root.querySelector("[data-confirm]")?.addEventListener("click", async (event) => {
      event.preventDefault();
      await save({ confirmed: pair.id });
      pair.text.focus();
    });
  }

  const release = (pair) => {
    pair.isBlocked = false;
    pair.saved = null;
    pair.root.querySelector("[data-conflict]").hidden = true;
    pair.text.focus();
    save();
  };

  form.addEventListener("input", (event) => {
    const root = event.target.closest("[data-pair]");
    const pair = root && byId.get(root.dataset.pair);
    if (!pair) return;
    if (pair.isBlocked && pair.root.querySelector("[data-conflict]").hidden) pair.isBlocked = false;
    count(pair);
    offerConfirming(pair);
    say("unsaved");
    plan();
    window.clearTimeout(keepTimer);
    keepTimer = window.setTimeout(keepHere, KEEP_WAIT);
  });
  form.addEventListener("focusout", () => {
    if (pairs.some((pair) => isUnsaved(pair) && !pair.isBlocked && !pair.isHeld)) plan();
  });
  form.addEventListener("submit", async (event) => {
    if (isLeaving) return;
    event.preventDefault();
    const isDone = await save();
    if (!isDone || event.submitter?.name !== "_next") return;
    isLeaving = true;
    form.requestSubmit(event.submitter);
  });
  document.querySelector("#logout-form")?.addEventListener("submit", async (event) => {
    if (isLeaving || !pairs.some(isUnsent)) return;
    event.preventDefault();
    await save({ isByItself: true });
    unsent.forget();
    isLeaving = true;
    event.target.submit();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") sendLastWords();
  });
  window.addEventListener("pagehide", sendLastWords);
  window.addEventListener("online", () => plan(0));
  window.addEventListener("pageshow", () => {
    isLeaving = false;
  });
  window.addEventListener("beforeunload", (event) => {
    // Asked only where this browser cannot keep it.
    if (!keepHere() && pairs.some(isUnsent)) event.preventDefault();
  });

  const putBack = () => {
    unsent.putBack();
    for (const pair of unsent.offered) {
      count(pair);
      offerConfirming(pair);
    }
    keepHere();
    unsent.drop();
    save({ isByItself: true });
  };

  const offer = () => {
    const bar = document.querySelector("[data-local]");
    const moment = new Date(unsent.at);
    const time = bar.querySelector("time");
    time.dateTime = unsent.at;
    time.textContent = moment.toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
    bar.querySelector("[data-local-restore]").addEventListener("click", () => {
      bar.hidden = true;
      putBack();
    });
    bar.querySelector("[data-local-discard]").addEventListener("click", () => {
      bar.hidden = true;
      unsent.drop();
    });
    bar.hidden = false;
  };

  if (unsent.offered.length && unsent.isFresh) putBack();
  else if (unsent.offered.length) offer();
}
