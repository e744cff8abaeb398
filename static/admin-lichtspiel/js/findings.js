// What keeps a language from going live is said at its field, too; and after a save that loads no
// page the states of the languages are renewed.
const NOTE = "field-finding";

const sayAtFields = () => {
  for (const note of document.querySelectorAll(`.${NOTE}`)) {
    document.getElementById(note.dataset.for)?.removeAttribute("aria-errormessage");
    note.remove();
  }
  for (const link of document.querySelectorAll("[data-finding]")) {
    const field = document.getElementById(link.hash.slice(1));
    if (!field || document.getElementById(`${field.id}-finding`)) continue;
    const note = document.createElement("p");
    Object.assign(note, { id: `${field.id}-finding`, className: NOTE, textContent: link.textContent });
    note.dataset.for = field.id;
    field.before(note);
    const described = new Set([...(field.getAttribute("aria-describedby") ?? "").split(" "), note.id]);
    field.setAttribute("aria-describedby", [...described].join(" ").trim());
  }
};

document.addEventListener("desk:saved", ({ detail }) => {
  if (!detail.panel) return;
  const found = new DOMParser().parseFromString(detail.panel, "text/html");
  const fresh = [...found.querySelectorAll("[data-publishing-state]")];
  const shown = [...document.querySelectorAll("[data-publishing-state]")];
  shown.forEach((state, number) => {
    if (fresh[number] && state.innerHTML !== fresh[number].innerHTML) state.replaceWith(fresh[number]);
  });
  const chips = document.querySelector("[data-chips]");
  const renewed = new DOMParser().parseFromString(detail.chips, "text/html").querySelectorAll(".chip");
  chips?.replaceChildren(...renewed);
  sayAtFields();
});

sayAtFields();
