"""The smallest file that is an MP4 with a picture by its boxes (ISO/IEC 14496-12)."""

import struct


def box(name: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", 8 + len(content)) + name + content


def movie(codec: bytes = b"avc1", kind: bytes = b"vide", seconds: int = 12) -> bytes:
    """Return a `moov` box with one track of 640 x 360; nothing in it can be decoded."""
    mvhd = box(b"mvhd", struct.pack(">IIIII", 0, 0, 0, 1000, seconds * 1000) + bytes(80))
    matrix = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    tkhd = box(b"tkhd", bytes(40) + matrix + struct.pack(">II", 640 << 16, 360 << 16))
    stsd = box(b"stsd", struct.pack(">II", 0, 1) + box(codec, bytes(78)))
    hdlr = box(b"hdlr", bytes(8) + kind + bytes(12))
    mdia = box(b"mdia", hdlr + box(b"minf", box(b"stbl", stsd)))
    return box(b"moov", mvhd + box(b"trak", tkhd + mdia))


def small_video(**facts: bytes) -> bytes:
    head = box(b"ftyp", b"isom\x00\x00\x02\x00isomiso2avc1mp41")
    return head + movie(**facts) + box(b"mdat", bytes(5000))
