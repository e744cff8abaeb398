"""Lane Four / Bahn Vier: flat shapes under computed water, pool blues and one red cap."""

from functools import partial

from drawing.lane_four.above import key_still
from drawing.lane_four.below import below_still
from drawing.lane_four.blocks import blocks_still
from drawing.lane_four.drained import drained_still
from drawing.lane_four.poster import draw_poster
from drawing.lane_four.town_pool import aerial_still
from drawing.lane_four.trailer import draw_trailer

FOLDER = "films/lane-four"
PICTURES = {
    f"{FOLDER}/images/lane-four-swimmer.jpg": key_still,
    f"{FOLDER}/images/lane-four-below.jpg": below_still,
    f"{FOLDER}/images/lane-four-blocks.jpg": blocks_still,
    f"{FOLDER}/images/lane-four-pool.jpg": aerial_still,
    f"{FOLDER}/images/lane-four-drained.jpg": drained_still,
    f"{FOLDER}/images/lane-four-poster-en.jpg": partial(draw_poster, "en"),
    f"{FOLDER}/images/lane-four-poster-de.jpg": partial(draw_poster, "de"),
}
TRAILERS = {f"{FOLDER}/videos/lane-four-trailer.mp4": draw_trailer}
