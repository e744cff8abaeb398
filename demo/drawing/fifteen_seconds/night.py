"""A light on its rock, in fog."""

import math

from PIL import Image, ImageChops

from drawing import noise
from drawing.fifteen_seconds.plates import (
    STILL,
    Plates,
    beam,
    gulls,
    house,
    rock,
    swell,
    tower,
)
from drawing.paint import (
    contrast,
    drawn,
    glow,
    level,
    ramp,
    times,
)


def night_watch() -> Image.Image:
    """Still 1: a light on its rock, in fog."""
    size = STILL
    plates = Plates(size)
    horizon, lamp = 800, (1212, 296)
    sky = ramp(size, [(0, 245), (0.3, 215), (0.55, 150), (horizon / size[1], 78), (1, 78)])
    fog = contrast(noise.fbm(size, (900, 120), 201, 5), 0.35, 0.85)
    plates.petrol.paste(ImageChops.subtract(sky, level(fog, 0.32)))
    plates.coral.paste(ramp(size, [(0, 0), (0.42, 0), (horizon / size[1], 120), (1, 60)]))
    for number in range(9):
        radius = 70 + number * 62
        ring = drawn(size, lambda p, r=radius: p.disc(*lamp, r), 2)
        ring = ImageChops.subtract(ring, drawn(size, lambda p, r=radius: p.disc(*lamp, r - 31), 2))
        plates.petrol = ImageChops.subtract(plates.petrol, level(ring, 0.36 - number * 0.034))
    for angle, spread in ((math.pi - 0.10, 0.062), (-0.12, 0.062)):
        light = beam(size, lamp, angle, spread, 1500)
        plates.petrol = ImageChops.subtract(plates.petrol, level(light, 1.5))
        plates.coral = ImageChops.subtract(plates.coral, level(light, 1.5))
        plates.yellow = ImageChops.lighter(plates.yellow, level(light, 1.15))
    halo = glow(size, *lamp, 250, 250, 1.3)
    plates.yellow = ImageChops.lighter(plates.yellow, level(halo, 1.3))
    plates.petrol = ImageChops.subtract(plates.petrol, level(halo, 1.4))
    sea = drawn(size, lambda p: p.polygon([(0, horizon), (1800, horizon), (1800, 1200), (0, 1200)]))
    plates.cut(sea, petrol=0)
    plates.petrol.paste(ramp(size, [(0, 0), (horizon / size[1], 130), (1, 235)]), (0, 0), sea)
    plates.coral.paste(0, (0, 0), sea)
    path = times(sea, glow(size, lamp[0], horizon + 40, 360, 480, 0.8))
    shimmer = times(swell(size, horizon, 203, 40), path)
    waves = swell(size, horizon, 204)
    plates.petrol = ImageChops.subtract(plates.petrol, level(waves, 0.42))
    plates.yellow = ImageChops.lighter(plates.yellow, shimmer)
    plates.petrol = ImageChops.subtract(plates.petrol, level(shimmer, 1.3))
    back = [
        (760, 815),
        (880, 770),
        (1010, 752),
        (1120, 716),
        (1330, 712),
        (1450, 752),
        (1580, 770),
        (1690, 812),
    ]
    plates.cut(rock(size, [*back, (1500, 850), (900, 850)], 205), petrol=225, coral=120)
    house(plates, 1010, 752, 46)
    tower(plates, lamp[0], 728, 518)
    front = [
        (700, 872),
        (840, 800),
        (960, 792),
        (1060, 758),
        (1180, 770),
        (1300, 742),
        (1450, 790),
        (1560, 800),
        (1720, 868),
        (1400, 905),
        (960, 910),
    ]
    near = rock(size, front, 206)
    plates.cut(near, petrol=255, coral=90)
    facets = contrast(noise.fbm(size, (150, 46), 208, 3), 0.55, 0.62)
    facets = times(near, facets, ramp(size, [(0, 255), (0.66, 255), (0.73, 0), (1, 0)]))
    plates.petrol = ImageChops.subtract(plates.petrol, level(facets, 0.5))
    gulls(plates, [(520, 410, 34), (430, 350, 24), (610, 322, 20), (350, 450, 18)])
    return plates.pull(207)
