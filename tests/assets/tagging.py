"""Pictures that say who took them and where: written by hand, tag by tag."""

import struct

from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from tests.assets.drawing import draw, encoded

GPS = {1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 30.0)}
XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
  xmlns:exif="http://ns.adobe.com/exif/1.0/"
  xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
  photoshop:Credit="Nord Film / Ada Lindqvist" photoshop:DateCreated="2011-05-04T10:11:12"
  exif:GPSLatitude="52,31.2N">
{properties}
<exif:GPSLongitude>13,24.5E</exif:GPSLongitude>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
CREATOR = "<dc:creator><rdf:Seq><rdf:li>Ada Lindqvist</rdf:li></rdf:Seq></dc:creator>"
RIGHTS = """<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2011 Nord Film</rdf:li></rdf:Alt>
</dc:rights>"""
PEOPLE = """<Iptc4xmpExt:PersonInImage><rdf:Bag>
<rdf:li>Boris Berg</rdf:li><rdf:li>Carla Çelik</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>"""


def captions(**by_language: str) -> str:
    items = "".join(
        f'<rdf:li xml:lang="{code.replace("_", "-")}">{text}</rdf:li>'
        for code, text in by_language.items()
    )
    return f"<dc:description><rdf:Alt>{items}</rdf:Alt></dc:description>"


def packet(*properties: str) -> bytes:
    return XMP.replace("{properties}", "".join(properties)).encode()


def iptc(records: dict[tuple[int, int], bytes]) -> bytes:
    """IPTC-IIM data sets in a resource of Photoshop, as a segment of a JPEG."""
    sets = b"".join(
        struct.pack(">BBBH", 0x1C, record, number, len(value)) + value
        for (record, number), value in records.items()
    )
    resource = b"8BIM" + struct.pack(">H", 0x0404) + b"\0\0" + struct.pack(">I", len(sets)) + sets
    body = b"Photoshop 3.0\0" + resource + b"\0" * (len(sets) % 2)
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def with_iptc(records: dict[tuple[int, int], bytes], data: bytes | None = None) -> bytes:
    data = data or encoded("JPEG")
    return data[:2] + iptc(records) + data[2:]


def exif(maker_note: bytes = b"", **texts: str) -> Image.Exif:
    """EXIF with a position and, by the names of the standard, texts."""
    made = Image.Exif()
    made[ExifTags.Base.Make] = b"Nordkamera"
    for name, text in texts.items():
        made[ExifTags.Base[name]] = text.encode()  # not ASCII, as the standard wants it
    if maker_note:
        made.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.MakerNote] = maker_note
    made.get_ifd(ExifTags.IFD.GPSInfo).update(GPS)
    return made


def photo(kind: str = "JPEG", size: tuple[int, int] = (64, 48), **texts: str) -> bytes:
    """A picture with captions in two languages, author, rights, people and a position."""
    words = packet(captions(en="The last ferry", de="Die letzte Fähre"), CREATOR, RIGHTS, PEOPLE)
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", words.decode())
    packed = {"pnginfo": info} if kind == "PNG" else {"xmp": words}
    return encoded(kind, draw(size=size), exif=exif(**texts), **packed)


# What a camera and a program for pictures note beside the words.
PRIVATE = (b"GPS", b"Nordkamera", b"SN-4711-0815", b"LENS-2342", b"Kiel, Holtenau", b"C:/Users/Ada")


def private_photo(kind: str = "JPEG", size: tuple[int, int] = (64, 48)) -> bytes:
    """A picture with position, camera, serial numbers, maker's note and thumbnail."""
    made = exif(maker_note=b"Panasonic\0Kiel, Holtenau")
    camera = made.get_ifd(ExifTags.IFD.Exif)
    camera[ExifTags.Base.BodySerialNumber] = "SN-4711-0815"
    camera[ExifTags.Base.LensSerialNumber] = "LENS-2342"
    packed = made.tobytes()
    data = encoded(kind, draw(size=size), exif=packed, xmp=packet(), comment=b"C:/Users/Ada")
    if kind != "JPEG":
        return data
    thumbnail = encoded("JPEG", draw(size=(8, 6)))
    edits = b"Photoshop 3.0\x008BIM" + struct.pack(">HHI", 0x040C, 0, len(thumbnail)) + thumbnail
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(edits) + 2) + edits + data[2:]
