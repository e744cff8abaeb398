"""Read a PDF under limits: `python -I pdf_reading.py SECONDS`, the file on standard input.

A program of its own that knows nothing of the site: a file made for it keeps pypdf busy for hours
or fills the memory, and a thread cannot be stopped. It prints JSON: `pages`, and `locked`, `parts`
(how many there are, with `most`) or `acts` (the name of what the file would do).
"""

import json
import logging
import re
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import Any

from pypdf import PdfReader, overwrite_configuration
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

# A novel has some 10,000; each costs up to a tenth of a millisecond.
MAX_OBJECTS = 100_000
# Arrays in arrays: pages nest three or four deep.
MAX_DEPTH = 50
# A file of the largest size with the most objects needs a third.
MEMORY_BYTES = 1024**3
# Objects are packed by the hundred; these are no pictures.
MAX_PACKED_BYTES = 16 * 1024**2
ACTIONS = (
    "/Launch",
    "/ImportData",
    "/SubmitForm",
    "/Rendition",
    "/GoToE",
    "/GoToR",
    "/RichMediaExecute",
)
KEYS = ("/EF", "/EmbeddedFiles", "/RichMediaContent", "/XFA")
# Of two values of one key pypdf takes the first, some readers the last; what pypdf cannot read,
# others can. So the bytes are looked at, too.
SPACE = rb"(?:[\0\t\n\f\r ]|%[^\r\n]{0,200}[\r\n]){0,20}"
ACTING = re.compile(
    rb"(?:/S|\bobj)"
    + SPACE
    + rb"("
    + b"|".join(name.encode() for name in ACTIONS)
    + rb")(?![\w.-])"
)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def main(seconds: str) -> None:
    limit(int(seconds))
    # It tells of every slip in a file. Whoever uploads one is told what counts.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    print(json.dumps(read_facts(sys.stdin.buffer.read())))


def limit(seconds: int) -> None:
    """Take from this process what it does not need; some systems do not limit memory."""
    for number, value in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(number, (value, value))


def read_facts(data: bytes) -> dict[str, Any]:
    """Return what is told above. Raises whatever pypdf raises for bytes that are no PDF."""
    overwrite_configuration(zlib_maximum_output_length=MAX_PACKED_BYTES)
    reader = PdfReader(BytesIO(_lead_to_trailer(data)))
    if "/Encrypt" in reader.trailer:
        return {"locked": True}
    numbers = _numbers(reader)
    if len(numbers) > MAX_OBJECTS:
        return {"parts": len(numbers), "most": MAX_OBJECTS}
    acts = _find_written(data) or _find_active(reader, numbers)
    return {"acts": acts} if acts else {"pages": _count_pages(reader)}


def _lead_to_trailer(data: bytes) -> bytes:
    """Return the file with the line that readers do without: they look for the objects then."""
    has_trailer = b"trailer" in data and b"startxref" not in data
    return data + b"\nstartxref\n0\n%%EOF\n" if has_trailer else data


def _count_pages(reader: PdfReader) -> int:
    """Return the number of pages; raise ValueError for none of which the file says there are."""
    count = len(reader.pages)
    tree: Any = reader.root_object["/Pages"]
    if not count and tree["/Count"] != 0:
        raise ValueError("the pages are missing")
    return count


def _numbers(reader: PdfReader) -> list[tuple[int, int]]:
    """Return number and generation of every object that the file lists, used or not."""
    plain = {(number, g) for g, rows in reader.xref.items() for number in rows}
    packed = {(number, 0) for number in reader.xref_objStm}
    return sorted(plain | packed)


def _find_written(data: bytes) -> str:
    """Return the action that is written in these bytes, '' if there is none."""
    found = ACTING.search(ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), data))
    return found[1].decode() if found else ""


def _find_active(reader: PdfReader, numbers: list[tuple[int, int]]) -> str:
    """Return what the document would do; '' if it only lies there."""
    for number in {stream for stream, _place in reader.xref_objStm.values()}:
        stream: Any = reader.get_object(number)
        if found := _find_written(stream.get_data()):
            return found
    objects = (reader.get_object(IndirectObject(n, g, reader)) for n, g in numbers)
    for thing in (reader.trailer, *objects):
        # A kind of action may stand alone and be referred to.
        if isinstance(thing, NameObject) and thing in ACTIONS:
            return str(thing)
        for row in _dictionaries(thing):
            if found := _name_activity(row):
                return found
    return ""


def _dictionaries(thing: Any, depth: int = 0) -> Iterator[DictionaryObject]:
    """Yield the dictionaries within one object; what it refers to comes by itself."""
    if depth > MAX_DEPTH:
        raise ValueError("nested too deeply")
    if isinstance(thing, DictionaryObject):
        yield thing
        inner = [thing.raw_get(key) for key in thing]
    else:
        inner = list(thing) if isinstance(thing, ArrayObject) else []
    for value in inner:
        yield from _dictionaries(value, depth + 1)


def _name_activity(row: DictionaryObject) -> str:
    key = next((key for key in KEYS if key in row), "")
    kind = str(row.get("/S", ""))
    return key or (kind if kind in ACTIONS else "")


if __name__ == "__main__":
    main(*sys.argv[1:])
