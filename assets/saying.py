"""A picture's words as XMP (ISO 16684-1) and as IPTC-IIM 4.2, for programs old and new.

All words are somebody's input: invisible characters go, markup is text, and what would not fit into
one segment of a JPEG is cut.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from assets.metadata import BYLINE, CAPTION, CHARSET, CREDIT, RIGHTS, UTF_8, tidy
from assets.xmp import NAMES

# A segment has 65535 bytes with its length; the name of the standard stands in front.
MAX_PACKET = 65_000
# Characters of one text, halved until all of them fit.
MAX_TEXT = 4000
RIGHTS_NAME = "http://ns.adobe.com/xap/1.0/rights/"
VERSION, TITLE, INSTRUCTIONS = (2, 0), (2, 5), (2, 40)
# Bytes, IPTC-IIM 4.2, chapter 6.
LONGEST = {TITLE: 64, INSTRUCTIONS: 256, BYLINE: 32, CREDIT: 32, RIGHTS: 128, CAPTION: 2000}


@dataclass(frozen=True)
class Description:
    """What a file says of itself. Texts by language; the first language leads."""

    title: str = ""
    captions: Mapping[str, str] = field(default_factory=dict)
    credit: str = ""
    creator: str = ""
    rights: Mapping[str, str] = field(default_factory=dict)
    usage_terms: Mapping[str, str] = field(default_factory=dict)


def make_xmp(words: Description) -> bytes:
    """Return the packet, never more than `MAX_PACKET` bytes."""
    limit = MAX_TEXT
    while len(packet := _packet(words, limit).encode()) > MAX_PACKET and limit > 1:
        limit //= 2
    return packet if len(packet) <= MAX_PACKET else _packet(Description(), 1).encode()


def _packet(words: Description, limit: int) -> str:
    named = {prefix: NAMES[prefix] for prefix in ("rdf", "dc", "photoshop")}
    names = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in named.items())
    credit, creator = tidy(words.credit, limit), tidy(words.creator, limit)
    properties = (
        _alternatives("dc:title", {"": words.title}, limit),
        _alternatives("dc:description", words.captions, limit),
        _alternatives("dc:rights", words.rights, limit),
        _alternatives("xmpRights:UsageTerms", words.usage_terms, limit),
        f"<dc:creator><rdf:Seq><rdf:li>{escape(creator)}</rdf:li></rdf:Seq></dc:creator>"
        if creator
        else "",
        f"<photoshop:Credit>{escape(credit)}</photoshop:Credit>" if credit else "",
        "<xmpRights:Marked>True</xmpRights:Marked>" if any(words.rights.values()) else "",
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF{names} xmlns:xmpRights="{RIGHTS_NAME}"><rdf:Description rdf:about="">'
        f'{"".join(properties)}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )


def _alternatives(name: str, texts: Mapping[str, str], limit: int) -> str:
    told = {code: text for code, raw in texts.items() if (text := tidy(raw, limit))}
    if not told:
        return ""
    leading = next(iter(told.values()))
    items = [("x-default", leading), *((code, text) for code, text in told.items() if code)]
    listed = "".join(
        f"<rdf:li xml:lang={quoteattr(code)}>{escape(text)}</rdf:li>" for code, text in items
    )
    return f"<{name}><rdf:Alt>{listed}</rdf:Alt></{name}>"


def make_iptc(words: Description) -> bytes:
    """Return the resource of Photoshop with the words in the leading language.

    Names and notices longer than the standard allows are cut here; the packet has them whole.
    """
    texts = {
        TITLE: words.title,
        INSTRUCTIONS: _leading(words.usage_terms),
        BYLINE: words.creator,
        CREDIT: words.credit,
        RIGHTS: _leading(words.rights),
        CAPTION: _leading(words.captions),
    }
    sets = _data_set(CHARSET, UTF_8) + _data_set(VERSION, b"\0\4")
    for tag, text in texts.items():
        value = tidy(text, MAX_TEXT).encode()[: LONGEST[tag]].decode(errors="ignore").encode()
        sets += _data_set(tag, value) if value else b""
    head = b"Photoshop 3.0\x008BIM" + struct.pack(">HHI", 0x0404, 0, len(sets))
    return head + sets + bytes(len(sets) % 2)


def _leading(texts: Mapping[str, str]) -> str:
    return next((text for text in texts.values() if text), "")


def _data_set(tag: tuple[int, int], value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, *tag, len(value)) + value
