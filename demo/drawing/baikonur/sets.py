"""The sets of the radio operator: tin boxes, lit scales, knobs, a green tube, a television."""

import math
from random import Random

from PIL import Image, ImageChops, ImageDraw

from drawing import noise
from drawing.paint import Pen, blur, contrast, drawn, glow, lay, level, ramp, shine, times

AMBER = "#ffae4d"


def case(image: Image.Image, box: tuple[int, int, int, int], colour: str, seed: int) -> None:
    """One home-made set: a box of painted tin with worn edges."""
    size = image.size
    left, top, right, low = box
    mask = Image.new("L", size)
    ImageDraw.Draw(mask).rounded_rectangle(box, 10, fill=255)
    face = Image.new("RGB", size, colour)
    lay(face, "#0c0a0a", level(contrast(noise.fbm(size, (30, 90), seed, 4), 0.5, 0.85), 0.4))
    shade = ramp(size, [(0, 0), (top / size[1], 0), (low / size[1], 150), (1, 150)])
    lay(face, "#080606", shade)
    lay(image, face, mask)
    rim = ImageChops.subtract(mask, ImageChops.offset(mask, 0, 3))
    lay(image, "#c08a58", level(rim, 0.45))

    def screws(pen: Pen) -> None:
        for a in (left + 14, right - 14):
            for b in (top + 14, low - 14):
                pen.disc(a, b, 4)

    lay(image, "#8a7058", level(drawn(size, screws, 2), 0.8))


def dial(image: Image.Image, x: float, y: float, wide: float, high: float, needle: float) -> None:
    """A lit scale with a needle; `needle` from 0 to 1."""
    size = image.size
    mask = Image.new("L", size)
    box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    ImageDraw.Draw(mask).rounded_rectangle(box, 6, fill=255)
    lay(image, "#ffc76b", mask)
    shine(image, "#fff0c0", level(times(mask, glow(size, x, y, wide * 0.5, high, 1.2)), 0.8))
    marks = Random(round(x + y))

    def scale(pen: Pen) -> None:
        for step in range(25):
            a = x - wide * 0.44 + wide * 0.88 * step / 24
            tall = high * (0.26 if step % 4 == 0 else 0.14)
            pen.line([(a, y - high * 0.30), (a, y - high * 0.30 + tall)], 1.8)
        for row in range(2):
            a = x - wide * 0.4
            while a < x + wide * 0.36:
                step = marks.uniform(6, 20)
                pen.line(
                    [(a, y + high * (0.08 + 0.2 * row)), (a + step, y + high * (0.08 + 0.2 * row))],
                    2,
                )
                a += step + marks.uniform(8, 30)

    lay(image, "#6b3410", level(drawn(size, scale), 0.8))
    place = x - wide * 0.44 + wide * 0.88 * needle
    pointer = [(place, y - high * 0.46), (place, y + high * 0.46)]
    lay(image, "#c42a14", drawn(size, lambda p: p.line(pointer, 3)))
    shine(image, AMBER, level(blur(mask, 26), 0.75))


def knob(image: Image.Image, x: float, y: float, radius: float, turn: float) -> None:
    """A turned knob with its mark."""
    size = image.size
    lay(image, "#050404", level(blur(drawn(size, lambda p: p.disc(x + 4, y + 6, radius)), 4), 0.8))
    lay(image, "#2a2220", drawn(size, lambda p: p.disc(x, y, radius)))
    lay(
        image,
        "#463830",
        drawn(size, lambda p: p.disc(x - radius * 0.1, y - radius * 0.12, radius * 0.74)),
    )
    end = (x + math.sin(turn) * radius * 0.72, y - math.cos(turn) * radius * 0.72)
    lay(image, "#e8c08a", drawn(size, lambda p: p.line([(x, y), end], max(2, radius * 0.14))))


def scope(image: Image.Image, x: float, y: float, radius: float) -> None:
    """A green tube with the trace of a signal."""
    size = image.size
    lay(image, "#0a0807", drawn(size, lambda p: p.disc(x, y, radius * 1.16)))
    tube = drawn(size, lambda p: p.disc(x, y, radius))
    lay(image, "#0d2a1c", tube)
    wave = [
        (x + a * radius, y + radius * 0.42 * math.sin(a * 9) * math.exp(-((a * 1.5) ** 2)))
        for a in (i / 40 - 1 for i in range(81))
    ]
    trace = times(drawn(size, lambda p: p.line(wave, 4)), tube)
    shine(image, "#3dff9a", level(blur(trace, 9), 1.6))
    lay(image, "#c9ffe0", trace)
    shine(image, "#2fae72", level(glow(size, x, y, radius * 2.6, radius * 2.4, 2.2), 0.4))


def television(image: Image.Image, x: float, y: float, wide: float) -> None:
    """A small set with bad reception: somebody in a helmet waves."""
    size = image.size
    high = wide * 0.78
    case(
        image,
        (
            round(x - wide * 0.62),
            round(y - high * 0.66),
            round(x + wide * 0.62),
            round(y + high * 0.66),
        ),
        "#3b2f2a",
        31,
    )
    screen = Image.new("L", size)
    box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    ImageDraw.Draw(screen).rounded_rectangle(box, wide * 0.12, fill=255)
    lay(image, "#5b86a6", screen)

    def cosmonaut(pen: Pen) -> None:
        pen.disc(x - wide * 0.06, y - high * 0.08, wide * 0.19)
        chest = [(-0.34, 0.6), (-0.30, 0.26), (-0.18, 0.16), (0.08, 0.16), (0.2, 0.28), (0.24, 0.6)]
        pen.polygon([(x + a * wide, y + b * high) for a, b in chest])
        arm = [(0.14, 0.30, 0.07), (0.32, 0.20, 0.055), (0.34, -0.12, 0.045), (0.34, -0.22, 0.06)]
        pen.limb([(x + a * wide, y + b * high, r * wide) for a, b, r in arm])

    body = times(blur(drawn(size, cosmonaut), wide * 0.012), screen)
    ghost = ImageChops.offset(body, round(wide * 0.04), 0)
    lay(image, "#8fb4cc", level(ghost, 0.6))
    lay(image, "#d4e6f0", body)
    visor = drawn(
        size, lambda p: p.disc(x - wide * 0.05, y - high * 0.07, wide * 0.135, wide * 0.12)
    )
    lay(image, "#2b4457", times(visor, screen))
    eye = drawn(size, lambda p: p.disc(x - wide * 0.1, y - high * 0.13, wide * 0.035, wide * 0.02))
    lay(image, "#9fc3da", eye)
    lines = Image.new("L", size)
    pen = ImageDraw.Draw(lines)
    for row in range(round(y - high / 2), round(y + high / 2), 5):
        pen.line((x - wide, row, x + wide, row), fill=120, width=2)
    lay(image, "#14222e", times(lines, screen))
    snow = contrast(noise.cloud(size, (7, 3), 33), 0.5, 0.9)
    lay(image, "#f4fbff", level(times(snow, screen), 0.4))
    tear = drawn(
        size,
        lambda p: p.line([(x - wide, y + high * 0.22), (x + wide, y + high * 0.22)], high * 0.06),
    )
    lay(
        image,
        "#eef7fc",
        level(times(tear, screen, contrast(noise.fbm(size, (60, 3), 34), 0.2, 0.7)), 0.8),
    )
    shine(image, "#7fb2d4", level(blur(screen, wide * 0.14), 0.7))
