"""Writing into a JPEG whose it is and what it shows, and taking out all that it said before.

Only segments are exchanged (ITU T.81, annex B), pixels stay as they are. Of the old ones those
remain without which the pixels would look different: colour profile, Adobe's transform, and which
side is up. Place, camera and its number, thumbnail, history of edits and whatever follows the end
of the picture go. An original leaves the house in no other way.
"""

import struct

from PIL import ExifTags

from assets.decoding import open_image
from assets.saying import Description, make_iptc, make_xmp
from assets.segments import APP1, APP2, EOI, EXIF, SOS, XMP, NoJpeg, segments

APP0, APP13, APP14, APP15, COMMENT = 0xE0, 0xED, 0xEE, 0xEF, 0xFE
# EXIF 2.32, tag 0x0112: 1 is upright.
TURNED = range(2, 9)


def describe_jpeg(data: bytes, words: Description) -> bytes:
    """Return the JPEG with these words and no others. Raises `NoJpeg`.

    Equal pictures and words give equal bytes.
    """
    if not data.startswith(b"\xff\xd8"):
        raise NoJpeg("expected a JPEG")
    kept = [(marker, body) for marker, body in segments(data) if _is_needed(marker, body)]
    first = [one for one in kept if one[0] == APP0]
    rest = [one for one in kept if one[0] != APP0]
    said = [(APP1, XMP + make_xmp(words)), (APP13, make_iptc(words))]
    parts = [*first, *_orientation(data), *said, *rest]
    return b"\xff\xd8" + b"".join(_segment(marker, body) for marker, body in parts)


def _is_needed(marker: int, body: bytes) -> bool:
    if marker == APP0:
        return body.startswith(b"JFIF\0") and len(body) >= 14
    if marker == APP2:
        return body.startswith(b"ICC_PROFILE\0")
    if marker == APP14:
        return body.startswith(b"Adobe")
    return not (APP0 <= marker <= APP15 or marker == COMMENT)


def _orientation(data: bytes) -> list[tuple[int, bytes]]:
    """Return EXIF with nothing but the orientation, where the pixels lie on their side."""
    try:
        value = open_image(data).getexif().get(ExifTags.Base.Orientation)
    except Exception:  # EXIF is bytes of the uploader; Pillow raises some ten kinds of errors
        return []
    if not isinstance(value, int) or value not in TURNED:
        return []
    entry = struct.pack(">HHIHH", ExifTags.Base.Orientation, 3, 1, value, 0)
    return [(APP1, EXIF + b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4))]


def _segment(marker: int, body: bytes) -> bytes:
    if marker == APP0:
        body = body[:12] + b"\0\0"  # a thumbnail may show what was cut away since
    if marker == EOI:
        return b"\xff\xd9"
    if marker == SOS:
        return b"\xff\xda" + body
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body
