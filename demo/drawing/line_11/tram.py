"""The tram of Line 11, from the front and from the side, and the people in it."""

from collections.abc import Callable
from random import Random

from drawing.line_11.light import Sheet, View
from drawing.paint import Point, mix

DOTS = {
    "1": "00100 01100 00100 00100 00100 00100 01110",
    "S": "01111 10000 10000 01110 00001 00001 11110",
    "C": "01110 10001 10000 10000 10000 10001 01110",
    "H": "10001 10001 10001 11111 10001 10001 10001",
    "L": "10000 10000 10000 10000 10000 10000 11111",
    "E": "11111 10000 10000 11110 10000 10000 11111",
    "I": "01110 00100 00100 00100 00100 00100 01110",
    "F": "11111 10000 10000 11110 10000 10000 10000",
    "W": "10001 10001 10001 10101 10101 11011 10001",
    "N": "10001 11001 11001 10101 10011 10011 10001",
    "D": "11110 10001 10001 10001 10001 10001 11110",
    " ": "000 000 000 000 000 000 000",
}
AMBER, WARM, TEAL, MAGENTA = "#ffae3b", "#ffd59a", "#19c8c0", "#ff2f86"
BODY, DARK = "#0d3a44", "#05090f"


Place = Callable[..., Point]


def hex_of(first: str, second: str, amount: float) -> str:
    return "#{:02x}{:02x}{:02x}".format(*mix(first, second, amount))


def matrix(text: str) -> list[tuple[int, int]]:
    """Return the lit dots (column, row) of a destination sign."""
    lit, left = [], 0
    for letter in text:
        rows = DOTS[letter].split()
        lit += [
            (left + x, y) for y, row in enumerate(rows) for x, dot in enumerate(row) if dot > "0"
        ]
        left += len(rows[0]) + 1
    return lit


def sign(sheet: Sheet, text: str, x: float, y: float, pitch: float, flip: int = 1) -> None:
    """Write a destination with its left upper dot at (x, y)."""
    for column, row in matrix(text):
        sheet.disc(x + column * pitch, y + row * pitch * flip, pitch * 0.4, AMBER)


def front(body: Sheet, lamps: Sheet, view: View, x: float, z: float, back: float) -> None:
    """A tram that comes towards us: its face at depth `z`, its flank away to `back`."""

    def at(a: float, b: float, depth: float = z) -> Point:
        return view.at(x + a, b, depth)

    body.poly(
        [at(1.2, 0.3), at(1.2, 2.3), at(1.12, 3.3), at(1.12, 3.3, back), at(1.2, 0.3, back)], BODY
    )
    body.poly([at(1.2, 0.3), at(1.2, 0.62), at(1.2, 0.62, back), at(1.2, 0.3, back)], DARK)
    body.poly([at(1.2, 1.02), at(1.2, 1.1), at(1.2, 1.1, back), at(1.2, 1.02, back)], "#b3154f")
    random = Random(4)
    near = z + 1.0
    while x < -1.2 and near < back - 2:
        far = min(near + 1.9, back - 0.3)
        pane = [at(1.2, 1.35, near), at(1.17, 2.7, near), at(1.17, 2.7, far), at(1.2, 1.35, far)]
        lamps.poly(pane, hex_of("#d99a55", "#b0652c", (near * 0.37) % 0.6))
        top = [at(1.175, 2.5, near), at(1.17, 2.7, near), at(1.17, 2.7, far), at(1.175, 2.5, far)]
        lamps.poly(top, "#f0c58c")
        if near < z + 22:
            _seated(lamps, view, at, near, random)
            low = [at(1.2, 1.22, near), at(1.2, 1.36, near), at(1.2, 1.36, far), at(1.2, 1.22, far)]
            lamps.poly(low, BODY)
        near = far + 0.22
    face = [(-1.2, 0.35), (-1.2, 2.1), (-1.08, 3.1), (-0.92, 3.34), (0.92, 3.34), (1.08, 3.1)]
    face += [(1.2, 2.1), (1.2, 0.35)]
    body.poly([at(a, b) for a, b in face], "#10505c")
    belly = [(-1.2, 0.35), (-1.2, 1.12), (1.2, 1.12), (1.2, 0.35)]
    body.poly([at(a, b) for a, b in belly], "#0b3841")
    body.poly([at(-1.2, 1.06), at(-1.2, 1.13), at(1.2, 1.13), at(1.2, 1.06)], "#d01a5f")
    body.poly([at(-1.14, 0.2), at(-1.2, 0.52), at(1.2, 0.52), at(1.14, 0.2)], DARK)
    glass = [(-1.1, 1.3), (-1.12, 2.1), (-1.04, 2.72), (1.04, 2.72), (1.12, 2.1), (1.1, 1.3)]
    body.poly([at(a, b) for a, b in glass], "#0a1a22")
    body.poly([at(a, b) for a, b in [(-0.98, 2.8), (-0.92, 3.22), (0.92, 3.22), (0.98, 2.8)]], DARK)
    cabin(body, at, view.size(1, z))
    pitch = view.size(0.036, z)
    left, top = at(-0.84, 3.13)
    sign(lamps, "11", left, top, pitch * 1.18, view.side)
    left, top = at(-0.28, 3.13)
    sign(lamps, "SCHLEIFE", left, top, pitch * 0.62, view.side)
    for side in (-1, 1):
        lamps.disc(*at(side * 0.82, 0.84), view.size(0.115, z), "#fff3dc")
        lamps.disc(*at(side * 0.55, 0.84), view.size(0.06, z), "#ffd9a0")
    lamps.disc(*at(0, 3.29), view.size(0.05, z), "#fff3dc")


def _seated(lamps: Sheet, view: View, at: Place, near: float, random: Random) -> None:
    """Somebody, or nobody, behind a pane of the receding flank."""
    kind, z = random.randrange(4), near + random.uniform(0.5, 1.4)
    unit, dark = view.size(1, z), "#24130d"
    if kind == 0:
        return
    low = 1.42 if kind < 3 else 1.62
    lamps.limb([(*at(1.2, 1.54, z), unit * 0.2), (*at(1.2, low + 0.22, z), unit * 0.14)], dark)
    lamps.limb([(*at(1.2, low + 0.4, z), unit * 0.05), (*at(1.2, low + 0.53, z), unit * 0.1)], dark)
    if kind == 2:
        lamps.poly(
            [
                at(1.2, low + 0.6, z - 0.3),
                at(1.2, low + 0.66, z - 0.2),
                at(1.2, low + 0.66, z + 0.2),
                at(1.2, low + 0.6, z + 0.3),
            ],
            dark,
        )


def cabin(body: Sheet, at: Place, unit: float) -> None:
    """The driver behind the windscreen, dark before the door to the lit saloon."""

    def quad(x1: float, y1: float, x2: float, y2: float, colour: str) -> None:
        body.poly([at(x1, y1), at(x1, y2), at(x2, y2), at(x2, y1)], colour)

    quad(-0.7, 1.4, 0.72, 2.6, "#16333a")
    quad(-0.62, 1.4, 0.1, 2.52, "#7d5a33")
    quad(0.2, 1.4, 0.64, 2.52, "#6a4c2c")
    quad(-0.3, 1.4, -0.26, 2.52, "#16333a")
    dark = "#071016"
    body.limb([(*at(-0.12, 1.6), unit * 0.26), (*at(-0.1, 1.78), unit * 0.2)], dark)
    body.limb([(*at(-0.09, 1.95), unit * 0.07), (*at(-0.07, 2.08), unit * 0.1)], dark)
    body.limb([(*at(-0.08, 2.12), unit * 0.125), (*at(-0.16, 2.06), unit * 0.1)], dark)
    body.limb(
        [
            (*at(0.08, 1.8), unit * 0.07),
            (*at(0.22, 1.56), unit * 0.055),
            (*at(0.08, 1.5), unit * 0.045),
        ],
        dark,
    )
    quad(-1.06, 1.3, 1.06, 1.5, "#0a2329")
    quad(-0.3, 1.47, 0.42, 1.5, "#1fa39c")
    body.line([at(-0.75, 1.3), at(0.3, 1.92)], unit * 0.022, "#020406")
    body.line([at(0.75, 1.3), at(1.0, 1.95)], unit * 0.022, "#020406")
    body.line([at(0, 0.4), at(0, 1.05)], unit * 0.012, "#072830")
    quad(-0.16, 0.55, 0.16, 0.78, "#072830")
