"""A camera for solids: what every point of the picture shows, and how the lamp falls on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from drawing.portraits.solids import Grid, Space, Vector

SCENE = Callable[[Space], Sequence[Grid]]


@dataclass(frozen=True)
class View:
    """What was seen: per point the solid's number (-1 for none), its light, and where it is."""

    solid: Grid
    light: Grid
    back: Grid
    shade: Grid
    place: Space


def turn(yaw: float, pitch: float, roll: float) -> np.ndarray:
    """Return the rotation from the sitter to the camera; angles in degrees."""
    a, b, c = np.radians((yaw, pitch, roll))
    level = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    nod = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    lean = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    return lean @ nod @ level


def turned(space: Space, matrix: np.ndarray) -> Space:
    """Return the points as seen from the sitter."""
    x, y, z = space
    return tuple(matrix[0, i] * x + matrix[1, i] * y + matrix[2, i] * z for i in range(3))


def unit(vector: Vector) -> np.ndarray:
    return np.array(vector, np.float32) / np.linalg.norm(vector)


def look(
    scene: SCENE,
    size: tuple[int, int],
    unit_size: float,
    origin: tuple[float, float],
    lamp: Vector,
    rim: Vector,
) -> View:
    """Look at a scene from the front; `unit_size` pixels a unit, `origin` its (0, 0)."""
    wide, high = size
    across, down = np.meshgrid(np.arange(wide) + 0.5, np.arange(high) + 0.5)
    x = ((across - origin[0]) / unit_size).ravel().astype(np.float32)
    y = ((origin[1] - down) / unit_size).ravel().astype(np.float32)
    z = np.full_like(x, 1.7)
    hit = np.zeros(x.size, bool)
    left = np.arange(x.size)
    for _ in range(70):
        near = np.min(scene((x[left], y[left], z[left])), axis=0)
        z[left] -= near * 0.75
        done = near < 0.003
        hit[left[done]] = True
        left = left[~done & (z[left] > -1.7)]
        if not left.size:
            break
    seen = np.nonzero(hit)[0]
    at = (x[seen], y[seen], z[seen])
    distances = np.array(scene(at))
    normal = normals(scene, at)
    key, edge = unit(lamp), unit(rim)
    facing = np.clip(sum(n * k for n, k in zip(normal, key, strict=True)), 0, 1)
    shade = shadows(scene, at, normal, key)
    back = np.clip(sum(n * k for n, k in zip(normal, edge, strict=True)), 0, 1)
    back = back * shadows(scene, at, normal, edge)

    def full(values: Grid, empty: float) -> Grid:
        whole = np.full(x.size, empty, np.float32)
        whole[seen] = values
        return whole.reshape(high, wide)

    place = tuple(full(values, 0) for values in at)
    return View(
        full(np.argmin(distances, axis=0), -1),
        full(facing * shade, 0),
        full(back, 0),
        full(shade, 0),
        place,
    )


def normals(scene: SCENE, at: Space) -> list[Grid]:
    """Return the directions in which the surface looks."""
    reach = 0.006
    total = [np.zeros_like(at[0]) for _ in range(3)]
    for way in ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)):
        step = tuple(a + reach * w for a, w in zip(at, way, strict=True))
        near = np.min(scene(step), axis=0)
        for axis in range(3):
            total[axis] += way[axis] * near
    long = np.sqrt(sum(t * t for t in total)) + 1e-9
    return [t / long for t in total]


def shadows(scene: SCENE, at: Space, normal: list[Grid], lamp: np.ndarray) -> Grid:
    """Return how much of the lamp each point sees, 0 to 1."""
    result = np.ones_like(at[0])
    walked = np.full_like(at[0], 0.04)
    for _ in range(26):
        step = tuple(a + n * 0.02 + k * walked for a, n, k in zip(at, normal, lamp, strict=True))
        near = np.min(scene(step), axis=0)
        result = np.minimum(result, np.clip(14 * near / walked, 0, 1))
        walked += np.clip(near, 0.03, 0.2)
    return result
