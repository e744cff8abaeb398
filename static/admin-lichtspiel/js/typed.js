// What stands in a form: fields without secrets and files.
const LEFT_OUT = new Set(["csrfmiddlewaretoken", "_number"]);
const isOurs = (name) => !LEFT_OUT.has(name) && !name.startsWith("_schedule_at_") && !name.startsWith("initial-");

// A new row whose file is chosen is saved with the file, not before.
const waitingRows = (form) => {
  const rows = [];
  for (const field of form.querySelectorAll("input[type=file]")) {
    const prefix = field.name.match(/^(.+-\d+)-/)?.[1];
    const row = field.closest(".has_original, .inline-related, tr");
    if (field.files.length && prefix && row && !row.classList.contains("has_original")) rows.push(`${prefix}-`);
  }
  return rows;
};

export const typed = (form) => {
  const data = new FormData(form);
  const waiting = waitingRows(form);
  for (const [name, value] of [...data]) {
    const isWaiting = waiting.some((prefix) => name.startsWith(prefix));
    if (value instanceof File || isWaiting || !isOurs(name)) data.delete(name);
  }
  return data;
};

// With the names of files, because choosing one is a change too.
export const contents = (form) =>
  JSON.stringify(
    [...new FormData(form)]
      .filter(([name]) => isOurs(name))
      .map(([name, value]) => [name, value instanceof File ? value.name : value]),
  );

// The identifiers of the rows, but not of the empty one that new rows are made of.
export const rowsOf = (form) =>
  [...form.querySelectorAll("[data-row-uuid]")]
    .filter((field) => !field.name.includes("__prefix__"))
    .map((field) => field.value);
