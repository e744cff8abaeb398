"""Small PDFs for tests: good ones and such as must stay outside."""

import io
import zlib

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)


def pdf_bytes(change=None, pages=1, title="Press book") -> bytes:
    """Return a PDF; `change` gets the writer before it is written."""
    writer = PdfWriter()
    for _number in range(pages):
        writer.add_blank_page(200, 300)
    writer.add_metadata({"/Title": title})
    if change:
        change(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def action(kind: str, **facts) -> DictionaryObject:
    rows = {NameObject("/S"): NameObject(kind)}
    return DictionaryObject(rows | {NameObject(f"/{k}"): v for k, v in facts.items()})


def opens_with(kind: str, **facts):
    """Return a change that starts an action when the document is opened."""

    def change(writer):
        writer.root_object[NameObject("/OpenAction")] = action(kind, **facts)

    return change


def links_to(kind: str, **facts):
    """Return a change that puts an action on a field of the first page."""

    def change(writer):
        annotation = DictionaryObject(
            {
                NameObject("/Subtype"): NameObject("/Link"),
                NameObject("/Rect"): ArrayObject([NumberObject(n) for n in (0, 0, 50, 50)]),
                NameObject("/A"): action(kind, **facts),
            }
        )
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(annotation)])

    return change


def runs_script(writer) -> None:
    """Name a script, as readers run it when the document is opened."""
    script = writer._add_object(action("/JavaScript", JS=TextStringObject("app.alert(1)")))
    names = {NameObject("/Names"): ArrayObject([TextStringObject("one"), script])}
    tree = {NameObject("/JavaScript"): DictionaryObject(names)}
    writer.root_object[NameObject("/Names")] = DictionaryObject(tree)


def carries_file(writer) -> None:
    writer.add_attachment("notes.exe", b"MZ")


def has_form_program(writer) -> None:
    form = {NameObject("/XFA"): TextStringObject("<xdp/>")}
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(form)


def is_locked(writer) -> None:
    writer.encrypt("", "owner", algorithm="RC4-128")


def packed_pdf(catalogue: bytes) -> bytes:
    """Return a PDF whose objects are compressed into one stream; `catalogue` adds to the first."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R" + catalogue + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    ]
    places = [sum(len(o) + 1 for o in objects[:n]) for n in range(len(objects))]
    index = b" ".join(b"%d %d" % (n + 1, place) for n, place in enumerate(places)) + b" "
    packed = zlib.compress(index + b"\n".join(objects))
    stream = b"4 0 obj\n<</Type/ObjStm/N 3/First %d/Filter/FlateDecode/Length %d>>stream\n" % (
        len(index),
        len(packed),
    )
    head = b"%PDF-1.7\n"
    body = head + stream + packed + b"\nendstream\nendobj\n"
    rows = [(0, 0, 0), (2, 4, 0), (2, 4, 1), (2, 4, 2), (1, len(head), 0), (1, len(body), 0)]
    table = b"".join(bytes([kind, *place.to_bytes(2), at]) for kind, place, at in rows)
    facts = b"<</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Length %d>>stream\n" % len(table)
    table = b"5 0 obj\n" + facts + table + b"\nendstream\nendobj\n"
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)
