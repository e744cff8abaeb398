// A picture whose file is lost or broken: first its one JPEG, then the colour that held its place.

const failed = (image) => image.complete && !image.naturalWidth && image.currentSrc;

const mend = (image) => {
  const sources = image.parentElement.querySelectorAll("source");
  if (sources.length) {
    for (const source of sources) source.remove();
  } else if (!image.src.startsWith("data:")) {
    const [width, height] = ["width", "height"].map((name) => image.getAttribute(name));
    const empty = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`;
    image.src = `data:image/svg+xml,${encodeURIComponent(empty)}`;
  }
};

for (const image of document.querySelectorAll(".picture__image")) {
  image.addEventListener("error", () => mend(image));
  if (failed(image)) mend(image);
}
