"""A format of a few bytes: what the film is called, in each language of the kit."""

from press.kit import formats
from press.models import Kit

VERSION = "1"
FORMAT = Kit.Format.DOCX


def write(contents, target, progress):
    progress(50, "Writing titles")
    for edition in contents.editions:
        target.write(f"{edition.language}: {edition.film.title}\n".encode())


def offer(patch, module="tests.press.building.tiny"):
    """Let this module, or another, be the only format there is."""
    source = formats.Source(module, "docx", formats.WORD)
    patch.setattr(formats, "SOURCES", {FORMAT: source})
