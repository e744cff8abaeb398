"""Brass / Blech: three inks on rough paper, circles, wedges and bars, slightly out of register."""

from functools import partial

from drawing.brass.poster import draw_poster
from drawing.brass.scenes import fan_still, hill_still, player_still, valves_still

FOLDER = "films/brass/images"
PICTURES = {
    f"{FOLDER}/brass-fan.jpg": fan_still,
    f"{FOLDER}/brass-hill.jpg": hill_still,
    f"{FOLDER}/brass-valves.jpg": valves_still,
    f"{FOLDER}/brass-helicon.jpg": player_still,
    f"{FOLDER}/brass-poster-en.jpg": partial(draw_poster, "en"),
    f"{FOLDER}/brass-poster-de.jpg": partial(draw_poster, "de"),
}
