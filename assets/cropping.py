"""Where a crop lies in its picture, by arithmetic alone.

A crop is the largest part of its shape, as near to the focal point as the edges let it. Pages
reckon with the same numbers as the making, so none of them opens a file.
"""

from dataclasses import dataclass

from assets.specs import CROPS, CROPS_VERSION, TABLE_VERSION, Crop, height_for

Size = tuple[int, int]
# Crops are cut from a picture that is at least so large, if it has so many pixels: the widest of
# them then has its full width, even out of a panorama.
WORK_SIZE = (2560, 1440)
# A crop that leaves out less than this share of a side is the whole picture.
NOTHING = 0.01
# In the mark of a picture: whether it has another file by now.
MARK_DIGITS = 12


@dataclass(frozen=True)
class Box:
    """A part of a picture, in pixels."""

    left: int
    top: int
    width: int
    height: int


def work_size(full: Size) -> Size:
    """Return the size at which crops are cut out of a picture of this size."""
    scale = min(1.0, max(WORK_SIZE[0] / full[0], WORK_SIZE[1] / full[1]))
    width = min(full[0], round(full[0] * scale))
    return width, height_for(width, *full)


def box_for(crop: Crop, full: Size, focal: Size) -> Box:
    """Return the part of the picture in its work size; `focal` in percent."""
    width, height = work_size(full)
    across, down = crop.ratio
    box_width = min(width, max(1, round(height * across / down)))
    box_height = min(height, max(1, round(width * down / across)))
    left = _place(width, box_width, focal[0])
    return Box(left, _place(height, box_height, focal[1]), box_width, box_height)


def _place(side: int, part: int, share: int) -> int:
    return min(max(0, round(side * share / 100 - part / 2)), side - part)


def focus_in(crop: Crop, full: Size, focal: Size) -> Size:
    """Return where the focal point lies within the crop, in percent."""
    box, (width, height) = box_for(crop, full, focal), work_size(full)
    return (
        _share(width * focal[0] / 100 - box.left, box.width),
        _share(height * focal[1] / 100 - box.top, box.height),
    )


def _share(place: float, side: int) -> int:
    return min(100, max(0, round(100 * place / side)))


def is_whole(crop: Crop, full: Size) -> bool:
    """Tell whether the picture has the crop's shape already: its own renditions serve."""
    box, (width, height) = box_for(crop, full, (50, 50)), work_size(full)
    return box.width >= width * (1 - NOTHING) and box.height >= height * (1 - NOTHING)


def is_made(crop: Crop, full: Size) -> bool:
    """Tell whether there are files of this crop: never a lying crop of an upright picture.

    That would be a third of a poster, or a chest without a head.
    """
    if crop.is_wide and full[0] < full[1]:
        return False
    return crop.name == "card" or not is_whole(crop, full)


def crop_widths(crop: Crop, full: Size) -> tuple[int, ...]:
    """Return the widths that are made, rising; never wider than the part is."""
    width = box_for(crop, full, (50, 50)).width
    steps = tuple(step for step in crop.widths if step <= width)
    return (*steps, width) if width < crop.widths[-1] and width not in steps else steps


def crop_height(crop: Crop, width: int) -> int:
    """Return the height of a crop `width` pixels wide."""
    return max(1, round(width * crop.ratio[1] / crop.ratio[0]))


def crops_for(full: Size) -> tuple[Crop, ...]:
    """Return the crops that are made of a picture of this size."""
    return tuple(crop for crop in CROPS if is_made(crop, full))


def mark_of(sha256: str, focal: Size) -> str:
    """Return what a picture is marked with that has its crops: table, file and focal point.

    What follows it in the mark is the picture's tone.
    """
    version = f"{TABLE_VERSION}.{CROPS_VERSION}"
    return f"{version}-{sha256[:MARK_DIGITS]}-{focal[0]}-{focal[1]}-"
