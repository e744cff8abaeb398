// The silent loop at the top of a page: after everything else, on wide screens, if nobody minds
// motion or data, and with a button to stop it (WCAG 2.2.2).

const wide = matchMedia("(min-width: 60rem)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const saves = () => navigator.connection?.saveData === true;

function makeVideo(place) {
  const video = document.createElement("video");
  video.className = "loop__video";
  video.muted = true;
  video.loop = true;
  video.playsInline = true;
  video.disableRemotePlayback = true;
  video.width = Number(place.dataset.width);
  video.height = Number(place.dataset.height);
  video.tabIndex = -1;
  video.setAttribute("aria-hidden", "true");
  const source = document.createElement("source");
  source.src = place.dataset.loop;
  source.type = place.dataset.type;
  video.append(source);
  source.addEventListener("error", () => place.remove());
  return video;
}

function makeButton(place, video) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "loop__button";
  const show = () => {
    button.classList.toggle("loop__button--stopped", place.dataset.stopped === "1");
    const label = place.dataset.stopped === "1" ? place.dataset.play : place.dataset.pause;
    button.setAttribute("aria-label", label);
    button.title = label;
  };
  button.addEventListener("click", () => {
    place.dataset.stopped = place.dataset.stopped === "1" ? "0" : "1";
    if (place.dataset.stopped === "1") video.pause();
    else video.play().catch(() => {});
    show();
  });
  show();
  return button;
}

// Enlarged further it is softer than the still that it would cover.
const MOST_ENLARGED = 1.3;

function isSharp(place) {
  const { clientWidth, clientHeight } = place.parentElement;
  const { width, height } = place.dataset;
  return Math.max(clientWidth / width, clientHeight / height) <= MOST_ENLARGED;
}

function start(place) {
  if (!wide.matches || calm.matches || saves() || place.firstChild || !isSharp(place)) return;
  const video = makeVideo(place);
  // The media of a hero lies behind its text; the button must not.
  const button = makeButton(place, video);
  video.addEventListener(
    "playing",
    () => {
      place.classList.add("loop--shown");
      (place.closest(".hero") ?? place).append(button);
    },
    { once: true },
  );
  place.append(video);
  place.hidden = false;
  video.play().catch(() => place.replaceChildren());

  const stop = () => {
    place.dataset.stopped = "0";
    button.click();
  };
  document.addEventListener("trailer-plays", () => place.dataset.stopped === "1" || stop());
  calm.addEventListener("change", () => calm.matches && place.dataset.stopped !== "1" && stop());
  new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting) video.pause();
    else if (place.dataset.stopped !== "1") video.play().catch(() => {});
  }).observe(place.parentElement);
}

function startAll() {
  for (const place of document.querySelectorAll(".loop")) start(place);
}

if (document.readyState === "complete") startAll();
else addEventListener("load", startAll, { once: true });
