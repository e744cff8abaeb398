// The slider of days: each step is a day on which the page begins to say something else. The frame
// follows at once, the form's day and the other links of the page with it.

const form = document.querySelector("[data-preview-days]");
const frame = document.querySelector(".preview__frame");
const slider = form?.querySelector('input[type="range"]');

if (slider && frame) {
  const marks = [...form.querySelectorAll("[data-day]")];
  const field = form.elements.on;
  const said = form.querySelector("[data-preview-said]");
  let wanted = 0;

  const with_day = (address, day) => {
    const url = new URL(address, location.href);
    url.searchParams.set("on", day);
    return url;
  };

  const say = (mark) => {
    const { label, line } = mark.dataset;
    const strong = document.createElement("strong");
    strong.textContent = label;
    said.replaceChildren(strong);
    if (line) {
      const quote = document.createElement("q");
      quote.textContent = line;
      said.append(" ", quote);
    }
    slider.setAttribute("aria-valuetext", mark.textContent.trim().replace(/\s+/g, " "));
  };

  const choose = (mark) => {
    const day = mark.dataset.day;
    field.value = day;
    for (const other of marks) other.removeAttribute("aria-current");
    mark.setAttribute("aria-current", "date");
    say(mark);
    // Languages, outputs and widths stay on that day.
    for (const link of document.querySelectorAll(".preview__choice a")) link.href = with_day(link.href, day);
    history.replaceState(null, "", with_day(location.href, day));
    // Replaced, so that the browser's way back leads out of the preview. While the key is held
    // only the last day is asked for.
    clearTimeout(wanted);
    wanted = setTimeout(() => frame.contentWindow.location.replace(with_day(frame.src, day)), 120);
  };

  say(marks[slider.value]);
  slider.closest("[hidden]").hidden = false;
  slider.addEventListener("input", () => choose(marks[slider.value]));
}
