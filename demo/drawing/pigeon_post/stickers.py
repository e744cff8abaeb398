"""Stickers for the microsite: what the film is made of, cut out with a white rim."""

import math

import numpy as np
from PIL import Image, ImageFilter

from drawing.paint import Pen, Point, Size, curve, rgb
from drawing.pigeon_post.birds import Bird, flying, packet, standing
from drawing.pigeon_post.press import (
    BLUE,
    CREAM,
    DARK,
    RED,
    WHITE,
    Array,
    Page,
    halftone,
    turned,
)
from drawing.pigeon_post.things import airmail, box, postmark, script, stamp

STICKER: Size = (900, 900)
LETTERING: Size = (1600, 860)
ABRIL, ELITE = "abril-fatface-400-normal", "special-elite-400-normal"
YELLOW, LEAF = "#ffcf3f", "#3f8f5f"
SHADE = "#1a1530"


class Sheet(Page):
    """A page of white paper that remembers what was pasted on it, and is cut out around that."""

    def __init__(self, size: Size, seed: int) -> None:
        super().__init__(size, "#fffdf7", seed)
        self.pasted = np.zeros((size[1], size[0]), np.float32)

    def glue(self, cover: Array, colour: str, lift: float = 7, dark: float = 0.4) -> None:
        self.pasted = np.maximum(self.pasted, cover)
        super().glue(cover, colour, lift, dark)

    def cut_out(self, rim: int = 15) -> Image.Image:
        """Return the picture with alpha: the pieces, `rim` pixels of white, a soft shadow."""
        whole = Image.fromarray((np.clip(self.pasted, 0, 1) * 255).astype(np.uint8))
        wide = whole.filter(ImageFilter.MaxFilter(2 * rim + 1)).filter(ImageFilter.GaussianBlur(5))
        paper = np.clip((np.asarray(wide, np.float32) / 255 - 0.4) * 6, 0, 1)
        inside = np.clip(np.asarray(whole.filter(ImageFilter.MaxFilter(5)), np.float32) / 255, 0, 1)
        colours = np.clip(self.data, 0, 255) * inside[..., None] + 255 * (1 - inside[..., None])
        soft = Image.fromarray((paper * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(9))
        shade = np.roll(np.asarray(soft, np.float32) / 255, (9, 5), (0, 1)) * 0.38
        alpha = paper + (1 - paper) * shade
        share = (paper / np.maximum(alpha, 1e-4))[..., None]
        mixed = colours * share + np.array(rgb(SHADE), np.float32) * (1 - share)
        layers = np.dstack([mixed, alpha * 255]).astype(np.uint8)
        picture = Image.fromarray(layers, "RGBA")
        return picture.crop(picture.getchannel("A").point(lambda v: 255 * (v > 6)).getbbox())


def stamp_with_pigeon() -> Image.Image:
    """The twenty-pfennig stamp while its pigeon is still at home."""
    page = Sheet(STICKER, 61)
    stamp(page, 450, 450, 600, 700, -5, RED, "20", 0.5)
    bird = Bird(page, 432, 500, 218, -3, 1)
    standing(bird)
    bird.print(BLUE, 10, 11)
    return page.cut_out()


def pigeon_on_its_way() -> Image.Image:
    """A pigeon on the wing with a letter."""
    page = Sheet(STICKER, 62)
    bird = Bird(page, 430, 560, 300, 10, 1)
    flying(bird, 4)
    bird.print(BLUE, 12, 11)
    packet(bird, 1.18, -0.12, -10)
    return page.cut_out()


def window_as_address() -> Image.Image:
    """The envelope that bears a drawing instead of an address: four panes, a crack, a geranium."""
    page = Sheet(STICKER, 63)
    airmail(page, 450, 470, 800, 580, 4, 26)

    def at(*points: Point) -> list[Point]:
        return turned(points, 410, 486, 4)

    def window(pen: Pen) -> None:
        for inset, wide in ((0, 9), (16, 4)):
            side, high = 150 - inset, 170 - inset
            pen.line(
                at((-side, -high), (side, -high), (side, high), (-side, high), (-side, -high)), wide
            )
        pen.line(at((0, -160), (3, 160)), 7)
        pen.line(at((-140, 6), (140, 10)), 7)
        pen.line(at((-176, -176), (176, -176)), 14)
        for crack in (
            ((-128, -20), (-96, -58), (-104, -84), (-58, -120), (-62, -146)),
            ((-96, -58), (-60, -52), (-40, -70)),
            ((-104, -84), (-132, -104)),
        ):
            pen.line(at(*crack), 4)

    panes = [(-128, 22), (-12, 22), (-12, 148), (-128, 148)]
    for dx, dy in ((0, 0), (144, 0), (0, -166), (144, -166)):
        pane = at(*((a + dx, b + dy) for a, b in panes))
        page.ink(halftone(page.mask(lambda p, q=pane: p.polygon(q)) * 0.34, 10), BLUE, 0.1)
    page.ink(page.mask(window), DARK, 0.2)
    pot = at((34, -172), (44, -126), (112, -126), (122, -172))
    page.ink(page.mask(lambda p: p.polygon(pot)), RED, 0.2)

    def leaves(pen: Pen) -> None:
        for a, b, r in (
            (50, -104, 20),
            (84, -112, 22),
            (112, -98, 18),
            (66, -84, 18),
            (98, -76, 17),
        ):
            pen.disc(*at((a, b))[0], r)

    def blossom(pen: Pen) -> None:
        for a, b in ((58, -44), (86, -30), (112, -50), (80, -56), (98, -24)):
            for turn in range(5):
                x, y = a + 9 * math.cos(turn * 1.257), b + 9 * math.sin(turn * 1.257)
                pen.disc(*at((x, y))[0], 7)

    page.ink(page.mask(leaves), LEAF, 0.25)
    page.ink(page.mask(blossom), RED, 0.15)
    stamp(page, 708, 322, 150, 180, 4, RED, "20", 0.6)
    postmark(page, 640, 640, 88, "AACHEN · KÖLN · LÜTTICH · ", "9.20", -12, RED)
    lines = page.mask(
        lambda p: [script(p, 610, 480 + n * 36, 170, 11, 4, 5 + n, 2.4) for n in (0, 1)]
    )
    page.ink(lines, DARK, 0.2)
    return page.cut_out()


def scissors_and_feathers() -> Image.Image:
    """What a wing is made of before it is one."""
    page = Sheet(STICKER, 64)
    middle = 400
    fan = [(-62, 148, BLUE), (-36, 124, RED), (-12, 102, BLUE), (12, 80, BLUE), (38, 56, RED)]
    for number, (shift, angle, ink) in enumerate([*fan, (62, 32, BLUE)]):
        feather(page, (450 + shift * 1.8, middle + 100), angle, 366 - 8 * number, ink)

    def metal(pen: Pen) -> None:
        for turn in (-26, 26):
            edge = 24 if turn < 0 else -24
            blade = [(-edge * 0.5, 0), (edge, 30), (edge * 0.2, 330)]
            pen.polygon(turned(blade, 450, middle + 190, turn))
            shank = [(-15, 10), (15, 10), (12, -96), (-12, -96)]
            pen.polygon(turned(shank, 450, middle + 190, turn))

    def rings(pen: Pen) -> None:
        for side in (-1, 1):
            x, y = 450 + side * 78, middle + 326
            pen.disc(x, y, 66, 78)
            pen.disc(x, y, 36, 48, fill=0)

    handle = page.mask(rings)
    page.glue(page.mask(metal), "#c9d2e4", 5)
    page.glue(handle, RED, 5)
    page.ink(page.mask(lambda p: p.disc(450, middle + 180, 13)), DARK, 0)
    return page.cut_out()


def feather(page: Page, root: Point, angle: float, long: float, ink: str) -> None:
    """One feather of paper, printed in dots that fade towards the shaft."""
    half = [(0, 0), (0.2, 0.085), (0.5, 0.115), (0.8, 0.1), (0.96, 0.045), (1, 0)]
    outline = curve([*half, *[(a, -b) for a, b in reversed(half[1:-1])]], closed=True)
    blade = turned([(a * long, b * long) for a, b in outline], *root, angle)
    page.glue(page.mask(lambda p: p.polygon(blade)), WHITE, 6)
    ys = np.mgrid[: page.size[1], : page.size[0]][0]
    tone = np.clip((ys - root[1] + long) / long, 0.25, 0.8)
    inner = turned([(a * long * 0.97, b * long * 0.9) for a, b in outline], *root, angle)
    page.ink(halftone(page.mask(lambda p: p.polygon(inner)) * tone, 10), ink, 0.1)
    shaft = turned([(-0.08 * long, 0), (0.94 * long, 0)], *root, angle)
    page.glue(page.mask(lambda p: p.line(shaft, 5)), WHITE, 1, 0)


def line_on_the_map() -> Image.Image:
    """Two villages, four kilometres, and what came between them."""
    page = Sheet(STICKER, 65)
    page.glue(page.mask(lambda p: p.polygon(turned(box(760, 640), 450, 450, -4))), CREAM, 6)
    frame = page.mask(lambda p: p.polygon(turned(box(724, 604), 450, 450, -4)))
    fields = page.mask(
        lambda p: [
            p.disc(x, y, r) for x, y, r in ((240, 300, 150), (650, 640, 190), (700, 260, 90))
        ]
    )
    page.ink(halftone(fields * frame * 0.4, 11), LEAF, 0.15)
    brook = curve([(70, 420), (220, 470), (330, 400), (470, 520), (600, 470), (830, 560)], steps=20)
    page.ink(page.mask(lambda p: p.line(brook, 13)) * frame, BLUE, 0.2)
    limit = curve([(520, 120), (470, 260), (560, 400), (440, 560), (520, 800)], steps=24)

    def dashes(pen: Pen) -> None:
        for n in range(0, len(limit) - 5, 8):
            pen.line(limit[n : n + 5], 12)

    page.ink(page.mask(dashes) * frame, RED, 0.1)
    path = curve([(250, 560), (380, 380), (520, 330), (680, 400)], steps=22)
    page.ink(page.mask(lambda p: [p.disc(*path[n], 7) for n in range(6, 62, 6)]), DARK, 0.1)
    for x, y, ink in ((225, 610, BLUE), (715, 405, RED)):
        house(page, x, y, ink)
    page.ink(page.text("4 km", 468, 300, ELITE, 58, 5), DARK, 0.1)
    return page.cut_out()


def house(page: Page, x: float, y: float, ink: str) -> None:
    """A house with one window that is lit."""
    wall = [(x - 58, y), (x - 58, y - 80), (x, y - 138), (x + 58, y - 80), (x + 58, y)]
    page.glue(page.mask(lambda p: p.polygon(wall)), WHITE, 5)
    roof = [
        (x - 74, y - 72),
        (x, y - 146),
        (x + 74, y - 72),
        (x + 52, y - 72),
        (x, y - 120),
        (x - 52, y - 72),
    ]
    page.ink(page.mask(lambda p: p.polygon(roof)), ink, 0.1)
    pane = [(x - 24, y - 64), (x + 24, y - 64), (x + 24, y - 18), (x - 24, y - 18)]
    page.glue(page.mask(lambda p: p.polygon(pane)), YELLOW, 1, 0)
    bars = [[pane[0], pane[1], pane[2], pane[3], pane[0]], [(x, y - 64), (x, y - 18)]]
    page.ink(page.mask(lambda p: [p.line(bar, 5) for bar in bars]), DARK, 0.1)


# The two words with the place of their middles, and how high they stand.
WORDS = {
    "en": (("PIGEON", 560, 380, 268), ("POST", 880, 700, 350)),
    "de": (("BRIEF", 560, 380, 300), ("TAUBEN", 830, 700, 318)),
}


def lettering(language: str) -> Image.Image:
    """The title in two words, with the one who carries it."""
    page = Sheet(LETTERING, 66)
    ys = np.mgrid[: page.size[1], : page.size[0]][0]
    for (word, x, y, size), ink, angle in zip(WORDS[language], (BLUE, RED), (3, -2), strict=True):
        letters = page.text(word, x, y, ABRIL, size, angle, 0.02)
        page.glue(letters, WHITE, 4, 0.3)
        fall = np.clip((y - ys) / size, 0, 1)
        dots = halftone(letters * (0.62 + 0.5 * fall).astype(np.float32), 11)
        page.ink(np.maximum(dots, letters * 0.62), ink, 0.1)
    bird = Bird(page, 1290, 330, 176, 8, 1)
    flying(bird, 4)
    bird.print(BLUE, 9, 11)
    packet(bird, 1.16, -0.12, -10)
    return page.cut_out(17)
