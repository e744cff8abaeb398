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

if ($) {
  $(nameFields);
  $(document).on("change", "select.admin-autocomplete", () => setTimeout(nameFields));
  document.addEventListener("formset:added", () => setTimeout(nameFields));
  $(document).on("select2:open", (event) => {
    const field = document.querySelector(".select2-container--open .select2-search--dropdown .select2-search__field");
    field?.setAttribute("aria-label", labelOf(event.target));
  });
}
