// A button that publishes later says when: its words follow the field of date and time.
const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

for (const button of document.querySelectorAll("[data-moment]")) {
  const field = button.form?.elements.namedItem(button.dataset.moment);
  const words = button.textContent;
  field?.addEventListener("input", () => {
    // The field speaks of the site's clock, whatever the editor's own says: it is only spelt out.
    const moment = new Date(`${field.value}Z`);
    const isKnown = field.value && !Number.isNaN(moment.getTime());
    button.textContent = isKnown
      ? button.dataset.words.replace("{at}", `${format.format(moment)} ${button.dataset.zone}`)
      : words;
  });
}
