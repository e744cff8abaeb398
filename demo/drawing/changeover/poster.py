"""The beam cuts the title in two."""

from PIL import Image

from drawing import prints, typeset
from drawing.changeover.cuts import (
    INK,
    POSTER,
    around,
    away_from,
    both,
    cone,
    cue_mark,
    lit_edge,
    pull,
    without,
)
from drawing.changeover.machines import film_strip, projector, reel
from drawing.paint import Size, contrast, drawn, glow, ramp, times

BOLD, SMALL = "anton-400-normal", "oswald-500-normal"


def poster(title: str, tagline: str, words: tuple[str, ...]) -> Image.Image:
    """Cinema poster: the beam cuts the title in two, black on light, light on black."""
    size = POSTER
    port = (204, 1075)
    beam = cone(size, port, ((1320, -330), (1320, 720)))
    solid = times(beam, contrast(glow(size, *port, 1900, 1900, 0.5), 0.0, 0.5))
    tone = without(solid, drawn(size, lambda p: p.disc(*port, 60)))
    rays = prints.carve(tone, away_from(*port), 341, 9, 88)
    moon_at = (672, 452)
    disc, holes = reel(size, *moon_at, 262, 0.35)
    strip = film_strip(size, moon_at, port)
    machine, lines = projector(size, 62, 1075, 95)
    dark = times(
        glow(size, *port, 640, 640, 1.0), ramp(size, [(0, 255), (0.76, 255), (0.77, 0), (1, 0)])
    )
    aura = without(prints.carve(without(dark, beam), around(*port), 342, 15, 46), beam)
    scene = without(both(rays, aura), disc, strip[0], machine)
    scene = both(
        scene, times(holes, disc), without(strip[1], disc), lines, lit_edge(machine, -3, 3)
    )
    scene = both(scene, cue_mark(size, 906, 96, 38))
    letters, base = name(size, title, 1348)
    band = drawn(size, lambda p: p.polygon([(0, base), (1000, base), (1000, 1500), (0, 1500)]))
    scene = without(scene, band)
    light = cone(size, (-180, 1420), ((1100, 1170), (1100, 2000)))
    light = times(light, band)
    scene = both(scene, light)
    swap = both(without(letters, light), without(scene, letters))
    sheet = pull(swap, 345)
    small = typeset.line(size, tagline, 80, 1404, SMALL, 25, 0.02)
    for number, text in enumerate(words):
        small = both(small, typeset.line(size, text, 80, 1440 + number * 25, SMALL, 16, 0.08))
    sheet.paste(INK, (0, 0), small)
    return sheet


def name(size: Size, title: str, baseline: float) -> tuple[Image.Image, float]:
    """The title as wide as the sheet, and where its ground begins."""
    large = typeset.fit(title, BOLD, 840, 0.01)
    mask = typeset.line(size, title, 80, baseline, BOLD, large, 0.01)
    return mask, baseline - large * 0.86 - 28


def poster_english() -> Image.Image:
    """The poster for the international release."""
    return poster(
        "CHANGEOVER",
        "He has seven seconds.",
        (
            "A SHORT FILM BY JONAS HARTWIG   WITH WILHELM SARNOW AND EDDA LINDEQUIST",
            "CAMERA SABINE ORLOW   MUSIC FERDINAND QUAST   NORDLICHT FILMPRODUKTION   BERLIN 1989",
        ),
    )


def poster_german() -> Image.Image:
    """The poster for the German release."""
    return poster(
        "ÜBERBLENDUNG",
        "Ihm bleiben sieben Sekunden.",
        (
            "EIN KURZFILM VON JONAS HARTWIG   MIT WILHELM SARNOW UND EDDA LINDEQUIST",
            "KAMERA SABINE ORLOW   MUSIK FERDINAND QUAST   NORDLICHT FILMPRODUKTION   BERLIN 1989",
        ),
    )
