"""One ZIP with the same bytes on every day: python-docx writes today's date into each entry."""

from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.document import Document

# The earliest day that ZIP knows.
DAY = (1980, 1, 1, 0, 0, 0)
# Where readers look first (ECMA-376-2, 9.3.7).
FIRST = ("[Content_Types].xml", "_rels/.rels")
PACKED = (".jpg", ".jpeg", ".png")


def pack(document: Document, target: BinaryIO) -> None:
    """Write the document with its parts in the order of their names."""
    document.save(made := BytesIO())
    with ZipFile(made) as source, ZipFile(target, "w") as archive:
        for name in sorted(source.namelist(), key=lambda name: (name not in FIRST, name)):
            info = ZipInfo(name, DAY)
            info.compress_type = ZIP_STORED if name.endswith(PACKED) else ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, source.read(name))
