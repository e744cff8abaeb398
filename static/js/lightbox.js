// Pictures open on the page instead of leaving it. Without this script the links lead to the files.
//
// The pictures of a gallery lie side by side in a strip that snaps from one to the next, so that a
// finger moves them as it moves anything else; buttons and keys scroll the same strip.

// Pictures beside the one in view that are fetched with it.
const AHEAD = 1;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

for (const gallery of document.querySelectorAll("[data-gallery]")) {
  const links = [...gallery.querySelectorAll("a.enlarge")];
  let box = null;
  links.forEach((link, index) => {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      box ??= new Lightbox(links, gallery.dataset);
      box.open(index);
    });
  });
}

class Lightbox {
  constructor(links, words) {
    this.links = links;
    this.words = words;
    this.current = -1;
    // Whether the strip is on its way to the current picture; its stops on the way say nothing.
    this.isLed = false;
    this.dialog = add(document.body, "dialog", "lightbox");
    this.dialog.setAttribute("aria-label", words.gallery);
    this.strip = add(this.dialog, "div", "lightbox__strip");
    // What scrolls must be reached by keys (WCAG 2.1.1), and says what it is.
    this.strip.tabIndex = 0;
    this.strip.setAttribute("role", "group");
    this.strip.setAttribute("aria-label", words.gallery);
    this.slides = links.map(() => add(this.strip, "div", "lightbox__slide"));
    this.addBar();
    this.listen();
  }

  addBar() {
    const bar = add(this.dialog, "div", "lightbox__bar");
    const said = add(bar, "div", "lightbox__said");
    said.setAttribute("aria-live", "polite");
    this.count = add(said, "p", "lightbox__count");
    this.caption = add(said, "div", "lightbox__caption");
    this.previous = addButton(bar, "previous", this.words.previous);
    this.next = addButton(bar, "next", this.words.next);
    this.close = addButton(bar, "close", this.words.close);
    this.count.hidden = this.previous.hidden = this.next.hidden = this.links.length < 2;
  }

  listen() {
    this.previous.addEventListener("click", () => this.go(this.current - 1));
    this.next.addEventListener("click", () => this.go(this.current + 1));
    this.close.addEventListener("click", () => this.dialog.close());
    // On the window: a round of Tab also comes by the page's body, where no element hears a key.
    addEventListener("keydown", (event) => this.dialog.open && this.press(event));
    this.dialog.addEventListener("close", () => this.leave());
    // The way back closes the picture before it leaves the page.
    addEventListener("popstate", () => this.dialog.close());
    this.strip.addEventListener("click", (event) => {
      if (!event.target.closest("img")) this.dialog.close();
    });
    for (const touch of ["pointerdown", "touchstart", "wheel"]) {
      this.strip.addEventListener(touch, () => (this.isLed = false), { passive: true });
    }
    if ("onscrollend" in window) this.strip.addEventListener("scrollend", () => this.follow());
    else this.strip.addEventListener("scroll", () => this.wait(), { passive: true });
    // A turned phone changes the widths: the picture that was seen stays.
    new ResizeObserver(() => this.dialog.open && this.scrollTo(this.current, "instant")).observe(
      this.strip,
    );
  }

  open(index) {
    this.dialog.showModal();
    document.documentElement.classList.add("has-lightbox");
    this.show(index);
    this.scrollTo(index, "instant");
    this.close.focus({ preventScroll: true });
    history.pushState({ isEnlarged: true }, "");
  }

  leave() {
    document.documentElement.classList.remove("has-lightbox");
    this.links[this.current].focus();
    if (history.state?.isEnlarged) history.back();
  }

  press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.links.length - 1;
    const { current } = this;
    const to = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.go(to);
  }

  // Behind the last picture comes the first; that way is jumped, not scrolled.
  go(index) {
    const to = (index + this.links.length) % this.links.length;
    const isNear = Math.abs(to - this.current) === 1;
    this.show(to);
    this.scrollTo(to, isNear && !calm.matches ? "smooth" : "instant");
  }

  scrollTo(index, behavior) {
    this.isLed = true;
    this.strip.scrollTo({ left: index * this.strip.clientWidth, behavior });
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.follow(), 150);
  }

  // What a finger or a wheel has moved into view is shown when it lies still: nothing may change
  // below a finger.
  follow() {
    const index = Math.round(this.strip.scrollLeft / this.strip.clientWidth);
    if (this.isLed && index !== this.current) return;
    this.isLed = false;
    if (index !== this.current && this.links[index]) this.show(index);
  }

  show(index) {
    this.current = index;
    this.slides.forEach((slide, number) => {
      slide.inert = number !== index;
      if (Math.abs(number - index) <= AHEAD) fill(slide, this.links[number]);
    });
    this.count.textContent = this.words.count
      .replace("{number}", index + 1)
      .replace("{total}", this.links.length);
    const caption = this.links[index].closest("figure")?.querySelector("figcaption");
    this.caption.replaceChildren(...(caption ? caption.cloneNode(true).childNodes : []));
  }
}

function fill(slide, link) {
  if (slide.firstChild) return;
  const picture = add(slide, "picture", "lightbox__picture");
  const { type, srcset, width, height } = link.dataset;
  if (srcset) Object.assign(add(picture, "source", ""), { type, srcset, sizes: "100vw" });
  const small = link.querySelector("img");
  const tone = [...small.classList].filter((name) => name.startsWith("tone-"));
  const image = add(picture, "img", ["lightbox__image", ...tone].join(" "));
  Object.assign(image, { width, height, alt: small.alt });
  image.addEventListener("error", () => {
    const source = picture.querySelector("source");
    if (source) source.remove();
    else image.classList.add("lightbox__image--lost");
  });
  image.src = link.href;
}

function addButton(parent, kind, word) {
  const button = add(parent, "button", `lightbox__button lightbox__button--${kind}`);
  button.type = "button";
  button.title = word;
  add(button, "span", "visually-hidden").textContent = word;
  return button;
}

function add(parent, name, className) {
  const element = document.createElement(name);
  element.className = className;
  parent.append(element);
  return element;
}
