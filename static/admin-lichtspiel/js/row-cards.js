// Tables of rows become cards where they would not fit; each field then needs its column's name.
const nameCells = (table) => {
  for (const head of table.querySelectorAll("thead th[class*=column-]")) {
    const column = [...head.classList].find((name) => name.startsWith("column-"));
    const cells = table.querySelectorAll(`td.${column.replace("column-", "field-")}`);
    for (const cell of cells) cell.dataset.label = head.textContent.trim();
  }
  for (const cell of table.querySelectorAll("td.delete"))
    cell.dataset.label = table.querySelector("thead th:last-child").textContent.trim().replace("?", "");
  table.dataset.named = "";
};

for (const table of document.querySelectorAll(".inline-related.tabular table")) nameCells(table);
document.addEventListener("formset:added", (event) => {
  const table = event.target.closest(".tabular table");
  if (table) nameCells(table);
});
