// Says at each field of a form what is missing or stale in its language, counts words against the
// limits of the press kit, and copies the source. The data stand in the page (translating/forms.py).
import { countOf } from "./words.js";

const stored = document.querySelector("#translating-data");
const data = stored ? JSON.parse(stored.textContent) : { fields: {} };
const form = document.querySelector("#content-main form[method=post]");

const make = (name, text = "", attributes = {}) => {
  const element = document.createElement(name);
  element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

const chip = (known) => {
  const look = make("span", "", { class: `look look--${known.look}`, title: known.hint });
  look.append(make("span", known.sign, { "aria-hidden": "true" }), ` ${known.label}`);
  return look;
};

const changes = (known) => {
  const details = make("details", "", { class: "pair__changes" });
  const text = make("p", "", { class: "pair__words" });
  for (const [op, word] of known.changes) {
    if (op === "same") {
      text.append(word);
      continue;
    }
    const mark = make(op === "removed" ? "del" : "ins");
    mark.append(make("span", `${data.words[op]} `, { class: "visually-hidden" }), word);
    text.append(mark);
  }
  details.append(make("summary", data.words.changes), text);
  return details;
};

const counter = (field, limit) => {
  const place = make("span", "", { class: "pair__count" });
  const count = () => {
    const number = countOf(field.value);
    place.textContent = data.words.count.replace("{n}", number).replace("{limit}", limit);
    place.classList.toggle("pair__over", number > limit);
  };
  field.addEventListener("input", count);
  count();
  return place;
};

const copier = (field, known) => {
  const source = form.elements.namedItem(known.source);
  if (!source) return null;
  const button = make("button", data.words.copy, { type: "button", class: "button pair__button" });
  const label = field.labels?.[0]?.textContent.trim() ?? field.getAttribute("aria-label") ?? "";
  button.append(make("span", `: ${label}`, { class: "visually-hidden" }));
  button.addEventListener("click", () => {
    field.focus();
    field.select();
    if (!document.execCommand("insertText", false, source.value)) {
      field.value = source.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  return button;
};

const isInTable = (field) => field.closest(".tabular") !== null;

for (const [name, known] of Object.entries(data.fields)) {
  const field = form?.elements.namedItem(name);
  if (!(field instanceof HTMLElement) || field.type === "hidden") continue;
  const foot = make("div", "", { class: "field-state" });
  if (known.look && (known.look !== "translated" || !isInTable(field))) {
    const state = chip(known);
    foot.append(state);
    // Whoever empties a field is not told that it is translated.
    const follow = () => {
      state.hidden = known.look === "translated" && !field.value.trim();
    };
    field.addEventListener("input", follow);
    follow();
  }
  if (known.limit) foot.append(counter(field, known.limit));
  if (known.look && !isInTable(field)) {
    const copy = known.look === "missing" ? copier(field, known) : null;
    if (copy) foot.append(copy);
    if (known.changes.length) foot.append(changes(known));
  }
  if (foot.childNodes.length) field.after(foot);
}
