// Says that something is not saved, and asks before it is lost. Compares what the form would send,
// because pickers change their fields without telling.
const form = document.querySelector("#content-main form[method=post]");

if (form) {
  const contents = () =>
    JSON.stringify(
      [...new FormData(form)]
        .filter(([name]) => name !== "csrfmiddlewaretoken" && !name.startsWith("_schedule_at_"))
        .map(([name, value]) => [name, value instanceof File ? value.name : value]),
    );
  const sign = document.querySelector("[data-unsaved] > span");
  const isReturned = document.querySelector("[data-error-summary]") !== null;
  let saved = "";
  let isLeaving = false;

  const isUnsaved = () => isReturned || contents() !== saved;
  const show = () => {
    if (sign) sign.hidden = !isUnsaved();
  };

  window.addEventListener("load", () => {
    saved = contents();
    show();
  });
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  document.addEventListener("formset:added", show);
  document.addEventListener("formset:removed", show);
  window.django?.jQuery(form).on("change", show);
  form.addEventListener("submit", () => {
    isLeaving = true;
  });
  window.addEventListener("pageshow", () => {
    isLeaving = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isLeaving && isUnsaved()) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
    const button = form.querySelector("[name=_continue]");
    if (!button) return;
    event.preventDefault();
    form.requestSubmit(button);
  });
}
