// A still before the trailer fills the frame of the player; without this script it stands between bars.

for (const video of document.querySelectorAll(".player__video")) {
  if (video.readyState > 0) continue;
  video.classList.add("player__video--waiting");
  video.addEventListener(
    "loadedmetadata",
    () => video.classList.remove("player__video--waiting"),
    { once: true },
  );
}
