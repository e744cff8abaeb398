"""The press kit as a Word document, to be edited: real headings, tables, alternative texts."""

from collections.abc import Callable
from typing import BinaryIO

from django.utils.translation import gettext

from press.kit import pdf
from press.kit.contents import KitContents
from press.kit.docx.document import draw_kit
from press.kit.docx.packing import pack

__all__ = ["VERSION", "write"]
# Steps with every change that shows in a kit; what is told, and in which order, is the PDF's.
VERSION = f"1/{pdf.VERSION}"


def write(contents: KitContents, target: BinaryIO, progress: Callable[[int, str], None]) -> None:
    """Write the kit. Equal contents give equal bytes."""
    progress(10, gettext("Collecting texts and pictures"))
    document = draw_kit(contents)
    progress(80, gettext("Setting the pages"))
    pack(document, target)
    progress(100, "")
