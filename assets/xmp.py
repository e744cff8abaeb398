"""XMP (ISO 16684-1): the few properties that name author, rights, words and people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as XML

# Adobe's programs write some kilobytes; more is a preview or a history of edits.
MAX_BYTES = 512 * 1024
NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "ext": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True)
class Xmp:
    """Texts as they stand there; alternatives by primary language, '' for x-default."""

    description: dict[str, str] = field(default_factory=dict)
    rights: dict[str, str] = field(default_factory=dict)
    creators: tuple[str, ...] = ()
    credit: str = ""
    created: str = ""
    people: tuple[str, ...] = ()


def parse(data: bytes | str) -> XML.Element | None:
    """Return the root, or None: no XMP has a document type, and only that expands anything."""
    if len(data) > MAX_BYTES:
        return None
    text = data if isinstance(data, str) else data.decode("utf-8", errors="replace")
    text = DECLARATION.sub("", text.strip("\0\ufeff \t\r\n"))
    if not text or "<!DOCTYPE" in text or "<!ENTITY" in text:
        return None
    try:
        return XML.fromstring(text)  # noqa: S314  # nosec B314  # no document type, no entities
    except (XML.ParseError, ValueError):
        return None


def read_xmp(data: bytes | str) -> Xmp:
    """Return what the packet says; an empty one for what is no XMP."""
    root = parse(data)
    if root is None:
        return Xmp()
    return Xmp(
        description=_alternatives(root, "dc:description"),
        rights=_alternatives(root, "dc:rights"),
        creators=tuple(_items(root, "dc:creator")),
        credit=_value(root, "photoshop:Credit"),
        created=_value(root, "photoshop:DateCreated")
        or _value(root, "exif:DateTimeOriginal")
        or _value(root, "xmp:CreateDate"),
        people=tuple(_items(root, "ext:PersonInImage")),
    )


def full_name(name: str) -> str:
    prefix, _colon, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def _value(root: XML.Element, name: str) -> str:
    """A simple property stands as an attribute of its description or as an element."""
    wanted = full_name(name)
    for description in root.iter(full_name("rdf:Description")):
        if description.get(wanted):
            return description.get(wanted, "")
        element = description.find(wanted)
        if element is not None and element.text and element.text.strip():
            return element.text.strip()
    return ""


def _list_items(root: XML.Element, name: str) -> Iterator[XML.Element]:
    for description in root.iter(full_name("rdf:Description")):
        for element in description.findall(full_name(name)):
            yield from element.iter(full_name("rdf:li"))


def _items(root: XML.Element, name: str) -> Iterator[str]:
    for item in _list_items(root, name):
        if item.text and item.text.strip():
            yield item.text.strip()


def _alternatives(root: XML.Element, name: str) -> dict[str, str]:
    """By primary language; the default is left out where a language says the same."""
    found: dict[str, str] = {}
    for item in _list_items(root, name):
        code = item.get(LANGUAGE, "").lower().split("-")[0]
        text = (item.text or "").strip()
        if text:
            found.setdefault("" if code in ("x", "") else code, text)
    default = found.get("", "")
    if default and default in [text for code, text in found.items() if code]:
        del found[""]
    return found
