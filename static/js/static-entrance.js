// The start of a static site: straight to the home of the first language that the browser wants.
// Without this script the reader chooses.
const links = [...document.querySelectorAll("[data-languages] a[hreflang]")];
const fits = (wanted) => ({ hreflang }) =>
  wanted === hreflang.toLowerCase() || wanted.startsWith(`${hreflang.toLowerCase()}-`);
const chosen = navigator.languages
  .map((wanted) => links.find(fits(wanted.toLowerCase())))
  .find((link) => link);
if (chosen) location.replace(chosen.href);
