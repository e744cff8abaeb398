"""Grounds behind the sitters, and what gives hair and cloth its lines."""

import numpy as np

from drawing.paint import drawn, lay


def disc(colour, x, y, r):
    return lambda sheet: lay(sheet, colour, drawn(sheet.size, lambda p: p.disc(x, y, r)))


def poly(colour, *points):
    return lambda sheet: lay(sheet, colour, drawn(sheet.size, lambda p: p.polygon(points)))


def grounds(*parts):
    def ground(sheet):
        for part in parts:
            part(sheet)

    return ground


def strands(turns: float, seed: float = 0.0, swirl: float = 0.0):
    """Hair that falls or is combed from a parting: noise along the angle around the crown."""

    def pattern(space):
        x, y, z = space
        angle = np.arctan2(x + seed * 0.1, y + 0.2) + swirl * z
        return (
            np.sin(angle * turns + seed) * 0.5
            + np.sin(angle * turns * 2.3 + 3 * z + seed) * 0.3
            + np.sin(angle * turns * 4.1 + 5 * y) * 0.2
        )

    return pattern


def falling(count: float, seed: float = 0.0):
    """Hair that hangs down."""

    def pattern(space):
        x, y, z = space
        angle = np.arctan2(x, z + 0.2) + 0.15 * np.sin(2 * y + seed)
        return np.sin(angle * count + seed) * 0.55 + np.sin(angle * count * 2.7 + y) * 0.45

    return pattern


def ribs(count: float):
    def pattern(space):
        return np.sin(np.arctan2(space[0], space[2] + 0.35) * count)

    return pattern


def rows(count: float):
    def pattern(space):
        return np.sin(space[1] * count + 0.4 * np.sin(space[0] * 5))

    return pattern
