// The search of a static site: the words of all pages in one small file, looked through here.
const MOST = 30;
const place = document.getElementById("found");
const status = place.querySelector("[role=status]");
const LETTERS = { ß: "ss", ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", æ: "a", œ: "o", þ: "th" };

// As the site folds: case, accents, umlauts in either spelling and hyphens make no difference.
const fold = (text) =>
  text
    .toLowerCase()
    .replace(/[ßłøđðıæœþ]/g, (letter) => LETTERS[letter])
    .normalize("NFKD")
    .replace(/[\p{M}'’‘ʼʹʺ`´]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/([aou])e/g, "$1")
    .replace(/aa/g, "a")
    .trim();

// 0 is the title itself, then titles that begin so, words of titles, what stands inside words.
const rank = (words, question, title, others) => {
  const all = ` ${title} ${title.replaceAll(" ", "")} ${others}`;
  if (!words.every((word) => all.includes(word))) return -1;
  if (title === question) return 0;
  if (title.startsWith(question)) return 1;
  if (words.every((word) => ` ${title}`.includes(` ${word}`))) return 2;
  return words.every((word) => title.includes(word)) ? 3 : 4;
};

const find = (entries, question) => {
  const words = question.split(" ");
  return entries
    .map(([kind, title, note, address, others = ""]) => ({ kind, title, note, address, others }))
    .map((entry) => ({ ...entry, rank: rank(words, question, fold(entry.title), entry.others) }))
    .filter((entry) => entry.rank >= 0)
    .sort((a, b) => a.rank - b.rank);
};

const showEntry = (entry, base) => {
  const [row, what, link] = ["li", "span", "a"].map((name) => document.createElement(name));
  row.className = "rows__row rows__row--plain";
  what.className = "rows__what";
  link.href = new URL(entry.address, base).href;
  link.textContent = entry.title;
  what.append(link);
  if (entry.note) {
    const note = document.createElement("span");
    note.className = "rows__more";
    note.textContent = entry.note;
    what.append(" ", note);
  }
  row.append(what);
  return row;
};

const show = (found, base) => {
  for (const group of place.querySelectorAll("[data-kind]")) {
    const own = found.filter((entry) => entry.kind === group.dataset.kind);
    group.hidden = !own.length;
    group.querySelector(".results__count").textContent = own.length || "";
    const rows = own.slice(0, MOST).map((entry) => showEntry(entry, base));
    group.querySelector("ul").replaceChildren(...rows);
  }
};

const asked = (new URLSearchParams(location.search).get("q") ?? "").trim().slice(0, 100);
const question = fold(asked);
if (question) {
  document.getElementById("search-field").value = asked;
  const base = new URL(place.dataset.index, location.href);
  try {
    const answer = await fetch(base);
    if (!answer.ok) throw new Error(answer.statusText);
    const found = find(await answer.json(), question);
    show(found, base);
    status.textContent = found.length
      ? `${status.dataset.some} ${found.length}`
      : `${status.dataset.none} ${asked}`;
  } catch {
    status.textContent = status.dataset.failed;
  }
}
