// Mark where the reader is in the local navigation of a film page.
const links = new Map(
  [...document.querySelectorAll(".film-nav__link")].map((link) => [link.hash.slice(1), link]),
);
const sections = [...links.keys()]
  .map((id) => document.getElementById(id)?.closest("section"))
  .filter(Boolean);

const seen = new Set();
const observer = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) seen.add(entry.target);
      else seen.delete(entry.target);
    }
    const first = sections.find((section) => seen.has(section));
    for (const [id, link] of links) {
      const here = first?.querySelector(`#${CSS.escape(id)}`) || first?.id === id;
      if (here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  },
  { rootMargin: "-12% 0px -60% 0px" },
);
for (const section of sections) observer.observe(section);
