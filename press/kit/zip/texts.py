"""Texts of the kit, each in a file of its own, and the kit as a document to be printed."""

import shutil
from collections.abc import Callable
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO, cast

from django.utils.translation import override, pgettext

from press.kit.contents import Edition, KitContents
from press.kit.formats import FORMATS
from press.kit.names import file_name
from press.kit.zip.wording import paragraphs_of, terms_of
from press.models import Kit

Writer = Callable[[IO[bytes]], Any]
# From the shortest on; then what the press asks for besides.
NAMES = (
    "logline", "synopsis_short", "synopsis_medium", "synopsis_long", "press_note",
    "directors_statement", "production_notes", "interview",
)  # fmt: skip
DOCUMENTS = (Kit.Format.PDF, Kit.Format.DOCX)


def list_texts(contents: KitContents) -> dict[str, Writer]:
    """Return the files; a text that an edition has only in another language is none of its own."""
    files: dict[str, Writer] = {}
    for edition in contents.editions:
        code = edition.language.lower()
        for field in NAMES:
            text = getattr(edition.film, field)
            if text and not text.is_foreign:
                name = f"texts/{contents.key}_{field.replace('_', '-')}_{code}.txt"
                told = _marked(contents, edition, paragraphs_of(text.value))
                files[name] = _writer(told)
        files[f"README_{code}.txt"] = _writer(_introduce(contents, edition))
    for format in DOCUMENTS:
        if format in FORMATS:
            files[f"texts/{file_name(contents, format)}"] = _document(contents, format)
    return files


def _document(contents: KitContents, format: Kit.Format) -> Writer:
    def write(target: IO[bytes]) -> None:
        with TemporaryFile() as file:
            FORMATS[format].write(contents, cast(BinaryIO, file), lambda percent, step: None)
            file.seek(0)
            shutil.copyfileobj(file, target)

    return write


def _writer(text: str) -> Writer:
    return lambda target: target.write(f"{text}\n".encode("utf-8", "replace"))


def _marked(contents: KitContents, edition: Edition, text: str) -> str:
    if not contents.is_draft:
        return text
    with override(edition.language):
        return pgettext("press kit", "Draft, not for publication") + "\n\n" + text


def _introduce(contents: KitContents, edition: Edition) -> str:
    """Return what the kit is, whom to ask, and what may be done with it."""
    house = edition.house
    title = edition.film.title.value
    terms = paragraphs_of(house.terms.value) if house.terms else terms_of(edition)
    people = [
        " · ".join(part for part in (c.name, c.email, c.phone) if part)
        for function in edition.film.contacts for c in function.companies
    ]  # fmt: skip
    own = " · ".join(part for part in (house.name, house.email, house.phone) if part)
    with override(edition.language):
        parts = [
            pgettext("press kit", "%(title)s – press kit") % {"title": title},
            pgettext("press kit", "Terms of use") + "\n" + terms,
            pgettext(
                "press kit",
                "Captions and credits of all pictures stand in captions.xlsx and captions.csv, "
                "and in the pictures themselves.",
            ),
            pgettext("press kit", "Contacts") + "\n" + "\n".join([*people, own]),
            edition.press_url,
        ]
    return _marked(contents, edition, "\n\n".join(parts))
