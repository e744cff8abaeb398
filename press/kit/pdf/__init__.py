"""The full press kit as PDF."""

from collections.abc import Callable
from typing import BinaryIO

from django.utils.translation import gettext

from press.kit.contents import KitContents
from press.kit.pdf.compiling import NotSet, compile_pdf
from press.kit.pdf.setting import set_kit

__all__ = ["VERSION", "NotSet", "write"]
# Steps with every change that shows in a kit.
VERSION = "2"


def write(contents: KitContents, target: BinaryIO, progress: Callable[[int, str], None]) -> None:
    """Write the kit. Equal contents give equal bytes. Raises `NotSet`."""
    progress(10, gettext("Collecting texts and pictures"))
    data, pictures = set_kit(contents)
    progress(50, gettext("Setting the pages"))
    target.write(compile_pdf("kit.typ", data, pictures, contents.as_of))
    progress(100, "")
