"""Line 11 / Linie 11: rain, neon and wet asphalt, painted with light that adds up."""

from functools import partial

from drawing.line_11.arrival import draw_arrival
from drawing.line_11.cab import draw_cab
from drawing.line_11.dawn import draw_dawn
from drawing.line_11.poster import draw_poster
from drawing.line_11.trailer import draw_trailer
from drawing.line_11.trails import draw_trails
from drawing.line_11.windows import draw_windows

STILL = "films/line-11/images/line-11-still-{}.jpg"
POSTER = "films/line-11/images/line-11-poster-{}.jpg"

PICTURES = {
    STILL.format(1): draw_arrival,
    STILL.format(2): draw_windows,
    STILL.format(3): draw_cab,
    STILL.format(4): draw_trails,
    STILL.format(5): draw_dawn,
    POSTER.format("en"): partial(draw_poster, "en"),
    POSTER.format("de"): partial(draw_poster, "de"),
}
TRAILERS = {"films/line-11/videos/line-11-trailer.mp4": draw_trailer}
