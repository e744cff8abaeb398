// Marks beside the fields of a film's form that sources speak of, and the panel behind each: all
// who say something, and the buttons to decide. The panel is fetched when it is opened; what was
// typed in the form stays, and the field shows what was decided.
const line = document.querySelector("[data-source-marks]");
const form = document.querySelector("#content-main form[method=post]");

const inputOf = (mark, name) => {
  if (!mark.table) return document.getElementById(`id_${name}`);
  const rows = [...document.querySelectorAll("input[data-row-uuid]")];
  const row = rows.find((field) => field.value === mark.row && !field.name.includes("__prefix__"));
  return row && document.getElementById(`id_${row.name.replace(/[^-]+$/, "")}${name}`);
};

// Where a mark stands: behind the label of a field, in the cell of a table, at the heading of a table.
const placeOf = (mark) => {
  const credit = mark.row && document.querySelector(`.credit[data-uuid="${CSS.escape(mark.row)}"] .credit__notes`);
  if (credit) return (button) => credit.append(button);
  for (const name of mark.columns) {
    const field = inputOf(mark, name);
    if (!field) continue;
    const cell = field.closest("td");
    if (cell) return (button) => cell.append(button);
    const label = document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
    if (label) return (button) => label.after(button);
  }
  const heading = mark.table && document.getElementById(`${mark.table}-heading`);
  return heading && ((button) => heading.append(" ", button));
};

const buttons = new Map(); // by the mark's first key

const dress = (button, mark) => {
  button.className = `source-mark source-mark--${mark.state}`;
  button.setAttribute("aria-label", mark.label);
  button.title = mark.label;
  button.textContent = mark.sign ? `${mark.count} ${mark.sign}` : String(mark.count);
};

const draw = (marks) => {
  for (const mark of marks) {
    const known = buttons.get(mark.keys[0]);
    if (known) {
      dress(known, mark);
      known.mark = mark;
      continue;
    }
    const place = placeOf(mark);
    if (!place) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-haspopup", "dialog");
    button.mark = mark;
    dress(button, mark);
    button.addEventListener("click", () => open(button));
    buttons.set(mark.keys[0], button);
    place(button);
  }
};

const dialog = document.createElement("dialog");
const body = document.createElement("div");
let opener = null;

const setUp = () => {
  dialog.className = "points-panel";
  const head = document.createElement("div");
  head.className = "points-panel__head";
  const title = Object.assign(document.createElement("h2"), { textContent: line.dataset.title, id: "points-panel-title" });
  const close = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: line.dataset.close });
  close.addEventListener("click", () => dialog.close());
  head.append(title, close);
  body.className = "points points-panel__body";
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(head, body);
  dialog.addEventListener("close", () => {
    body.replaceChildren();
    opener?.focus();
  });
  body.addEventListener("submit", send);
  document.body.append(dialog);
};

const fill = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  body.replaceChildren(...page.body.childNodes);
};

const open = async (button) => {
  opener = button;
  const keys = new URLSearchParams(button.mark.keys.map((key) => ["key", key]));
  try {
    const answer = await fetch(`${line.dataset.panel}?${keys}`);
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    fill(await answer.text());
  } catch {
    location.assign(line.dataset.points);
    return;
  }
  dialog.showModal();
};

const complain = (text) => {
  const note = Object.assign(document.createElement("p"), { className: "errornote", textContent: text });
  note.setAttribute("role", "alert");
  body.querySelector(".errornote")?.remove();
  body.prepend(note);
};

// What stands in the field now; autosave is told as if it had been typed.
const show = (mark, field) => {
  const input = inputOf(mark, field.column);
  if (!input) return;
  if (input.type === "checkbox") input.checked = Boolean(field.checked);
  else if (input.tagName === "SELECT") {
    let option = [...input.options].find((one) => one.value === field.value);
    if (!option) input.append((option = new Option(field.text ?? field.value, field.value)));
    if (field.text) option.textContent = field.text;
    input.value = field.value;
  } else if (input.value !== field.value) input.value = field.value;
  else return;
  if (window.django?.jQuery) window.django.jQuery(input).trigger("change");
  input.dispatchEvent(new Event("change", { bubbles: true }));
};

const send = async (event) => {
  event.preventDefault();
  const data = new FormData(event.target, event.submitter);
  data.set("panel", "1");
  for (const key of opener.mark.keys) data.append("shown", key);
  const token = form?.querySelector("[name=csrfmiddlewaretoken]") ?? document.querySelector("[name=csrfmiddlewaretoken]");
  if (token) data.set("csrfmiddlewaretoken", token.value);
  const forms = [...body.querySelectorAll("form")];
  const place = forms.indexOf(event.target);
  try {
    const answer = await fetch(event.target.action, { method: "POST", body: new URLSearchParams(data) });
    if (!answer.headers.get("content-type")?.startsWith("application/json")) throw new Error(answer.status);
    const { html, marks, fields } = await answer.json();
    fill(html);
    draw(marks);
    for (const field of fields) show(opener.mark, field);
    const next = body.querySelectorAll("form")[place]?.querySelector("button") ?? dialog.querySelector("button");
    next.focus();
  } catch {
    complain(line.dataset.failed);
  }
};

if (line) {
  setUp();
  fetch(line.dataset.sourceMarks)
    .then((answer) => (answer.ok && !answer.redirected ? answer.json() : { marks: [] }))
    .then(({ marks }) => draw(marks))
    .catch(() => {}); // the line above the form leads to the same
}
