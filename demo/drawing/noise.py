"""Reproducible noise: everything that must not look like a computer drew it.

Pillow's own `effect_noise` has no seed, so all randomness comes from `random.Random`.
"""

from random import Random

from PIL import Image, ImageChops, ImageMath, ImageOps

Size = tuple[int, int]


def white(size: Size, seed: int) -> Image.Image:
    """Uniform noise, one independent byte per pixel."""
    width, height = size
    return Image.frombytes("L", size, Random(seed).randbytes(width * height))


def cloud(size: Size, cell: tuple[float, float], seed: int) -> Image.Image:
    """Smooth value noise whose blobs measure about `cell` pixels (across, down)."""
    coarse = (int(size[0] / cell[0]) + 4, int(size[1] / cell[1]) + 4)
    box = (1.5, 1.5, 1.5 + size[0] / cell[0], 1.5 + size[1] / cell[1])
    return white(coarse, seed).resize(size, Image.Resampling.BICUBIC, box=box)


def fbm(
    size: Size, cell: tuple[float, float], seed: int, octaves: int = 5, gain: float = 0.55
) -> Image.Image:
    """Fractal noise: octaves of `cloud`, each half as wide and `gain` times as strong."""
    result = cloud(size, cell, seed)
    total = weight = 1.0
    for octave in range(1, octaves):
        weight *= gain
        total += weight
        finer = (max(cell[0] / 2**octave, 1), max(cell[1] / 2**octave, 1))
        result = Image.blend(result, cloud(size, finer, seed + octave), weight / total)
    return ImageOps.autocontrast(result, cutoff=0.5)


def ridges(field: Image.Image, width: float = 0.16) -> Image.Image:
    """Bright veins where a noise field crosses its middle grey."""
    table = [max(0, round(255 * (1 - abs(v / 255 - 0.5) / width))) for v in range(256)]
    return field.point(table)


def dither(channel: Image.Image, seed: int) -> Image.Image:
    """Round a float channel to bytes with noise, so that wide gradients never band."""
    noise = white(channel.size, seed)
    return ImageMath.lambda_eval(
        lambda a: a["convert"](a["min"](a["max"](a["c"] + a["float"](a["n"]) / 255, 0), 255), "L"),
        c=channel,
        n=noise,
    )


def grain(image: Image.Image, seed: int, strength: int) -> Image.Image:
    """Film grain of up to `strength` grey values, a little softer than the pixels."""
    size = image.size
    soft = Image.blend(white(size, seed), cloud(size, (2.1, 2.1), seed + 1), 0.6)
    table = [round(v * 2 * strength / 255) for v in range(256)]
    layer = soft.point(table).convert(image.mode) if image.mode == "L" else None
    layer = layer or Image.merge("RGB", [soft.point(table)] * 3)
    return ImageChops.add(image, layer, 1, -strength)
