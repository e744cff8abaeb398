// Select2 names its fields after what is chosen in them; here they get the words of their label.
const $ = window.django?.jQuery;

const labelOf = (select) =>
  select.getAttribute("aria-label") ||
  document.querySelector(`label[for="${select.id}"]`)?.textContent.trim() ||
  "";

const nameFields = () => {
  for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
    const picker = select.nextElementSibling;
    for (const part of picker?.querySelectorAll(".select2-selection__rendered, .select2-search__field") ?? [])
      part.setAttribute("aria-label", labelOf(select));
    const selection = picker?.querySelector(".select2-selection--multiple");
    selection?.setAttribute("aria-label", labelOf(select));
    // Every choice has a cross of its own; one for all is no item of a list.
    selection?.querySelector("ul > .select2-selection__clear")?.remove();
  }
};

// What was typed and not found can be added under that name, by whoever may add.
const words = document.querySelector("meta[name=picker-add]")?.content;

const addLinkOf = (select) => select.closest(".related-widget-wrapper")?.querySelector("a.add-related");

const offerToAdd = (select, field) => {
  const link = addLinkOf(select);
  const results = document.querySelector(".select2-container--open .select2-dropdown .select2-results");
  if (!words || !link || !results || !field) return;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "picker-add" });
  const typed = () => field.value.trim();
  const say = () => {
    button.hidden = !typed();
    button.textContent = words.replace("{name}", typed());
  };
  const add = () => {
    const address = new URL(link.href);
    address.searchParams.set("typed", typed());
    const before = link.href;
    $(select).select2("close");
    link.href = address;
    link.click();
    link.href = before;
  };
  const isFound = () => results.querySelector(".select2-results__option[aria-selected], .loading-results");
  const onKey = (event) => {
    if (event.key !== "Enter" || !typed() || isFound()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    add();
  };
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", add);
  field.addEventListener("input", say);
  field.addEventListener("keydown", onKey, true);
  $(select).one("select2:close", () => {
    button.remove();
    field.removeEventListener("input", say);
    field.removeEventListener("keydown", onKey, true);
  });
  results.querySelector(".picker-add")?.remove();
  results.append(button);
  say();
};

if ($) {
  $(nameFields);
  $(document).on("change", "select.admin-autocomplete", () => setTimeout(nameFields));
  document.addEventListener("formset:added", () => setTimeout(nameFields));
  $(document).on("select2:open", (event) => {
    const field = document.querySelector(".select2-container--open .select2-search--dropdown .select2-search__field");
    field?.setAttribute("aria-label", labelOf(event.target));
    const inline = event.target.nextElementSibling?.querySelector(".select2-search__field");
    offerToAdd(event.target, field ?? inline);
  });
}
