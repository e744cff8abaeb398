"""The four stills and the posters of Pigeon Post."""

import math
from random import Random

import numpy as np
from PIL import Image

from drawing import noise
from drawing.paint import Pen, Size, curve
from drawing.pigeon_post.birds import Bird, flying, packet, standing
from drawing.pigeon_post.press import BLUE, CREAM, DARK, RED, WHITE, Page, halftone, turned
from drawing.pigeon_post.things import (
    airmail,
    border,
    box,
    flap,
    postmark,
    script,
    stamp,
    stamp_mask,
)

STILL: Size = (1800, 1200)
POSTER: Size = (1000, 1500)
ELITE, ABRIL = "special-elite-400-normal", "abril-fatface-400-normal"


def _hole(page: Page, x: float, y: float, size: float, angle: float = 0, flip: int = 1) -> None:
    """Where the pigeon was: its outline, cut out of the stamp."""
    bird = Bird(page, x, y, size, angle, flip)
    flying(bird)
    gap = np.asarray(bird.cut.reduce(2), np.float32) / 255
    soft = np.roll(gap, (7, 5), (0, 1))
    page.data = (
        page.data * (1 - gap[..., None]) + np.array([233, 220, 194], np.float32) * gap[..., None]
    )
    page.data *= 1 - (gap * (1 - soft) * 0.42)[..., None]


def draw_escape() -> Image.Image:
    """The pigeon leaves its stamp."""
    page = Page(STILL, "#e7d9bb", 3)
    airmail(page, 880, 610, 1560, 980, 2.5, 34)
    lines = page.mask(
        lambda p: [
            script(p, 330, 690 + n * 92, (620, 700, 520, 300)[n], 30, 2.5, 30 + n, 4)
            for n in range(4)
        ]
    )
    page.ink(lines, DARK, 0.3)
    page.ink(page.text("PAR AVION", 390, 300, "josefin-sans-600-normal", 40, 2.5, 0.24), BLUE, 0.4)
    page.ink(
        page.text("MIT LUFTPOST", 398, 350, "josefin-sans-600-normal", 28, 2.5, 0.24), BLUE, 0.4
    )
    stamp(page, 1360, 440, 420, 500, 4, RED, "20", 0.5)
    _hole(page, 1372, 500, 142, 10, -1)
    postmark(page, 1186, 668, 112, "EUPEN · HAUPTPOST · ", "-3.9.20", 8, BLUE, 0)

    bird = Bird(page, 800, 720, 400, 16, -1)
    flying(bird, 4)
    bird.print(BLUE, 14)
    packet(bird, 1.24, -0.1, -12)
    return page.finish()


def draw_roofs() -> Image.Image:
    """A town of envelopes under a red postmark."""
    page = Page(STILL, CREAM, 8)
    sky = np.clip(1 - np.mgrid[:1200, :1800][0] / 800, 0, 1) * 0.8
    page.ink(sky.astype(np.float32), "#6f98d6", 0)
    sun = page.mask(lambda p: p.disc(1290, 360, 205))
    page.glue(sun, CREAM, 1, 0)
    postmark(page, 1290, 360, 205, "ZURÜCK · RETOUR · TERUG · ", "UNBEKANNT", 9, RED)
    random = Random(5)
    for row, (low, count, tall) in enumerate(
        ((820, 8, 330), (960, 7, 300), (1130, 6, 260), (1260, 5, 200))
    ):
        x = -90.0 - row * 40
        for n in range(count + 2):
            wide = random.uniform(210, 300) + row * 24
            high = tall + random.uniform(-70, 60)
            paper = (WHITE, "#e9dcc0", "#f6ecd8")[(n + row) % 3]
            flap(
                page,
                x,
                low,
                wide,
                high,
                random.uniform(90, 140),
                paper,
                0.5 if (n + row) % 2 else 0.28,
            )
            if (n * 3 + row) % 5 == 1:
                stamp(
                    page,
                    x + wide * 0.74,
                    low - high * 0.66,
                    wide * 0.26,
                    wide * 0.32,
                    random.uniform(-5, 5),
                    (BLUE, RED)[n % 2],
                    "5",
                    0.6,
                )
            else:
                pane = [
                    (x + wide * 0.2, low - high * 0.82),
                    (x + wide * 0.58, low - high * 0.82),
                    (x + wide * 0.58, low - high * 0.62),
                    (x + wide * 0.2, low - high * 0.62),
                ]
                page.ink(
                    halftone(page.mask(lambda p, q=pane: p.polygon(q)) * 0.75, 12),
                    (BLUE, BLUE, RED)[(n + row) % 3],
                    0.1,
                )
            x += wide + random.choice((-16, -10, 6))

    def wire(t: float) -> tuple[float, float]:
        return (t, 566 + 46 * math.sin(t / 1800 * math.pi) - t * 0.03)

    page.ink(page.mask(lambda p: p.line([wire(t) for t in range(-10, 1830, 20)], 4)), DARK, 0.1)
    for x, flip, size in ((210, 1, 82), (380, 1, 76), (640, -1, 84), (1000, 1, 80), (1560, -1, 84)):
        bird = Bird(page, x, wire(x)[1] - size * 0.56, size, 0, flip)
        standing(bird)
        bird.print(BLUE, 8, 5)
    bird = Bird(page, 1050, 250, 150, 10, -1)
    flying(bird)
    bird.print(BLUE, 9, 7)
    packet(bird, 1.24, -0.1, -8)
    return page.finish()


def draw_holes() -> Image.Image:
    """Pigeonholes: letters in most of them, tenants in some."""
    page = Page(STILL, "#e4d4b4", 11)
    random = Random(21)
    columns, rows, wide, high, left, top = 7, 4, 236, 262, 74, 76
    cells = [(left + c * wide, top + r * high) for r in range(rows) for c in range(columns)]
    inside = page.mask(
        lambda p: [
            p.polygon(
                [
                    (x + 9, y + 9),
                    (x + wide - 9, y + 9),
                    (x + wide - 9, y + high - 44),
                    (x + 9, y + high - 44),
                ]
            )
            for x, y in cells
        ]
    )
    ys = np.mgrid[:1200, :1800][0]
    depth = 0.96 - 0.38 * (((ys - top) % high) / high)
    page.ink((inside * depth).astype(np.float32), DARK, 0)
    tenants = {3: 1, 8: -1, 12: 1, 18: 1, 22: -1, 26: 1}
    for number, (x, y) in enumerate(cells):
        low = y + high - 46
        if number in tenants:
            continue
        count = random.choice((2, 3, 4, 5)) if number != 10 else 0
        for k in range(count):
            w, h = random.uniform(130, 176), random.uniform(84, 126)
            cx, tilt = x + wide / 2 + random.uniform(-22, 22), random.gauss(0, 5)
            cy = low - h / 2 - 2 - k * 11
            paper = random.choice((WHITE, "#f3e3c3", "#dfe5ee", "#f4d9cf"))
            if k == count - 1 and random.random() < 0.55:
                airmail(page, cx, cy, w, h, tilt, 9, paper)
            else:
                sheet = turned(box(w, h), cx, cy, tilt)
                page.glue(page.mask(lambda p, q=sheet: p.polygon(q)), paper, 4)
            ((sx, sy),) = turned([(-w * 0.34, 4)], cx, cy, tilt)
            page.ink(
                page.mask(
                    lambda p, a=sx, b=sy, u=w, t=tilt, s=number * 9 + k: [
                        script(p, a, b + m * 20, u * (0.5, 0.36)[m], 6, t, s + m, 1.6)
                        for m in range(2)
                    ]
                ),
                DARK,
                0.2,
            )
            if k == count - 1:
                ((sx, sy),) = turned([(w * 0.32, h * 0.22)], cx, cy, tilt)
                page.glue(stamp_mask(page, sx, sy, 30, 36, tilt, 6), (RED, BLUE)[number % 2], 2)
    for number, flip in tenants.items():
        x, y = cells[number]
        bird = Bird(page, x + wide / 2 - 4 * flip, y + high - 91, 79, 0, flip)
        standing(bird)
        bird.print(RED if number == 12 else BLUE, 6, 5)
    labels = page.mask(
        lambda p: [
            p.polygon(
                [
                    (x + 62, y + high - 36),
                    (x + wide - 62, y + high - 36),
                    (x + wide - 62, y + high - 8),
                    (x + 62, y + high - 8),
                ]
            )
            for x, y in cells
        ]
    )
    page.glue(labels, WHITE, 3)
    words = (
        "AACHEN",
        "EUPEN",
        "KELMIS",
        "RAEREN",
        "MALMEDY",
        "LÜTTICH",
        "VERVIERS",
        "UNBEKANNT",
        "VERZOGEN",
        "VERSTORBEN",
        "OHNE NAMEN",
        "UNLESERLICH",
        "RETOUR",
        "HIMMEL",
    )
    cover = np.zeros_like(labels)
    for number, (x, y) in enumerate(cells):
        word = words[number % len(words)]
        size = 17 if len(word) < 9 else 13
        cover = np.maximum(cover, page.text(word, x + wide / 2, y + high - 16, ELITE, size))
    page.ink(cover, DARK, 0.1)
    return page.finish()


def draw_border() -> Image.Image:
    """The map: four kilometres as the crow flies, five days by post."""
    page = Page(STILL, CREAM, 17)
    coarse = noise.fbm((225, 150), (56, 56), 31, 3).convert("F")
    hills = np.asarray(coarse.resize(STILL, Image.Resampling.BICUBIC), np.float32) / 255
    steep = np.hypot(*np.gradient(hills * 10)) + 1e-4
    rings = np.abs((hills * 10) % 1 - 0.5) / steep
    page.ink(np.clip(2.2 - rings, 0, 1) * 0.5, BLUE, 0.2)
    page.ink(np.clip(hills - 0.5, 0, 1) * 0.55, BLUE, 0.1)
    river = curve(
        [
            (-20, 300),
            (240, 380),
            (420, 330),
            (640, 470),
            (700, 700),
            (900, 820),
            (1180, 800),
            (1400, 960),
            (1820, 1010),
        ],
        steps=20,
    )
    page.ink(page.mask(lambda p: p.line(river, 15)), BLUE, 0.2)
    limit = curve(
        [(1090, -20), (980, 220), (1060, 420), (930, 640), (1010, 860), (880, 1220)], steps=24
    )

    def dashes(pen: Pen) -> None:
        for n in range(0, len(limit) - 5, 8):
            pen.line(limit[n : n + 5], 9)

    page.ink(page.mask(dashes), RED, 0.15)
    path = curve([(360, 890), (600, 560), (900, 420), (1200, 470), (1440, 300)], steps=30)

    def dots(pen: Pen) -> None:
        for n in range(2, len(path) - 2, 4):
            pen.disc(*path[n], 6.5)

    page.ink(page.mask(dots), DARK, 0.1)
    for x, y, name, tilt in ((330, 930, "HIER", -4), (1480, 270, "DORT", 5)):
        stamp(page, x, y, 230, 276, tilt, BLUE if name == "HIER" else RED, "1", 0.45)
        flat = [
            (-62, -70),
            (-62, 10),
            (-30, 10),
            (-30, 40),
            (0, 74),
            (30, 40),
            (30, 10),
            (62, 10),
            (62, -70),
        ]
        wall = turned(flat, x, y + 10, tilt)
        page.glue(page.mask(lambda p, q=wall: p.polygon(q)), WHITE, 3)
        ink = BLUE if name == "HIER" else RED

        def church(
            pen: Pen, x: float = x, y: float = y, tilt: float = tilt, flat: list = flat
        ) -> None:
            outline = turned(flat, x, y + 10, tilt)
            pen.line([*outline, outline[0]], 3.5)
            for a, b in ((-44, -30), (-8, -40), (30, -30), (-8, 14)):
                pen.polygon(
                    turned([(a, b), (a + 16, b), (a + 16, b + 24), (a, b + 24)], x, y + 10, tilt)
                )

        page.ink(page.mask(church), ink, 0.1)
        page.ink(page.text(name, x, y + 196, ELITE, 46, tilt), DARK, 0.15)
    postmark(page, 620, 980, 112, "4 KM LUFTLINIE · ", "5 TAGE", -8, RED, 360)
    page.ink(page.text("Sept. 1920", 1170, 1120, ELITE, 38, 0), DARK, 0.2)
    bird = Bird(page, 880, 440, 250, 2, 1)
    flying(bird)
    bird.print(BLUE, 10)
    packet(bird, 1.24, -0.1, -10)
    return page.finish()


CREDITS = "11 MIN · DE/BE 2014 · NORDLICHT FILMPRODUKTION & ATELIER HAUTES FAGNES"
TEXTS = {
    "en": (
        "PIGEON",
        "POST",
        "Four kilometres. Five days.",
        "An animated film by Ilse Marquart",
        "FIRST PRIZE",
    ),
    "de": (
        "BRIEF",
        "TAUBEN",
        "Vier Kilometer. Fünf Tage.",
        "Ein Trickfilm von Ilse Marquart",
        "1. PREIS",
    ),
}


def draw_poster(language: str) -> Image.Image:
    """A stamp without its pigeon, the pigeon without its stamp."""
    first, second, line, author, prize = TEXTS[language]
    page = Page(POSTER, WHITE, 23)
    border(page, 500, 750, 956, 1456, 0, 34)
    stamp(page, 500, 930, 560, 650, -2, RED, "20", 0.62)
    _hole(page, 508, 985, 190, 12, -1)
    postmark(page, 790, 1186, 108, "KREUZKAMP · KURZFILMTAGE · ", prize, -10, BLUE)
    bird = Bird(page, 505, 620, 262, 20, -1)
    flying(bird, 6)
    bird.print(BLUE, 10)
    packet(bird, 1.24, -0.1, -14)
    big = 104 if language == "en" else 98
    page.ink(page.text(first, 86, 184, ABRIL, big, 0, 0.01, 0.0), DARK, 0.1)
    page.ink(page.text(second, 914, 184, ABRIL, big, 0, 0.01, 1.0), RED, 0.1)
    page.ink(page.text(line, 500, 1322, ELITE, 27, 0, 0.02), RED, 0.1)
    page.ink(page.text(author, 500, 1368, ELITE, 34, 0, 0.02), DARK, 0.1)
    page.ink(page.text(CREDITS, 500, 1408, "josefin-sans-600-normal", 17, 0, 0.08), BLUE, 0.1)
    return page.finish()
