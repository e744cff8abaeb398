// A text beside what was understood: a statement marks its line, sections are ticked at once,
// what is ticked is counted. Without script the form does all of it one by one.
const read = document.querySelector("[data-source-read]");

const boxesOf = (section) => {
  const facts = section ? `[data-fact="${section}"]` : "[data-fact]";
  return [...read.querySelectorAll(`${facts} input[name="take"]:not(:disabled)`)];
};

const count = (boxes) => boxes.filter((box) => box.checked).length;

const makeSwitch = (place) => {
  const section = place.dataset.section;
  if (!boxesOf(section).length) return;
  const label = document.createElement("label");
  const all = document.createElement("input");
  all.type = "checkbox";
  label.append(all, ...place.childNodes);
  place.append(label);
  all.addEventListener("change", () => {
    for (const box of boxesOf(section)) box.checked = all.checked;
    tell();
  });
};

const tell = () => {
  for (const place of read.querySelectorAll("[data-section]")) {
    const all = place.querySelector("input");
    if (!all) continue;
    const boxes = boxesOf(place.dataset.section);
    const ticked = count(boxes);
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
    place.querySelector("[data-section-count]").textContent = `${ticked}/${boxes.length}`;
  }
  const said = read.querySelector("[data-ticked]");
  if (!said) return;
  const ticked = count(boxesOf(""));
  said.textContent = (ticked === 1 ? said.dataset.one : said.dataset.many).replace("{n}", ticked);
};

const light = (event) => {
  const line = event.target.closest?.("[data-line]");
  for (const lit of read.querySelectorAll(".source-line--lit")) {
    if (lit !== line) lit.classList.remove("source-line--lit");
  }
  line?.classList.add("source-line--lit");
};

if (read) {
  read.querySelectorAll("[data-section]").forEach(makeSwitch);
  read.addEventListener("change", (event) => event.target.name === "take" && tell());
  read.addEventListener("mouseover", light);
  read.addEventListener("focusin", light);
  // A value that is corrected is meant to be taken.
  read.addEventListener("input", (event) => {
    const fact = event.target.closest("[data-fact]");
    const box = fact?.querySelector('input[name="take"]');
    if (!box || box.disabled || event.target === box) return;
    box.checked = true;
    tell();
  });
  tell();
}
