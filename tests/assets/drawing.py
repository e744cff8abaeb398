"""Pictures and hostile files for the tests, drawn here: no foreign bytes in the repository."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image

from tests.bad_input.video import movie

SIZE = (64, 48)
BRANDS = b"isom\0\0\2\0isomiso2mp41"


def draw(mode: str = "RGB", size: tuple[int, int] = SIZE) -> Image.Image:
    """A red picture with a light left half, so that orientation and blankness show."""
    image = Image.new("RGB", size, "#a01818")
    image.paste("#f0e0d0", (0, 0, size[0] // 2, size[1]))
    return image.convert(mode)


def encoded(kind: str = "PNG", image: Image.Image | None = None, **options: Any) -> bytes:
    buffer = BytesIO()
    (image or draw()).save(buffer, kind, **options)
    return buffer.getvalue()


def decoded(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def png_chunk(kind: bytes, body: bytes) -> bytes:
    checksum = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checksum)


def png_of(width: int, height: int, *extra: bytes) -> bytes:
    """A black-and-white PNG whose header claims this size, whatever it holds."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 100)
    chunks = [png_chunk(b"IHDR", header), *extra, png_chunk(b"IDAT", body), png_chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def profile_bomb() -> bytes:
    """An ICC profile that inflates to 100 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(100)) + packer.flush()
    return png_chunk(b"iCCP", b"icc\0\0" + packed)


def with_bad_checksum() -> bytes:
    data = bytearray(encoded("PNG"))
    data[data.index(b"IDAT") + 10] ^= 0xFF
    return bytes(data)


def animated(kind: str, frames: int) -> bytes:
    pictures = [Image.new("RGB", SIZE, (number * 80 % 256, 90, 10)) for number in range(frames)]
    return encoded(kind, pictures[0], save_all=True, append_images=pictures[1:], duration=20)


def photo_with_secrets() -> bytes:
    """A JPEG that knows where it was taken and carries a script, a comment and an archive."""
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = "<script>alert(1)</script>"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (52.0, 31.0, 12.0)})
    data = encoded("JPEG", exif=exif, comment=b"<script>comment</script>", xmp=b"<x:xmpmeta/>")
    return data + b"PK\x03\x04<script>tail</script>"


def lying_photo() -> bytes:
    """A JPEG of 60 x 40 stored pixels that is meant to be looked at as 40 x 60."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    return encoded("JPEG", draw(size=(60, 40)), exif=exif)


def box(kind: bytes, body: bytes = b"", size: int | None = None) -> bytes:
    return struct.pack(">I", 8 + len(body) if size is None else size) + kind + body


def mp4(brands: bytes = BRANDS, tracks: bytes | None = None) -> bytes:
    return box(b"ftyp", brands) + (movie() if tracks is None else tracks) + box(b"mdat", b"\0" * 64)


def webm(doc_type: bytes = b"webm", segment: bytes = b"\x84\0\0\0\0") -> bytes:
    header = b"\x42\x82" + bytes([0x80 | len(doc_type)]) + doc_type
    return (
        b"\x1a\x45\xdf\xa3" + bytes([0x80 | len(header)]) + header + b"\x18\x53\x80\x67" + segment
    )
