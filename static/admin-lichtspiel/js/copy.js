// A button that copies what stands in a field, and says that it has.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Without https a browser refuses the clipboard: the older way still works.
      field.select();
      document.execCommand("copy");
    }
    document.getElementById(button.dataset.said).textContent = button.dataset.done;
  });
}
