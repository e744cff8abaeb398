"""The people of the demo, second part."""

from drawing.portraits import clothes, hair
from drawing.portraits.head import Face
from drawing.portraits.patterns import disc, falling, grounds, poly, ribs, rows, strands
from drawing.portraits.press import Layer, Sitter
from drawing.portraits.solids import both, join, limb


def paul():
    face = Face(jaw=1.02, nose=0.95, nose_width=1.55, lips=1.45, mouth=1.12, cheeks=1.25, brow=1.05)
    return Sitter(
        face,
        skin=[(0, "#1c1a30"), (0.09, "#6e3528"), (0.4, "#b06a3c")],
        layers=[
            Layer(
                lambda s: hair.curls(hair.cap(s, face, 0.09, 0.09, -0.3, 0.2), s, 0.03, 0.012),
                [(0, "#14122a"), (0.55, "#3b3350")],
            ),
            Layer(
                lambda s: hair.glasses(s, face, 0.195, 0.15, 0.019),
                [(0, "#f0ddb0"), (0.0, "#e9c65a")],
            ),
            Layer(
                lambda s: clothes.collar(s, 1.06, 0.5),
                [(0, "#1c1a30"), (0.2, "#2f7d86"), (0.58, "#6fc0ba")],
                on_body=True,
            ),
        ],
        ground=grounds(poly("#e6b93f", (0, 0), (620, 0), (180, 1250), (0, 1250))),
        paper="#f0d98c",
        ink="#100e20",
        rim="#e6a64a",
        white="#efdcc0",
        yaw=30,
        pitch=-3,
        body=10,
        lamp=(0.85, 0.5, 0.5),
        edge=(-1, 0.25, -0.25),
        brows=(1.1, 0.01, 0.0),
        open_eyes=0.9,
    )


def agnes():
    face = Face(age=0.55, jaw=0.95, nose=1.0, lips=0.95, cheeks=1.15, smile=0.02)

    def crop(s):
        base = hair.cap(s, face, 0.15, 0.05, -0.25, 0.19)
        return hair.curls(base, s, 0.085, 0.05)

    return Sitter(
        face,
        skin=[(0, "#3a1a1c"), (0.1, "#c96a4c"), (0.42, "#f8cfab")],
        layers=[
            Layer(crop, [(0, "#3a1a1c"), (0.16, "#c88a3c"), (0.5, "#f3d38a")]),
            Layer(
                lambda s: clothes.collar(s, 0.98, 0.7),
                [(0, "#3a1a1c"), (0.18, "#b7aebb"), (0.5, "#f7efe4")],
                on_body=True,
            ),
        ],
        ground=grounds(
            poly("#c9402c", (0, 0), (1000, 0), (1000, 1250), (0, 1250)),
            disc("#dd6a4a", 250, 520, 420),
        ),
        paper="#f3d9bd",
        ink="#2a1012",
        rim="#f0b070",
        white="#fff2e2",
        yaw=-30,
        pitch=0,
        roll=3,
        body=-12,
        lamp=(-0.85, 0.5, 0.5),
        edge=(1, 0.25, -0.25),
        brows=(0.8, 0.02, 0.0),
        brow_ink="#8a4a2a",
        open_eyes=0.85,
    )


def mirela():
    face = Face(jaw=0.86, nose=0.95, lips=1.2, cheeks=1.35, width=0.98, brow=0.9)
    return Sitter(
        face,
        skin=[(0, "#10323c"), (0.1, "#c4664f"), (0.4, "#fbd3b4")],
        layers=[
            Layer(
                lambda s: hair.bob(s, face, 0.62, -0.3, 0.12),
                [(0, "#4a1420"), (0.22, "#a3282a"), (0.62, "#e0583f")],
                strands=falling(15, 0.3),
                depth=0.4,
            ),
            Layer(
                lambda s: clothes.collar(s, 0.92, 0.4, 0.8),
                [(0, "#10323c"), (0.25, "#1f5f66"), (0.62, "#4d9b95")],
                on_body=True,
            ),
        ],
        ground=grounds(poly("#74bfae", (0, 0), (1000, 0), (1000, 420), (0, 1000))),
        paper="#d8e6cf",
        ink="#0a222a",
        rim="#a7d8c6",
        white="#fdf1e4",
        yaw=14,
        pitch=-2,
        roll=-2,
        body=-6,
        lamp=(0.9, 0.4, 0.45),
        edge=(-1, 0.25, -0.25),
        brows=(0.0, 0.0, 0.0),
        open_eyes=1.05,
    )


def inka():
    face = Face(age=0.35, jaw=0.92, nose=1.05, lips=1.0, cheeks=1.25, width=0.98)

    def plait(s):
        fold = hair.bob(s, face, 0.6, 0.05, 0.05)
        return both(fold, space_top(s), 0.03)

    def space_top(s):
        return s[1] - 0.35

    return Sitter(
        face,
        skin=[(0, "#0f4560"), (0.1, "#c8583f"), (0.4, "#f7c79c")],
        layers=[
            Layer(
                plait,
                [(0, "#0f3348"), (0.3, "#7a4a2c"), (0.62, "#d09a54")],
                strands=falling(20, 1.2),
            ),
            Layer(
                lambda s: hair.wool_cap(s, face),
                [(0, "#8a2f2c"), (0.2, "#f0604a"), (0.66, "#ff8f70")],
                strands=ribs(34),
                depth=0.35,
            ),
            Layer(
                lambda s: clothes.scarf(s, 1.0),
                [(0, "#0a2c40"), (0.24, "#1d6280"), (0.6, "#5f9fae")],
                on_body=True,
                strands=rows(26),
                depth=0.25,
            ),
        ],
        ground=grounds(
            disc("#ffd565", 250, 380, 560),
            disc("#ffc52e", 250, 380, 420),
            disc("#f3ead8", 210, 330, 90),
        ),
        paper="#f3ead8",
        ink="#0a2c40",
        rim="#ffd565",
        white="#fdf3e2",
        yaw=36,
        pitch=3,
        body=16,
        lamp=(0.85, 0.45, 0.5),
        edge=(-1, 0.2, -0.25),
        brows=(0.9, 0.01, 0.0),
        brow_ink="#4a2f22",
        open_eyes=0.8,
        gaze=(0.3, 0.2),
    )


def jonas():
    face = Face(age=0.9, jaw=1.05, nose=1.2, nose_width=1.15, bridge=0.02, lips=0.85, brow=1.25)

    def swept(s):
        base = hair.cap(s, face, 0.11, 0.1, -0.55, 0.17)
        wave = limb(s, (-0.2, 0.92, 0.35), (0.15, 1.0, -0.4), 0.2, 0.22)
        return join(base, wave, 0.2)

    return Sitter(
        face,
        skin=[(0, "#15130f"), (0.1, "#8f8879"), (0.36, "#efe7d6")],
        layers=[
            Layer(
                swept,
                [(0, "#15130f"), (0.2, "#8f8879"), (0.46, "#efe7d6")],
                strands=strands(18, 1.8, 0.9),
                depth=0.6,
            ),
            Layer(
                lambda s: hair.moustache(s, 0.075),
                [(0, "#15130f"), (0.6, "#8f8879")],
                strands=falling(60),
                depth=0.4,
            ),
            Layer(
                lambda s: clothes.collar(s, 1.08, 0.5, 1.4),
                [(0, "#15130f"), (0.5, "#4a463c")],
                on_body=True,
            ),
        ],
        ground=grounds(
            poly("#b5ad9c", (0, 0), (1000, 0), (1000, 1250), (0, 1250)),
            disc("#15130f", 862, 140, 66),
            disc("#b5ad9c", 862, 140, 50),
        ),
        paper="#efe7d6",
        ink="#0d0b08",
        rim="#efe7d6",
        white="#efe7d6",
        yaw=58,
        pitch=0,
        body=30,
        lamp=(0.85, 0.5, 0.35),
        edge=(-1, 0.3, -0.2),
        brows=(1.5, 0.0, 0.02),
        open_eyes=0.6,
        origin=(470, 540),
    )
