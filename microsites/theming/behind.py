"""The picture behind a page, as CSS: a layer of its own, so that phones scroll it smoothly.

`background-attachment: fixed` is not used: iPhones ignore it, others paint the page anew with every
step.
"""

from collections.abc import Callable, Iterator

from assets.renditions import Picture, Rendition
from assets.specs import FORMATS, base_width_for, widths_for
from microsites.choices import BackgroundMode

# A pattern is drawn this wide at most, in CSS pixels.
TILE = 480
# Width of the window (rem) from which the wider file is taken; the first is for phones.
STEPS = ((0, 960), (48, 1440), (90, 2560))

Pass = Callable[[str], str]


def picture_rules(picture: Picture, mode: str, give_pass: Pass) -> Iterator[str]:
    """Yield the rules; `give_pass` returns the address of a file as the reader may open it."""
    if mode == BackgroundMode.TILE:
        width = min(TILE, picture.width)
        yield _rule(
            f"background:{_choose(picture, 2 * width, give_pass)} 50% 0/{width}px auto repeat"
        )
        return
    position = f"{picture.focal_x}% {picture.focal_y}%"
    place = (
        "position:fixed;inset:0;height:100lvh"
        if mode == BackgroundMode.FIXED
        else f"position:absolute;inset:0 0 auto;aspect-ratio:{picture.width}/{picture.height};"
        "width:100%;min-height:min(100%,100svh);"
        "mask-image:linear-gradient(#000 70%,transparent)"
    )
    yield _rule(f"{place};background-position:{position};background-size:cover")
    before = None
    for rem, width in STEPS:
        chosen = _choose(picture, width, give_pass)
        if chosen != before:
            rule = _rule(f"background-image:{chosen}")
            yield f"@media (min-width:{rem}rem){{{rule}}}" if rem else rule
        before = chosen


def _rule(text: str) -> str:
    return f".microsite::before{{{text}}}"


def _choose(picture: Picture, wanted: int, give_pass: Pass) -> str:
    """Return the picture at the smallest width that is `wanted` pixels or more, in all formats."""
    widths = widths_for(picture.width)
    width = next((step for step in widths if step >= wanted), widths[-1])
    if not picture.is_complete:
        base = base_width_for(picture.width)
        return f'url("{give_pass(Rendition(picture.sha256, "jpeg", base).url)}")'
    files = (
        f'url("{give_pass(Rendition(picture.sha256, row.name, width).url)}") type("{row.mime}")'
        for row in FORMATS
    )
    return f"image-set({','.join(files)})"
