"""Files that editors upload: pictures, videos, PDFs, ZIPs of old sites."""

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from random import Random

from django.core.files.storage import InMemoryStorage
from PIL import Image as Pillow
from PIL import ImageDraw

from assets import accepting, making, metadata, pdf, pdf_reading
from assets.containers import Broken
from assets.refusing import Refused
from assets.sites.accepting import accept_site
from assets.tones import find_tone
from assets.video import bare
from tests.assets import pdfs
from tests.assets.drawing import draw, encoded, png_chunk, profile_bomb
from tests.assets.sites.zips import make_odd_zip, make_zip
from tests.bad_input.video import box, small_video
from tests.fuzz.mutating import mutate
from tests.fuzz.target import Target

NAMES = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp", "AVIF": "a.avif", "GIF": "a.gif"}
SIGNS = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"....ftypavi", b"GIF8")
EXIF = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
XMP = (b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-"
       b"syntax-ns#'><rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' dc:rights='Ada'/>"
       b"</rdf:RDF></x:xmpmeta>")  # fmt: skip


def pictures() -> list[bytes]:
    """Return one small picture of each kind and mode, some with what cameras write into them."""
    small = draw(size=(120, 90))
    made = [encoded(kind, small) for kind in ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "TIFF")]
    made += [encoded("PNG", small.convert(mode)) for mode in ("P", "LA", "I;16", "1", "RGBA")]
    made += [encoded("JPEG", small.convert(mode)) for mode in ("L", "CMYK")]
    made.append(encoded("JPEG", small, exif=EXIF, xmp=XMP, progressive=True))
    made.append(encoded("WEBP", small, exif=EXIF[6:], xmp=XMP, lossless=True))
    two = small.copy()
    ImageDraw.Draw(two).ellipse((0, 0, 50, 50), fill="blue")
    made.append(encoded("GIF", small, save_all=True, append_images=[two]))
    made.append(encoded("MPO", small, save_all=True, append_images=[two]))
    return made


PICTURE_WORDS = (
    b"\xff\xd8", b"\xff\xd9", b"\xff\xda", b"\xff\xe1", b"\xff\xc0", b"\xff\xc2", b"\xff\xdd",
    b"IHDR", b"IDAT", b"IEND", b"acTL", b"tRNS", b"PLTE", b"VP8X", b"VP8L", b"VP8 ", b"ANIM",
    b"ftyp",
    b"ispe", b"iloc", b"mdat", b"irot", b"II*\0", b"Exif\0\0", b"<?php", b"PK\x03\x04", b"GIF89a",
    b"\x3b",
    profile_bomb(), png_chunk(b"zTXt", b"a\0\0" + b"x" * 50), png_chunk(b"iTXt",
    b"XML:com.adobe.xmp\0"),
)  # fmt: skip


def check_picture(case: bytes) -> str:
    """What was accepted can be shown, and what is shown has nothing of what was written in it."""
    kind = next((kind for kind, sign in zip(NAMES, SIGNS, strict=True)
                 if re.match(re.escape(sign).replace(b"\\.", b"."), case, re.DOTALL)),
                 "JPEG")  # fmt: skip
    metadata.read_words(case)
    try:
        accepted = accepting.accept_image(case, NAMES[kind])
    except Refused:
        return ""
    storage = InMemoryStorage()
    made = [making.make_base(accepted, storage)]
    if max(accepted.width, accepted.height) < 400:
        made += making.make_renditions(accepted.sha256, accepted.data, storage)
    for name in made:
        data = storage.open(name).read()
        shown = Pillow.open(io.BytesIO(data))
        if shown.format not in ("JPEG", "WEBP", "AVIF"):
            return f"shown as {shown.format}"
        if shown.getexif() or b"<?php" in data or b"PK\x03\x04" in data or b"xmpmeta" in data:
            return "bytes of the upload are shown"
        find_tone(shown)
    return ""


WEBM = (b"\x1a\x45\xdf\xa3\x8b\x42\x82\x84webm\x42\x87\x81\x04"
        b"\x18\x53\x80\x67\xa0\x15\x49\xa9\x66\x8e\x2a\xd7\xb1\x83\x0f\x42\x40\x44\x89\x84\x46\x40\xe6\x00"
        b"\x16\x54\xae\x6b\x8d\xae\x8b\xd7\x81\x01\x83\x81\x01\x86\x85V_VP8")  # fmt: skip


def videos() -> list[bytes]:
    place = box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+59.4370+024.7536/"))
    film = small_video()
    fragments = box(b"moof", box(b"traf", box(b"tfhd", bytes(8)))) + box(b"sidx", bytes(24))
    return [film, film + place, small_video(kind=b"soun", codec=b"mp4a"), film + fragments, WEBM,
            film.replace(b"moov", b"free", 1) + film[28:]]  # fmt: skip


VIDEO_WORDS = (
    *b"ftyp moov trak mdia minf stbl stsd hdlr mvhd tkhd mdhd mdat free skip udta meta uuid edts "
    b"elst avc1 hev1 mp4a vide soun isom moof traf dref rmra".split(),
    b"\0\0\0\x01moov", b"\0\0\0\0mdat", b"\0\0\0\x08free" * 50, b"\x1a\x45\xdf\xa3", b"\x42\x82",
     b"\x01\xff\xff\xff\xff\xff\xff\xff", b"\x18\x53\x80\x67", b"matroska", b"#EXTM3U")  # fmt: skip


def check_video(case: bytes) -> str:
    """What was accepted has a copy without what the camera wrote, as long, the same by pieces."""
    is_webm = case.startswith(b"\x1a\x45\xdf\xa3")
    try:
        accepted = accepting.accept_video(io.BytesIO(case), "a.webm" if is_webm else "a.mp4")
    except Refused:
        return ""
    if not accepted.facts.is_playable:
        return ""
    try:
        whole = io.BufferedReader(bare.BareVideo(io.BytesIO(case))).read()
    except Broken:
        return "" if is_webm else "accepted, and no copy can be made"
    if len(whole) != len(case):
        return "the copy has another length"
    if not is_webm and any(whole[start:end].strip(b"\0") for start, end in told_by_camera(case)):
        return "the copy has what the camera wrote"
    pieces = io.BufferedReader(bare.BareVideo(io.BytesIO(case)), buffer_size=7)
    if b"".join(iter(lambda: pieces.read(5), b"")) != whole:
        return "the copy differs by how it is read"
    again = io.BufferedReader(bare.BareVideo(io.BytesIO(whole))).read()
    return "" if again == whole else "a copy of the copy is another one"


def told_by_camera(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the outermost boxes of places, names and dates begin and end (ISO 14496-12)."""
    at = 0
    while at + 8 <= len(data):
        size, start = int.from_bytes(data[at : at + 4]), at + 8
        if size == 1:
            size, start = int.from_bytes(data[at + 8 : at + 16]), at + 16
        end = at + size if size else len(data)
        if end < start or end > len(data):
            return
        if data[at + 4 : at + 8] in (b"udta", b"meta", b"uuid"):
            yield start, end
        at = end


def documents() -> list[bytes]:
    return [
        pdfs.pdf_bytes(), pdfs.pdf_bytes(pages=3), pdfs.packed_pdf(b""),
        pdfs.packed_pdf(b"/OpenAction<</S/Launch/F(x)>>"), pdfs.pdf_bytes(pdfs.runs_script),
        pdfs.pdf_bytes(pdfs.carries_file), pdfs.pdf_bytes(pdfs.opens_with("/URI")),
        pdfs.pdf_bytes(pdfs.links_to("/GoToR")), pdfs.pdf_bytes(pdfs.is_locked),
    ]  # fmt: skip


PDF_WORDS = (
    b"/S/Launch", b"/S /JavaScript", b"/#4aavaScript", b"/S/GoToE", b"/EF 1 0 R", b"/XFA[]",
    b"/Prev 0", b"endobj", b"endstream", b"stream\n", b"trailer", b"startxref", b"xref", b"<<",
    b">>", b"[", b"]", b"(", b"\\", b"1 0 R", b"99 0 obj", b"/Kids[2 0 R]", b"/Parent 2 0 R",
    b"/Length", b"/Filter/FlateDecode", b"/Encrypt 1 0 R", b"%", b"%%EOF", b"/Root",
    b"/Size 9999999", b"/Type/ObjStm/N 99", b"/W[1 2 9]",
)  # fmt: skip
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def check_document(case: bytes) -> str:
    """Accepted is what has pages and does nothing that can be seen in its bytes.

    One of sixteen goes the whole way, to a process of its own; the others read in this one.
    """
    if len(case) % 16 == 0:
        try:
            pages = pdf.accept_document(case, "a.pdf").pages
        except Refused:
            return ""
    elif (pages := _pages_of(case)) is None:
        return ""
    if pages < 1:
        return "accepted without pages"
    plain = ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), case)
    return "an action is written in it" if pdf_reading.ACTING.search(plain) else ""


def _pages_of(case: bytes) -> int | None:
    try:
        facts = pdf_reading.read_facts(case)
    except Exception:  # twenty kinds: the door refuses them all
        return None
    return None if {"locked", "parts", "acts"} & {*facts} else int(facts["pages"])


METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
NAME_PIECES = ("a", "b/", "..", "/", "\\", ".html", ".css", ".png", "ä", "a\u0308", " ", ".",
"C:", "CON",
               "\u202e", "\0", "x" * 250, "__MACOSX/", ".DS_Store", "INDEX.HTML", "%2e%2e/", "?",
               "#",
               "de/", ".php", ".htaccess", "\U0001f3ac", "\ud800".encode("utf-8",
               "replace").decode())  # fmt: skip
CONTENTS = (
    b"", b"<!doctype html><p>x", b"<?php echo 1;", b"MZ", b"PK\3\4", b"0" * 300_000, b"p{}",
    b"\x7fELF", b"<svg onload=alert(1)>", b"\xff\xfe<\0s\0",
)  # fmt: skip


def sites() -> list[bytes]:
    page = b"<!doctype html><title>The ferry</title><p>All aboard."
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as stored:
        stored.writestr("site/index.html", page)
        stored.writestr("site/still.png", encoded("PNG"))
    return [
        make_zip(), make_zip({"index.html": page, "css/a.css": b"p{}", "ä.html": page}, b"remark"),
        buffer.getvalue(), make_odd_zip("../x.html"), make_odd_zip("a.html", mode=0o120777),
    ]  # fmt: skip


ZIP_WORDS = (
    b"PK\x03\x04", b"PK\1\2", b"PK\5\6", b"PK\6\6", b"PK\6\7", b"PK\7\x08", b"../", b"/", b"\\",
    b"C:", b"\0", b"index.html", b"INDEX.HTML", b".htaccess", b".php", b"\x01\0\x1c\0", b"up",
    b"\xff\xff\xff\xff", b"\xff\xff", b"\x50\x4b", b"index.html/", b"MZ", b".",
)  # fmt: skip


def make_archive(dice: Random) -> bytes:
    """Return a ZIP of any names, as sound as Python writes it, or with a few wounds."""
    if dice.random() < 0.3:
        return mutate(dice, sites(), ZIP_WORDS)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", dice.choice(METHODS)) as archive:
        for name in ["index.html", *(_a_name(dice) for _number in range(dice.randrange(5)))]:
            info = zipfile.ZipInfo("x")
            info.filename = name
            info.create_system = dice.choice((0, 3, 3, 10))
            info.external_attr = dice.choice((0, 0o100644 << 16, 0o120777 << 16, 0x10, 0o644 << 16))
            info.compress_type = dice.choice(METHODS)
            info.extra = dice.choice((b"", b"", b"\1\0\x08\0" + b"\xff" * 8, b"up\1\0x"))
            archive.writestr(info, dice.choice(CONTENTS))
    data = buffer.getvalue()
    return mutate(dice, [data], ZIP_WORDS) if dice.random() < 0.4 else data


def _a_name(dice: Random) -> str:
    return "".join(dice.choice(NAME_PIECES) for _number in range(dice.randint(1, 6)))


def check_site(case: bytes) -> str:
    """What was accepted is a sound ZIP of our own, and no name in it leads anywhere else."""
    try:
        accepted = accept_site(case, "site.zip")
    except Refused:
        return ""
    with accepted.file as file, zipfile.ZipFile(file) as kept:
        if kept.testzip() is not None or len(kept.namelist()) != accepted.count:
            return "what was kept is damaged"
        for name in kept.namelist():
            path = PurePosixPath(name)
            if path.is_absolute() or {"..", ""} & {*path.parts} or "\\" in name or "\0" in name:
                return f"a name that leads out\n{name!r}"
        with tempfile.TemporaryDirectory() as folder:
            kept.extractall(folder)
    return ""


FILES = (
    Target("picture", check_picture, pictures, PICTURE_WORDS),
    Target("video", check_video, videos, VIDEO_WORDS),
    # It stops by itself, a process of its own, after half a minute or a gigabyte.
    Target("pdf", check_document, documents, PDF_WORDS, seconds=31, megabytes=1024),
    Target("zip", check_site, make=make_archive),
)
