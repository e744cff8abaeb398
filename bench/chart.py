"""The chart of the figures: a few bars as SVG, drawn without a library, light and dark.

Above: what a request costs the server, on a logarithmic scale. Below: every measurement that has a
target, with the target as one line for all.
"""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from bench.machine import kind

LEFT, WIDTH, ROW, HEAD = 330, 330, 22, 56
FULL = LEFT + WIDTH + 150
COST = "µs CPU"
STYLE = """
text{font:13px system-ui,sans-serif;fill:#1d2126}.faint{fill:#667}.title{font-weight:600}
.paper{fill:#fff}.bar{fill:#3b6ea8}.over{fill:#b3452c}.spread{stroke:#1d2126}.line{stroke:#667}
@media (prefers-color-scheme:dark){text{fill:#e8e6e1}.faint{fill:#9aa}.paper{fill:#14161a}
.bar{fill:#6fa3dd}.over{fill:#e2795f}.spread{stroke:#e8e6e1}.line{stroke:#9aa}}
"""
Row = dict[str, Any]


def draw(kept: dict[str, Any], folder: Path) -> Path:
    """Draw what is kept of all benches; return the file."""
    path = folder / f"{kind()}.svg"
    path.write_text(svg_of(kept), encoding="utf-8")
    return path


def svg_of(kept: dict[str, Any]) -> str:
    rows = [row for bench in kept["benches"].values() for row in bench["measurements"]]
    costs = sorted((r for r in rows if r["unit"] == COST), key=lambda row: row["median"])
    judged = [row for row in rows if "at_most" in row]
    split = HEAD + ROW * len(costs) + HEAD * bool(costs)
    parts = [*_costs(costs), *_judged(judged, split)] if costs else [*_judged(judged, HEAD)]
    height = split + ROW * len(judged) + 16
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {FULL} {height}" role="img">'
            f"<title>Figures of make bench</title><style>{STYLE}</style>"
            f'<rect class="paper" width="{FULL}" height="{height}"/>{"".join(parts)}'
            "</svg>\n")  # fmt: skip


def _costs(rows: list[Row]) -> Iterator[str]:
    """A bar for each contestant, from 1 µs on; the quartiles as a line across its end."""
    top = math.log10(max(row["quartiles"][1] for row in rows) * 1.1)
    yield _text(
        16, HEAD - 22, "Server CPU per request in µs; each line is ten times the last", "title"
    )
    for power in range(1, math.floor(top) + 1):
        yield _rule(LEFT + WIDTH * power / top, HEAD - 8, ROW * len(rows) + 8)
    for number, row in enumerate(rows):
        ends = [WIDTH * max(0.0, math.log10(value)) / top
                for value in (row["median"], *row["quartiles"])]  # fmt: skip
        yield _bar(HEAD + ROW * number, row, ends[0], "bar", f"{row['median']:,.0f}")
        middle = HEAD + ROW * number + 7
        yield (f'<path class="spread" d="M{LEFT + ends[1]:.1f} {middle}H{LEFT + ends[2]:.1f}"/>')


def _judged(rows: list[Row], top: float) -> Iterator[str]:
    """A bar for each target, as a share of it; what is longer than the line misses it."""
    if not rows:
        return
    yield _text(16, top - 22, "Targets: what reaches beyond the line misses its own", "title")
    for number, row in enumerate(rows):
        share = row["median"] / row["at_most"] if row["at_most"] else float(row["median"] > 0) * 2
        told = f"{row['median']:g} of {row['at_most']:g} {row['unit']}"
        length = min(WIDTH, WIDTH * 0.6 * share)
        yield _bar(top + ROW * number, row, length, "bar" if row["is_met"] else "over", told)
    yield _rule(LEFT + WIDTH * 0.6, top - 8, ROW * len(rows) + 8)


def _bar(y: float, row: Row, length: float, look: str, told: str) -> str:
    return (f'<rect class="{look}" x="{LEFT}" y="{y}" width="{max(length, 1):.1f}" height="14"/>'
            + _text(LEFT - 8, y + 12, row["name"], "", "end")
            + _text(LEFT + WIDTH + 8, y + 12, told, "faint"))  # fmt: skip


def _rule(x: float, y: float, length: float) -> str:
    return f'<path class="line" d="M{x:.1f} {y:.1f}v{length:.1f}"/>'


def _text(x: float, y: float, words: str, look: str, anchor: str = "start") -> str:
    return (f'<text class="{look}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">'
            f"{escape(words)}</text>")  # fmt: skip
