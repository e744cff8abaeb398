// One trailer at a time; once it plays, the picture behind it makes room for black bars.

const videos = [...document.querySelectorAll(".player__video")];

for (const video of videos) {
  video.addEventListener(
    "playing",
    () => video.parentElement.classList.add("player__frame--begun"),
    { once: true },
  );
  video.addEventListener("play", () => {
    for (const other of videos) if (other !== video) other.pause();
    document.dispatchEvent(new CustomEvent("trailer-plays"));
  });
}
