"""Lane Four seen from above: the swimmer, and the foam that goes with her."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageChops

from drawing import noise
from drawing.lane_four.pool import Light, View, foam_over, look_through, ropes, shade_of_trees
from drawing.lane_four.swimmer import Swimmer
from drawing.lane_four.water import (
    Array,
    Waves,
    blend,
    colour,
    grid,
    sample,
    step,
    to_array,
    to_image,
)
from drawing.paint import blur

STILL = (1800, 1200)
SKIN, SKIN_SHADE = "#cf9670", "#8a5a48"


@dataclass
class Crawl:
    """Where the swimmer is, in the view's lane coordinates, and what she is doing."""

    along: float
    across: float
    length: float
    cycle: float
    fall: tuple[float, float]  # of the shadow on the floor, in pixels


def foam_of(view: View, crawl: Crawl) -> Array:
    """Return the white water: at the feet, along the flanks, where the hands go in."""
    x, y = grid(view.size)
    u, v = view.lanes(x, y)
    unit = crawl.length
    u, v = (u - crawl.along) / unit, (v - crawl.across) / unit
    cell = unit * 0.045
    froth = to_array(noise.fbm(view.size, (cell, cell), 31, 4, 0.6)) * 2 - 1
    patches = to_array(noise.cloud(view.size, (cell * 6, cell * 6), 32)) * 2 - 1
    beat = math.sin(crawl.cycle * 6 * math.pi) * 0.02
    kick = np.exp(-(((u + 0.56) / 0.14) ** 2) - ((v - beat) / 0.075) ** 2) * 1.7
    trail = np.exp(-((v / (0.06 + 0.10 * np.clip(-u - 0.5, 0, 3))) ** 2))
    trail = trail * step(-0.45, -0.7, u) * step(-2.4, -0.6, u) * 0.78
    collar = np.hypot((u - 0.44) / 0.11, v / 0.095)
    bow = np.exp(-(((collar - 1.0) / 0.16) ** 2)) * step(0.25, 0.5, u) * 0.75
    flank = np.abs(v) - 0.10 - 0.14 * np.clip(0.42 - u, 0, 2)
    flank = np.exp(-((flank / 0.022) ** 2)) * step(-0.9, 0.3, u) * step(0.46, 0.38, u) * 0.62
    amount = kick + trail + bow + flank
    return step(0.46, 0.72, amount * (0.74 + 0.85 * froth + 0.3 * patches)).astype(np.float32)


def scene(
    view: View,
    light: Light,
    crawl: Crawl,
    shade: Array | None = None,
    over: float = 2.0,
    bend: float = 5.0,
    mark: Callable[[Array, Array], Array] | None = None,
) -> Image.Image:
    """Draw the pool with its ropes and one swimmer."""
    x, y = view.at(crawl.along, crawl.across)
    swimmer = Swimmer(view.size, x, y, crawl.length, view.angle, crawl.cycle)
    beads, above, soft = ropes(view, bend)
    body = swimmer.body()
    fall = (round(crawl.fall[0]), round(crawl.fall[1]))
    shadow = blur(ImageChops.lighter(ImageChops.offset(body, *fall), Image.new("L", view.size)), 9)
    strip = ImageChops.offset(soft, fall[0], fall[1]).point(lambda value: value * 0.8)
    shadow = ImageChops.lighter(shadow, blur(strip, 5))
    picture = look_through(view, light, shadow, shade, mark, over)
    layer = to_image(picture)
    fade = math.copysign(max(2, crawl.length / 110), fall[0])
    rise = math.copysign(max(2, crawl.length / 110), fall[1])
    swimmer.paint(layer, SKIN, SKIN_SHADE, (round(fade), round(rise)))
    picture = sink(picture, to_array(layer), swimmer, light, crawl)
    image = to_image(foam_over(picture, foam_of(view, crawl) * 0.94))
    image.paste(beads, (0, 0), above)
    return image


def sink(picture: Array, layer: Array, swimmer: Swimmer, light: Light, crawl: Crawl) -> Array:
    """Let the swimmer's limbs bend and turn blue where they are under water."""
    gx, gy = light.waves.field(swimmer.size, light.time)
    x, y = grid(swimmer.size)
    deep = crawl.length / 60
    legs = to_array(swimmer.legs)
    bent = (x + gx * deep, y + gy * deep)
    body = sample(to_array(swimmer.body()), *bent)
    moved = sample(layer, *bent)
    under = sample(np.clip(legs - to_array(swimmer.trunk), 0, 1), *bent)
    moved = moved * blend(np.ones(3, np.float32), colour("#93b2c6"), under)
    reach = np.zeros_like(legs)
    for arm in swimmer.arms:
        ax, ay = swimmer.at(0.62, 0)
        near = np.exp(-(((x - ax) ** 2 + (y - ay) ** 2) / (0.16 * crawl.length) ** 2))
        reach = np.maximum(reach, sample(to_array(arm), *bent) * near)
    moved = moved * blend(np.ones(3, np.float32), colour("#a5d8e0"), reach * 0.9)
    return picture + (moved - picture) * body[..., None]


def key_still() -> Image.Image:
    """Half past six: out of the shade of the limes, along lane four."""
    view = View(STILL, 930, 590, -0.30, 470)
    light = Light(Waves(4, (95, 330), 16, 0.9), sun_depth=66, eye_depth=16)
    shade = shade_of_trees(STILL, lambda x, y: 330 - x * 0.86 - (1200 - y) * -0.42 - y * 0.34)
    crawl = Crawl(130, -12, 540, 0.02, (150, -118))
    return scene(view, light, crawl, shade)
