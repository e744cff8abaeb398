"""The tram from the pavement: six lit windows, each somebody's night."""

from random import Random

import numpy as np
from PIL import Image

from drawing.line_11.light import Array, Night, Sheet, soften, texture, wet
from drawing.line_11.riders import Area, Rider, flank, saloon
from drawing.line_11.tram import BODY, hex_of, sign
from drawing.paint import Size

STILL: Size = (1800, 1200)


def skyline(sheet: Sheet, lamps: Sheet, size: Size, floor: float, seed: int, unit: float) -> None:
    """House fronts across the street, seen frontally, with lit windows."""
    random = Random(seed)
    x = -40.0
    while x < size[0]:
        wide, tall = random.uniform(5, 9) * unit, random.uniform(9, 13) * unit
        shade = hex_of("#090c1c", "#1d1636", random.random())
        sheet.box(x, floor - tall, x + wide - 1, floor, shade)
        sheet.box(
            x - 2,
            floor - tall,
            x + wide + 1,
            floor - tall + 0.3 * unit,
            hex_of(shade, "#3a2d5c", 0.5),
        )
        count = max(3, int(wide / (1.7 * unit)))
        step = wide / count
        for floor_number in range(int(tall / (2.6 * unit))):
            for column in range(count):
                left = x + (column + 0.28) * step
                top = floor - tall + (0.9 + floor_number * 2.6) * unit
                box = (left, top, left + step * 0.44, top + 1.5 * unit)
                if random.random() < 0.15:
                    lamps.box(
                        *box, random.choice(("#7d4f26", "#94602c", "#6a3a20", "#1b5f64", "#6b2450"))
                    )
                else:
                    sheet.box(*box, "#05070f")
        x += wide


def mirror_below(night: Night, floor: int, seed: int, pooled: float = 0.58) -> None:
    """Fill everything below `floor` with what wet asphalt shows of the street above."""
    height, width = night.light.shape[:2]
    depth = height - floor
    above = night.light[max(0, floor - depth) : floor][::-1]
    full = np.zeros_like(night.light)
    full[floor : floor + above.shape[0]] = above
    u, v = np.meshgrid(np.arange(width), np.arange(height))
    away = np.maximum((v - floor) / depth, 0.02)
    column = ((u - width / 2) / (0.35 + away) * 0.9).astype(np.int64)
    row = (420 / (0.22 + away)).astype(np.int64)
    scale = 1800 / width

    def lay(field: Array, factor: float) -> Array:
        side = field.shape[0]
        return field[
            (row * factor * scale).astype(int) % side, (column * factor * scale).astype(int) % side
        ]

    pools = np.clip((lay(texture(1024, 150, seed), 1.0) - pooled) * 9, 0, 1)
    rough, ripple = lay(texture(1024, 9, seed + 1), 1.3), lay(texture(1024, 16, seed + 2, 2), 1.0)
    shown = wet(full, pools, rough, ripple, 46 / scale)
    shown += np.array([0.005, 0.007, 0.013], np.float32) * (0.4 + rough[..., None])
    night.light[floor:] = shown[floor:] * 0.85


def _street(night: Night, floor: int) -> None:
    body, lamps = Sheet(STILL), Sheet(STILL)
    skyline(body, lamps, STILL, floor, 6, 84)
    night.lay(body)
    night.lay(lamps, 1.3)
    neon, back = Sheet(STILL), Sheet(STILL)
    back.box(1392, -60, 1500, 246, "#0a0a18", 8)
    for number, letter in enumerate("KINO"):
        neon.text(letter, 1446, 10 + number * 74, "bebas-neue-400-normal", 88, "#ff2f86")
    neon.text("WÄSCHEREI", 400, 150, "bebas-neue-400-normal", 84, "#19c8c0")
    neon.line([(235, 172), (565, 172)], 6, "#19c8c0")
    night.lay(back)
    night.lay(neon, 4)
    night.light = soften(night.light, 4, 4)


def fill_saloon(night: Night, panes: list[Area], u: float) -> None:
    """What is seen through the panes: the far windows, city lights, people."""
    back, tubes, people, spots = (
        Sheet(night.size),
        Sheet(night.size),
        Sheet(night.size),
        Sheet(night.size),
    )
    random = Random(8)
    kinds = ["", "hat", "cap", "reader", "long", "cello", "asleep"]
    for number, area in enumerate(panes):
        left, top, right, low = area
        saloon(back, tubes, area, u, (number * 0.37 % 1.0 - 0.5) * u)
        for _ in range(5):
            spot = (
                random.uniform(left + 20, right - 20),
                random.uniform(top + 0.5 * u, low - 0.7 * u),
            )
            spots.disc(
                *spot,
                random.uniform(0.05, 0.12) * u,
                random.choice(("#7a1c48", "#0f6a68", "#9a5f22")),
            )
        people.box(left - 0.04 * u, low - 0.5 * u, left + 0.1 * u, low, "#160c0a", 0.07 * u)
        people.box(right - 0.1 * u, low - 0.5 * u, right + 0.04 * u, low, "#160c0a", 0.07 * u)
        kind = kinds[number % len(kinds)]
        place = left + (0.36 if kind in ("cello", "reader") else 0.5) * (right - left)
        rider = Rider(people, place, low, u, "#160c0a", 1 if number % 3 else -1)
        rider.x = right - (place - left) if rider.face < 0 else place
        if kind:
            rider.sit(kind)
    night.lay(back, 1.0)
    glass = back.arrays()[1]
    light, _ = spots.arrays()
    night.light += soften(light, 4, 4) * 0.8 * glass
    night.lay(tubes, 3.2)
    light, cover = people.arrays()
    edge = np.clip(cover - np.roll(cover, 5, axis=0), 0, 1) * cover
    night.light = night.light * (1 - cover) + light
    night.light += edge * np.array([0.5, 0.27, 0.1], np.float32) * glass


def draw_windows() -> Image.Image:
    night = Night(STILL)
    night.sky([(0, "#0a0b20"), (300, "#2d1c4c"), (800, "#6a3160")], 0.7)
    floor, tall = 905, 640
    _street(night, floor)
    u = tall / 3.4
    body, lamps, rails = Sheet(STILL), Sheet(STILL), Sheet(STILL)
    panes = flank(body, lamps, -590, floor, tall, 3200)
    night.lay(body, 1.15)
    night.lay(lamps, 0.9)
    shown = [area for area in panes if area[2] > 0 and area[0] < STILL[0]]
    fill_saloon(night, shown, u)
    sill, glow = Sheet(STILL), Sheet(STILL)
    for left, _, right, low in shown:
        sill.box(left - 0.1 * u, low, right + 0.1 * u, low + 0.19 * u, BODY)
    night.lay(sill, 1.15)
    left, _, right, _ = shown[1]
    rails.box(left, floor - 3.2 * u, right, floor - 2.93 * u, "#05090f", 6)
    sign(glow, "11 SCHLEIFE", left + 26, floor - 3.15 * u, (right - left - 52) / 62)
    rails.box(-10, floor - 4, 1810, floor + 4, "#4a3a48")
    rails.box(-10, floor + 4, 1810, floor + 14, "#0b0e18")
    night.lay(rails)
    night.lay(glow, 3)
    mirror_below(night, floor + 14, 31)
    shine = night.bloom(0.9)
    night.rain(shine, 15, 2400, 80)
    return night.finish(1.15)
