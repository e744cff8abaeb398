// Stills open on the page instead of leaving it. Without this script the links lead to the files.

for (const gallery of document.querySelectorAll("[data-lightbox]")) {
  const links = [...gallery.querySelectorAll("a")];
  const box = makeBox(gallery.dataset, links.length);
  let current = 0;

  const show = (index) => {
    current = (index + links.length) % links.length;
    const link = links[current];
    box.image.src = link.href;
    box.image.alt = link.querySelector("img").alt;
    box.caption.textContent = captionOf(link);
  };

  links.forEach((link, index) => {
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      show(index);
      box.dialog.showModal();
    });
  });
  box.previous.addEventListener("click", () => show(current - 1));
  box.next.addEventListener("click", () => show(current + 1));
  box.close.addEventListener("click", () => box.dialog.close());
  box.image.addEventListener("click", () => box.dialog.close());
  box.dialog.addEventListener("close", () => links[current].focus());
  box.dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") show(current - 1);
    if (event.key === "ArrowRight") show(current + 1);
  });
}

function captionOf(link) {
  const caption = link.closest("figure").querySelector("figcaption");
  return caption ? [...caption.children].map((part) => part.textContent.trim()).join(" · ") : "";
}

function makeBox(words, count) {
  const dialog = add(document.body, "dialog", "lightbox");
  const image = add(dialog, "img", "lightbox__image");
  const bar = add(dialog, "div", "lightbox__bar");
  const caption = add(bar, "p", "lightbox__caption");
  caption.setAttribute("aria-live", "polite");
  const [previous, next, close] = [words.previous, words.next, words.close].map((word) => {
    const button = add(bar, "button", "button");
    button.type = "button";
    button.textContent = word;
    return button;
  });
  dialog.setAttribute("aria-label", words.label);
  previous.hidden = next.hidden = count < 2;
  return { dialog, image, caption, previous, next, close };
}

function add(parent, name, className) {
  const element = document.createElement(name);
  element.className = className;
  parent.append(element);
  return element;
}
