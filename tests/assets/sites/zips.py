"""ZIPs of old sites, sound and made to do harm, byte by byte where Python would not write them."""

import io
import struct
import zipfile
from collections.abc import Mapping

INDEX = b"<!doctype html><title>The ferry</title><p>All aboard."


def make_zip(files: Mapping[str, bytes] | None = None, comment: bytes = b"") -> bytes:
    """Return an ordinary ZIP; without files one with a start page."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (files if files is not None else {"index.html": INDEX}).items():
            archive.writestr(name, data)
        archive.comment = comment
    return buffer.getvalue()


def make_odd_zip(name: str, data: bytes = b"x", mode: int = 0o100644, system: int = 3) -> bytes:
    """Return a ZIP with a start page and one member of any name and mode."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.html", INDEX)
        info = zipfile.ZipInfo("x")
        info.filename = name
        info.create_system, info.external_attr = system, mode << 16
        archive.writestr(info, data)
    return buffer.getvalue()


def many_files(count: int) -> bytes:
    """Return a ZIP of so many empty pages, and a start page."""
    return make_zip({"index.html": INDEX, **{f"p{n}.html": b"" for n in range(count - 1)}})


def change_entry(data: bytes, offset: int, form: str, value: int) -> bytes:
    """Return the ZIP with one number of its directory's first entry changed (APPNOTE 4.3.12)."""
    changed = bytearray(data)
    struct.pack_into(form, changed, data.index(b"PK\1\2") + offset, value)
    return bytes(changed)
