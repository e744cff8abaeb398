// Source beside translation: counts words, copies, and saves what was typed by itself.
// Without this script the page is a plain form.
import { countOf } from "./words.js";

const form = document.querySelector("#translation-form");
const status = form?.querySelector("[data-status]");
const WAIT = 1500;

if (form && status) {
  const words = new Map(
    [...document.querySelector("template[data-words]").content.querySelectorAll("[data-word]")].map(
      (word) => [word.dataset.word, word.textContent],
    ),
  );
  const pairs = [...form.querySelectorAll("[data-pair]")].map(pairOf).filter(Boolean);
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  let timer = 0;
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
    };
  }

  const isUnsaved = (pair) => pair.text.value !== pair.saved;

  const say = (word) => {
    const text = words.get(word) ?? "";
    if (status.textContent !== text) status.textContent = text;
  };

  const stateOfAll = () => {
    if (pairs.some((pair) => pair.isBlocked)) return "look";
    if (pairs.some((pair) => isUnsaved(pair) && !pair.isHeld)) return "unsaved";
    return pairs.some(isUnsaved) ? "held" : "saved";
  };

  const count = (pair) => {
    const limit = Number(pair.root.dataset.limit ?? 0);
    const place = pair.root.querySelector("[data-count-words]");
    const number = countOf(pair.text.value);
    place.textContent = place.textContent.replace(/\d+/, String(number));
    place.classList.toggle("pair__over", limit > 0 && number > limit);
    const characters = pair.root.querySelector("[data-count-characters]");
    if (characters) {
      characters.textContent = characters.textContent.replace(/\d+/, String(pair.text.value.length));
      const most = Number(characters.textContent.match(/\d+/g)?.[1] ?? 0);
      characters.classList.toggle("pair__over", most > 0 && pair.text.value.length > most);
    }
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
    if (told.state) pair.root.querySelector("[data-state]").innerHTML = told.state;
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
    place.textContent = open ? words.get("open").replace("{n}", open) : words.get("done");
  };

  const send = async (changed, confirmed, isByItself) => {
    const sent = new Map(changed.map((pair) => [pair.id, pair.text.value]));
    const body = bodyOf(changed);
    if (isByItself) body.set("_autosave", "1");
    if (confirmed) {
      body.set("confirm", confirmed);
      body.set(`seen:${confirmed}`, byId.get(confirmed).seen.value);
    }
    say("saving");
    let answer;
    try {
      const response = await fetch(window.location.href, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
        credentials: "same-origin",
        redirect: "error",
      });
      if (!response.ok) throw new Error(response.status);
      answer = await response.json();
    } catch {
      say("failed");
      return false;
    }
    for (const [id, told] of Object.entries(answer.texts)) {
      const pair = byId.get(id);
      if (pair && sent.has(id)) apply(pair, told, sent.get(id));
      else if (pair && told.state) pair.root.querySelector("[data-state]").innerHTML = told.state;
    }
    showProgress(answer.open);
    say(answer.refused ? "refused" : stateOfAll());
    return !answer.refused;
  };

  const save = async ({ confirmed = "", isByItself = false } = {}) => {
    window.clearTimeout(timer);
    while (running) await running;
    const changed = pairs.filter(
      (pair) => isUnsaved(pair) && !pair.isBlocked && !(isByItself && pair.keptText === pair.text.value),
    );
    if (!changed.length && !confirmed) {
      say(stateOfAll());
      return true;
    }
    running = send(changed, confirmed, isByItself);
    const isDone = await running;
    running = null;
    return isDone;
  };

  const plan = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => save({ isByItself: true }), WAIT);
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
      if (await save({ confirmed: pair.id })) event.target.closest("button").hidden = true;
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
    say("unsaved");
    plan();
  });
  form.addEventListener("focusout", () => {
    if (pairs.some((pair) => isUnsaved(pair) && !pair.isBlocked && !pair.isHeld)) plan();
  });
  form.addEventListener("submit", async (event) => {
    if (event.submitter?.name === "_next" || isLeaving) {
      isLeaving = true;
      return;
    }
    event.preventDefault();
    await save();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  });
  window.addEventListener("pageshow", () => {
    isLeaving = false;
  });
  window.addEventListener("beforeunload", (event) => {
    const isKept = (pair) => pair.keptText === pair.text.value;
    if (!isLeaving && pairs.some((pair) => isUnsaved(pair) && !isKept(pair))) event.preventDefault();
  });
}
