"""The people of the demo, first part."""

from drawing.portraits import clothes, hair
from drawing.portraits.head import Face
from drawing.portraits.patterns import disc, falling, grounds, poly, ribs, rows, strands
from drawing.portraits.press import Layer, Sitter
from drawing.portraits.solids import ball, carve, ellipsoid, join, mirrored


def greta():
    face = Face(age=0.9, jaw=0.94, nose=1.05, lips=0.8, cheeks=1.25, smile=0.012)
    return Sitter(
        face,
        skin=[(0, "#20394a"), (0.1, "#c9694a"), (0.42, "#f3c9a0")],
        layers=[
            Layer(
                lambda s: hair.bob(s, face, 0.5, 0.0, 0.13),
                [(0, "#20394a"), (0.1, "#8fa9ad"), (0.34, "#f4ecdc")],
                strands=falling(16, 1.0),
            ),
            Layer(lambda s: hair.glasses(s, face), [(0, "#14222c"), (0.8, "#8fa9ad")]),
            Layer(
                lambda s: clothes.turtleneck(s, 0.95),
                [(0, "#14222c"), (0.3, "#2c4a5c")],
                on_body=True,
                strands=ribs(60),
                depth=0.25,
            ),
        ],
        ground=disc("#e0a63c", 660, 470, 440),
        paper="#efe3c8",
        ink="#14222c",
        rim="#8fa9ad",
        white="#f4ecdc",
        yaw=32,
        brows=(0.7, 0.0, 0.0),
        brow_ink="#3f5a68",
        open_eyes=0.8,
    )


def carlotta():
    face = Face(age=0.35, jaw=0.88, nose=1.1, bridge=0.025, lips=1.15, cheeks=1.3, width=0.97)

    def bun(s):
        base = hair.cap(s, face, 0.06, 0.03, -0.4, 0.17)
        return join(base, ball(s, (0.05, 0.5, -1.0), 0.36), 0.08)

    return Sitter(
        face,
        skin=[(0, "#12332f"), (0.1, "#b04a3c"), (0.4, "#f2b48c")],
        layers=[
            Layer(
                bun,
                [(0, "#12332f"), (0.3, "#5c2a2a"), (0.62, "#a3483a")],
                strands=strands(22, 2.0, 0.6),
            ),
            Layer(
                lambda s: clothes.collar(s, 0.95, 0.6),
                [(0, "#12332f"), (0.25, "#3f7f6c"), (0.62, "#8fbf9f")],
                on_body=True,
            ),
            Layer(
                lambda s: ball(mirrored(s), (0.66, -0.42, -0.05), 0.055),
                [(0, "#8a5a1c"), (0.2, "#f4cf6a")],
            ),
        ],
        ground=grounds(
            poly("#f0a77c", (0, 0), (1000, 0), (1000, 1250), (0, 1250)),
            poly("#f6dcb6", (0, 640), (1000, 1020), (1000, 1250), (0, 1250)),
        ),
        paper="#f3dfc0",
        ink="#0b211f",
        rim="#e8704f",
        white="#fbeeda",
        origin=(535, 540),
        yaw=-38,
        pitch=-4,
        body=-14,
        lamp=(-0.85, 0.55, 0.45),
        edge=(1, 0.25, -0.25),
        brows=(0.95, 0.02, 0.0),
        open_eyes=0.9,
        gaze=(-0.3, 0),
    )


def tarek():
    face = Face(jaw=1.06, nose=1.2, nose_width=1.1, bridge=0.03, lips=1.0, brow=1.15)
    return Sitter(
        face,
        skin=[(0, "#16262f"), (0.1, "#96512f"), (0.42, "#e0a468")],
        layers=[
            Layer(
                lambda s: hair.curls(hair.cap(s, face, 0.15, 0.06, -0.3, 0.2), s, 0.062, 0.06),
                [(0, "#16262f"), (0.5, "#3d4a4c")],
            ),
            Layer(
                lambda s: hair.beard(s, face, 0.015),
                [(0, "#16262f"), (0.42, "#3a3a38")],
                strands=falling(40),
                depth=0.3,
            ),
            Layer(
                lambda s: clothes.jumper(s, 1.05),
                [(0, "#16262f"), (0.28, "#c9812b"), (0.66, "#eab54f")],
                on_body=True,
            ),
        ],
        ground=grounds(disc("#7fb0a6", 340, 430, 470)),
        paper="#d9e0cf",
        ink="#0e181e",
        rim="#7fb0a6",
        white="#f1e6cf",
        yaw=-28,
        pitch=2,
        roll=-3,
        body=-8,
        lamp=(0.75, 0.6, 0.55),
        edge=(-1, 0.2, -0.3),
        brows=(1.35, 0.0, 0.02),
        open_eyes=0.75,
        gaze=(0.2, 0),
    )


def yasemin():
    face = Face(jaw=0.85, nose=1.05, bridge=0.02, lips=1.25, cheeks=1.15, width=0.96, brow=0.9)
    return Sitter(
        face,
        skin=[(0, "#2a1738"), (0.1, "#a8483f"), (0.4, "#efb083")],
        layers=[
            Layer(
                lambda s: hair.long(s, face, -0.02, 0.07),
                [(0, "#2a1738"), (0.5, "#5b2f63"), (0.95, "#b5689a")],
                strands=falling(13, 2.2),
                depth=0.45,
            ),
            Layer(
                lambda s: clothes.jumper(s, 0.9),
                [(0, "#2a1738"), (0.25, "#d9a43b"), (0.6, "#f3cf74")],
                on_body=True,
            ),
        ],
        ground=grounds(poly("#e98a8f", (560, 0), (1000, 0), (1000, 1250), (300, 1250))),
        paper="#f0c9b8",
        ink="#1c0e28",
        rim="#d98bb0",
        white="#fbeadb",
        yaw=-22,
        pitch=2,
        roll=3,
        body=-10,
        lamp=(-0.7, 0.45, 0.75),
        edge=(1, 0.25, -0.3),
        brows=(1.15, 0.01, 0.0),
        open_eyes=1.0,
        gaze=(-0.4, 0),
    )


def ole():
    face = Face(
        age=0.8, jaw=1.05, nose=1.1, nose_width=1.25, lips=0.8, brow=1.2, width=1.04, fullness=0.03
    )

    def fringe(s):
        ring = hair.cap(s, face, 0.05, 0.0, -0.4, 0.2)
        return carve(ring, ellipsoid(s, (0, 0.9, 0.1), (0.75, 0.72, 1.1)), 0.05)

    return Sitter(
        face,
        skin=[(0, "#123340"), (0.1, "#bf5f43"), (0.42, "#f0bd93")],
        layers=[
            Layer(
                fringe, [(0, "#123340"), (0.12, "#8fb0b3"), (0.4, "#f3eee0")], strands=falling(30)
            ),
            Layer(
                lambda s: hair.curls(hair.beard(s, face, 0.07, 0.12), s, 0.06, 0.018),
                [(0, "#123340"), (0.12, "#8fb0b3"), (0.4, "#f3eee0")],
                strands=falling(26),
                depth=0.5,
            ),
            Layer(
                lambda s: clothes.turtleneck(s, 1.12),
                [(0, "#123340"), (0.22, "#a93527"), (0.55, "#d8573f")],
                on_body=True,
                strands=ribs(50),
                depth=0.3,
            ),
        ],
        ground=grounds(
            poly("#9cc3bd", (0, 640), (1000, 640), (1000, 1250), (0, 1250)),
            disc("#f0d9a0", 230, 400, 150),
        ),
        paper="#dfe6d8",
        ink="#0b222b",
        rim="#9cc3bd",
        white="#f3eee0",
        yaw=40,
        pitch=2,
        body=16,
        brows=(1.5, 0.0, 0.02),
        brow_ink="#8fb0b3",
        open_eyes=0.55,
        gaze=(0.3, 0),
    )


def ilse():
    face = Face(
        age=1.15, jaw=0.9, nose=1.15, bridge=0.03, nose_drop=0.03, lips=0.7, cheeks=1.3, width=0.97
    )

    def updo(s):
        base = hair.cap(s, face, 0.1, 0.02, -0.3, 0.16)
        knot = ellipsoid(s, (0, 0.85, -0.62), (0.34, 0.26, 0.34))
        return join(base, knot, 0.12)

    return Sitter(
        face,
        skin=[(0, "#35213f"), (0.1, "#b96a6c"), (0.4, "#f4d0b6")],
        layers=[
            Layer(
                updo,
                [(0, "#35213f"), (0.12, "#9d90b4"), (0.36, "#f6efe6")],
                strands=strands(18, 1.4, 0.8),
            ),
            Layer(
                lambda s: clothes.scarf(s, 0.95),
                [(0, "#35213f"), (0.2, "#b98426"), (0.52, "#e8b94e")],
                on_body=True,
                strands=rows(22),
                depth=0.25,
            ),
            Layer(
                lambda s: ellipsoid(mirrored(s), (0.65, -0.4, -0.06), (0.04, 0.06, 0.04)),
                [(0, "#e8b94e")],
            ),
        ],
        ground=disc("#c3b3d6", 430, 520, 400),
        paper="#eee3dc",
        ink="#24142d",
        rim="#c3b3d6",
        white="#f6efe6",
        yaw=-62,
        pitch=-3,
        body=-30,
        lamp=(-0.8, 0.6, 0.4),
        edge=(1, 0.3, -0.2),
        brows=(0.6, 0.0, 0.0),
        brow_ink="#6d5c86",
        open_eyes=0.7,
        origin=(530, 540),
    )
