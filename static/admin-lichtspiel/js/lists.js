// The hint what can be searched stands in the field itself; filters are folded where space is short.
const field = document.querySelector("#searchbar");
const help = document.querySelector("#searchbar_helptext");

if (field && help) {
  field.placeholder = help.textContent.trim();
  help.classList.add("visually-hidden");
}

if (matchMedia("(max-width: 63.99rem)").matches) {
  for (const filter of document.querySelectorAll("#changelist-filter details")) {
    if (!filter.querySelector("li.selected ~ li.selected, li:not(:first-child).selected")) filter.open = false;
  }
}
