"""Snow Globe / Schneekugel: cut paper in white and ice blue, soft shadows, one red thread."""

from functools import partial

from drawing.snow_globe.hand import hand_still
from drawing.snow_globe.poster import draw_poster
from drawing.snow_globe.scenes import globe_still, shaken_still, street_still
from drawing.snow_globe.trailer import draw_trailer

FOLDER = "films/snow-globe"
PICTURES = {
    f"{FOLDER}/images/snow-globe-table.jpg": globe_still,
    f"{FOLDER}/images/snow-globe-street.jpg": street_still,
    f"{FOLDER}/images/snow-globe-hand.jpg": hand_still,
    f"{FOLDER}/images/snow-globe-shaken.jpg": shaken_still,
    f"{FOLDER}/images/snow-globe-poster-en.jpg": partial(draw_poster, "en"),
    f"{FOLDER}/images/snow-globe-poster-de.jpg": partial(draw_poster, "de"),
}
TRAILERS = {f"{FOLDER}/videos/snow-globe-trailer.mp4": draw_trailer}
