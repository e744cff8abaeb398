"""Writing into a PNG whose it is and what it shows, and taking out all that it said before.

Chunks are exchanged (ISO/IEC 15948), pixels stay as they are. Of the old ones those remain without
which the pixels would look different. XMP stands in a chunk of text (ISO 16684-3, 1.1.5); of
IPTC-IIM this format knows nothing.
"""

import struct
import zlib
from collections.abc import Iterator

from assets.saying import Description, make_xmp

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PACKET = b"XML:com.adobe.xmp\0\0\0\0\0"
NEEDED = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
          b"sBIT"}  # fmt: skip


class NoPng(ValueError):
    """The file is no PNG, or its chunks cannot be followed."""


def describe_png(data: bytes, words: Description) -> bytes:
    """Return the PNG with these words and no others. Raises `NoPng`.

    Equal pictures and words give equal bytes.
    """
    if not data.startswith(SIGNATURE):
        raise NoPng("expected a PNG")
    head, *rest = (one for one in _chunks(data) if one[0] in NEEDED)
    parts = [head, (b"iTXt", PACKET + make_xmp(words)), *rest]
    return SIGNATURE + b"".join(_chunk(kind, body) for kind, body in parts)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield (kind, content) up to the end of the picture; what follows it is none of it."""
    at, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        if at + 12 > len(data):
            raise NoPng("the file ends within the picture")
        length, kind = struct.unpack_from(">I4s", data, at)
        if at + 12 + length > len(data):
            raise NoPng("the file ends within the picture")
        yield kind, data[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
