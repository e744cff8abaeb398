"""The festival data sheet: every field of a submission form in the words of the film's record."""

from collections.abc import Callable
from typing import BinaryIO

from django.utils.translation import gettext

from press.kit.contents import KitContents

__all__ = ["VERSION", "write"]
# Steps with every change that shows in a kit.
VERSION = "2"


def write(contents: KitContents, target: BinaryIO, progress: Callable[[int, str], None]) -> None:
    """Write the sheet as a Word document. Equal contents give equal bytes."""
    # What writes Word takes a third of a second to load; pages that show the sheet do without.
    from press.kit.sheet.word import write_document

    progress(10, gettext("Setting the page"))
    write_document(contents, target)
    progress(100, "")
