"""Snow Globe from inside: beyond the glass somebody enormous taps on it."""

from PIL import Image, ImageChops

from drawing.paint import Pen, blur, drawn, glow, lay, level, shine
from drawing.snow_globe.paper import STILL, WHITE, Stack, snow, wavy
from drawing.snow_globe.town import child, hill, place, street


def giant(stack: Stack) -> None:
    """Lay a huge hand behind the glass: one finger comes down to tap on it."""

    def part(points: list[tuple[float, float, float]], tint: str, lift: float) -> None:
        stack.sheet(drawn(STILL, lambda pen: pen.limb(points), 2), tint, lift)

    part([(1860, -120, 330), (1640, 60, 285), (1560, 190, 230)], "#7faecb", 34)
    part([(1790, 330, 104), (1660, 470, 92), (1700, 560, 78), (1800, 560, 74)], "#86b3cf", 24)
    part([(1680, 250, 118), (1500, 410, 104), (1540, 520, 90), (1680, 520, 84)], "#8fbad4", 24)
    part([(1580, 170, 126), (1370, 330, 112), (1400, 450, 96), (1545, 455, 88)], "#99c1d9", 24)
    part(
        [(1640, 10, 180), (1400, 130, 132), (1170, 300, 110), (985, 480, 92), (940, 540, 84)],
        "#a5cadf",
        30,
    )
    part([(1560, -130, 160), (1330, -20, 118), (1150, 60, 96), (1060, 130, 78)], "#b1d2e5", 26)
    nail = drawn(STILL, lambda pen: pen.limb([(948, 462, 44), (918, 520, 50), (905, 548, 44)]), 2)
    stack.sheet(nail, "#d5e6f0", 5)
    nail = drawn(STILL, lambda pen: pen.limb([(1086, 76, 38), (1050, 118, 42)]), 2)
    stack.sheet(nail, "#dceaf2", 5)
    for points in (
        [(1218, 212), (1252, 262), (1262, 318)],
        [(1196, 236), (1222, 280), (1228, 326)],
        [(1228, -8), (1250, 30), (1254, 70)],
    ):
        crease = drawn(STILL, lambda pen, p=points: pen.limb([(*q, 2.4) for q in p]), 2)
        lay(stack.image, "#6d9dbd", level(crease, 0.8))


def hand_still() -> Image.Image:
    """From inside: beyond the glass a hand closes around the sky."""
    stack = Stack(STILL, "#a9cbe0")
    shine(stack.image, "#eef7fb", level(glow(STILL, 900, 560, 1200, 900, 1.5), 0.8))
    giant(stack)
    for number, radius in enumerate((1010, 960)):
        rim = wavy(STILL, number, 900, 420, radius, 0)
        stack.sheet(rim, ("#8fb8d1", "#cfe2ec")[number], 26)
    streak = Pen(STILL, 2)
    streak.limb([(240, 330, 3), (300, 170, 15), (420, 40, 4)])
    streak.limb([(196, 420, 4), (205, 400, 9), (216, 380, 4)])
    lay(stack.image, "#ffffff", level(blur(streak.mask(), 4), 0.85))
    rows = (
        ("#c4dbe9", 7, 905, 44, 10),
        ("#dceaf2", 15, 985, 58, 18),
        ("#eff5f9", 26, 1075, 74, 26),
    )
    for tint, seed, base, scale, lift in rows:

        def floor(a: float, base=base) -> float:
            return base + 46 * ((a - 900) / 900) ** 2

        line = street(STILL, seed, -40, 1840, floor, scale)
        ground = hill(STILL, -60, [floor(-60 + i * 240) - 6 for i in range(9)], 1300, 240)
        stack.sheet(ImageChops.lighter(line, ground), tint, lift)
    white = hill(STILL, -60, [1160, 1148, 1120, 1128, 1150, 1138, 1118, 1136, 1150], 1300, 240)
    stack.sheet(white, WHITE, 26)
    points = []
    for number, (x, arm) in enumerate(
        ((330, (0.5, 1.5)), (700, (0.5, 1.55)), (1090, (0.5, 1.5)), (1440, (0.5, 1.55)))
    ):
        who = place(x, 1148 - 12 * (number % 2), 92)
        stack.sheet(child(STILL, who, arm), WHITE, 14)
        points.append(who(*arm))
    path = [
        (-30, 1010),
        (150, 1035),
        points[0],
        (530, 1040),
        points[1],
        (905, 1046),
        points[2],
        (1280, 1042),
        points[3],
        (1640, 1020),
        (1830, 990),
    ]
    stack.thread(path, 7, 12)
    stack.sheet(snow(STILL, 61, 130, (2, 5), lambda p: p[1] < 1100), WHITE, 7)
    return stack.image
