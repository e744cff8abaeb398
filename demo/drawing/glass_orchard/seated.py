"""The Glass Orchard: people of paper who sit."""

from drawing.glass_orchard.paper import Points, Stage, points
from drawing.paint import curve, mix


def seated(
    stage: Stage, rim: float, x: float, tall: float, coat: str, hair: str, skin: str, kind: int
) -> None:
    """Somebody sitting on the rim, feet over the water."""

    shear = (0.11, 0.07, -0.02, -0.12, -0.09)[kind]

    def at(points: Points) -> Points:
        """Into the picture; from the hips upwards everybody leans towards the middle."""
        return [(x + (a - shear * min(0.0, b + 0.1)) * tall, rim + b * tall) for a, b in points]

    def smooth(points: Points) -> Points:
        return curve(at(points), closed=True)

    body = points(
        "0 -0.66, 0.12 -0.645, 0.2 -0.58, 0.205 -0.38, 0.2 -0.2, 0.19 -0.09, -0.19 -0.09, "
        "-0.2 -0.2, -0.205 -0.38, -0.2 -0.58, -0.12 -0.645"
    )
    stage.cut([smooth(body)], coat, mix(coat, "#000000", 0.32), shadow=7)
    stage.cut(
        [at([(-0.006, -0.6), (0.006, -0.6), (0.006, -0.06), (-0.006, -0.06)])],
        mix(coat, "#000000", 0.4),
        shadow=0,
        edge=0,
    )
    trousers = mix(coat, "#0a1416", 0.62)
    for side in (-1, 1):
        cross = 0.03 if kind in (2, 3) else 0.0
        leg = [
            (side * 0.03, -0.13),
            (side * 0.17, -0.12),
            (side * 0.185, 0.0),
            (side * (0.15 - cross), 0.34),
            (side * (0.07 - cross), 0.34),
            (side * 0.05, 0.02),
        ]
        stage.cut([smooth(leg)], trousers, mix(trousers, "#000000", 0.3), shadow=5)
        lap = [
            (side * 0.012, -0.15),
            (side * 0.19, -0.15),
            (side * 0.2, -0.05),
            (side * 0.175, 0.035),
            (side * 0.1, 0.05),
            (side * 0.03, 0.03),
            (side * 0.012, -0.05),
        ]
        stage.cut(
            [smooth(lap)],
            mix(trousers, "#ffffff", 0.06),
            mix(trousers, "#000000", 0.1),
            shadow=3,
            edge=0.1,
        )
        shoe = [
            (side * (0.06 - cross), 0.31),
            (side * (0.16 - cross), 0.31),
            (side * (0.19 - cross), 0.40),
            (side * (0.06 - cross), 0.41),
        ]
        stage.cut([smooth(shoe)], "#120f10", shadow=3, edge=0.08)
    for side in (-1, 1):
        arm = [
            (side * 0.14, -0.62),
            (side * 0.21, -0.57),
            (side * 0.25, -0.36),
            (side * 0.22, -0.2),
            (side * 0.06, -0.15),
            (side * 0.06, -0.22),
            (side * 0.165, -0.28),
            (side * 0.17, -0.4),
        ]
        stage.cut([smooth(arm)], mix(coat, "#ffffff", 0.05), mix(coat, "#000000", 0.3), shadow=4)
        hand = [
            (side * 0.08, -0.225),
            (side * 0.01, -0.225),
            (side * 0.0, -0.17),
            (side * 0.07, -0.15),
        ]
        stage.cut([smooth(hand)], skin, mix(skin, "#000000", 0.25), shadow=2)
    if kind == 1:
        for b in (-0.5, -0.33):
            stage.cut(
                [at([(-0.198, b), (0.198, b), (0.2, b + 0.035), (-0.2, b + 0.035)])],
                "#c9d8a8",
                shadow=0,
                edge=0,
            )
    neck = [(-0.05, -0.72), (0.05, -0.72), (0.06, -0.63), (-0.06, -0.63)]
    stage.cut([smooth(neck)], mix(skin, "#000000", 0.35), shadow=0, edge=0)
    lean = (0.02, -0.012, 0.0, -0.03, -0.02)[kind]
    face = [
        (lean, -0.93),
        (lean + 0.075, -0.89),
        (lean + 0.08, -0.8),
        (lean + 0.045, -0.7),
        (lean, -0.685),
        (lean - 0.045, -0.7),
        (lean - 0.08, -0.8),
        (lean - 0.075, -0.89),
    ]
    if kind == 3:
        hood = [
            (lean, -1.0),
            (lean + 0.12, -0.93),
            (lean + 0.13, -0.76),
            (lean + 0.08, -0.64),
            (lean - 0.08, -0.64),
            (lean - 0.13, -0.76),
            (lean - 0.12, -0.93),
        ]
        stage.cut([smooth(hood)], mix(coat, "#ffffff", 0.06), mix(coat, "#000000", 0.3), shadow=4)
        face = [(a, b * 0.9 - 0.075) for a, b in face]
    stage.cut([smooth(face)], skin, mix(skin, "#000000", 0.3), shadow=3)
    caps = {
        0: [
            (lean, -0.98),
            (lean + 0.09, -0.92),
            (lean + 0.11, -0.8),
            (lean + 0.06, -0.66),
            (lean + 0.075, -0.82),
            (lean, -0.885),
            (lean - 0.075, -0.82),
            (lean - 0.06, -0.66),
            (lean - 0.11, -0.8),
            (lean - 0.09, -0.92),
        ],
        1: [
            (lean - 0.09, -0.86),
            (lean - 0.085, -0.95),
            (lean, -0.985),
            (lean + 0.085, -0.95),
            (lean + 0.09, -0.86),
            (lean + 0.10, -0.84),
            (lean, -0.855),
            (lean - 0.10, -0.84),
        ],
        2: [
            (lean, -0.975),
            (lean + 0.095, -0.92),
            (lean + 0.10, -0.74),
            (lean + 0.075, -0.72),
            (lean + 0.07, -0.84),
            (lean - 0.02, -0.89),
            (lean - 0.07, -0.84),
            (lean - 0.08, -0.76),
            (lean - 0.10, -0.8),
            (lean - 0.09, -0.93),
        ],
        4: [
            (lean, -0.97),
            (lean + 0.085, -0.92),
            (lean + 0.09, -0.82),
            (lean + 0.06, -0.88),
            (lean, -0.9),
            (lean - 0.06, -0.88),
            (lean - 0.09, -0.82),
            (lean - 0.085, -0.92),
        ],
    }
    turn = shear * 0.16
    if kind in caps:
        stage.cut(
            [smooth([(a - turn, b) for a, b in caps[kind]])],
            hair,
            mix(hair, "#000000", 0.3),
            shadow=3,
        )
    if kind == 4:
        beard = [
            (lean - 0.075, -0.79),
            (lean, -0.76),
            (lean + 0.075, -0.79),
            (lean + 0.05, -0.68),
            (lean, -0.645),
            (lean - 0.05, -0.68),
        ]
        stage.cut([smooth(beard)], hair, mix(hair, "#000000", 0.2), shadow=2)
