// A button that publishes later says when: its words follow the field of date and time.
const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });

for (const button of document.querySelectorAll("[data-moment]")) {
  const field = button.form?.elements.namedItem(button.dataset.moment);
  const words = button.textContent;
  field?.addEventListener("input", () => {
    // The field speaks of the site's clock, whatever the editor's own says: it is only spelt out.
    const day = new Date(`${field.value.slice(0, 10)}T00:00Z`);
    const isKnown = field.value && !Number.isNaN(day.getTime());
    button.textContent = isKnown
      ? button.dataset.words.replace("{at}", `${format.format(day)}, ${field.value.slice(11, 16)}`)
      : words;
  });
}
