"""What the kit is, what lies in it, what may be done with it, whom to ask: one file for all."""

from collections.abc import Iterable, Sequence

from django.utils.translation import ngettext, override, pgettext

from films.sheet.words import show_date
from press.kit.contents import Edition, KitContents
from press.kit.plain import paragraphs_of
from press.kit.zip.packing import Writer
from press.kit.zip.texts import write_text
from press.kit.zip.wording import mark_draft, terms_of

README = "README.txt"
BREAK = "\n\n\n" + "-" * 72 + "\n\n\n"


def introduce(contents: KitContents, names: Sequence[str], lost: Sequence[str]) -> Writer:
    """Return the file, in every language of the kit. `lost` are the names of what is missing."""
    parts = (_introduce(contents, edition, names, lost) for edition in contents.editions)
    return write_text(BREAK.join(parts))


def _introduce(
    contents: KitContents, edition: Edition, names: Sequence[str], lost: Sequence[str]
) -> str:
    house = edition.house
    terms = paragraphs_of(house.terms.value) if house.terms else terms_of(edition)
    with override(edition.language):
        heading = pgettext("press kit", "%(title)s – press kit") % {
            "title": _one_line(edition.film.title.value)
        }
        as_of = pgettext("press kit", "As of %(date)s") % {
            "date": show_date(contents.day, "day", edition.language)
        }
        parts = [
            f"{heading}\n{'=' * len(heading)}\n{as_of}",
            _section(pgettext("press kit", "What is in it"), _list_folders(names)),
            _section(pgettext("press kit", "What is missing"), _name_lost(lost)),
            _section(pgettext("press kit", "Terms of use"), terms),
            _section(pgettext("press kit", "Contacts"), "\n".join(_contacts(edition))),
            _section(pgettext("press kit", "All of this online, up to date"), edition.press_url),
        ]
    return mark_draft(contents, edition, "\n\n".join(part for part in parts if part))


def _section(heading: str, text: str) -> str:
    return f"{heading}\n{'-' * len(heading)}\n{text}" if text else ""


def _list_folders(names: Iterable[str]) -> str:
    told = {
        "texts": pgettext("press kit", "the press kit as a document, and every text to copy"),
        "stills": pgettext("press kit", "stills from the film"),
        "director": pgettext("press kit", "portraits of the director"),
        "posters": pgettext("press kit", "posters, for print and for the web"),
        "title-art": pgettext("press kit", "the title as artwork, transparent where it can be"),
        "logos": pgettext("press kit", "logos of the companies, in the order to be kept"),
        "trailer": pgettext("press kit", "trailers"),
    }
    folders = {name.partition("/")[0] for name in names}
    lines = [f"{name + '/':<14}{words}" for name, words in told.items() if name in folders]
    tables = pgettext("press kit", "captions and credits of all pictures; each carries its own too")
    return "\n".join([*lines, f"{'captions.*':<14}{tables}"])


def _name_lost(lost: Sequence[str]) -> str:
    if not lost:
        return ""
    told = ngettext(
        "This file could not be added. Please ask us for it:",
        "These files could not be added. Please ask us for them:",
        len(lost),
    )
    return "\n".join([told, *(f"- {name}" for name in lost)])


def _contacts(edition: Edition) -> list[str]:
    house = edition.house
    people = [
        f"{function.label}: " + _joined(company.name, company.email, company.phone)
        for function in edition.film.contacts for company in function.companies
    ]  # fmt: skip
    return [*people, own] if (own := _joined(house.name, house.email, house.phone)) else people


def _joined(*parts: str) -> str:
    return " · ".join(_one_line(part) for part in parts if part)


def _one_line(text: str) -> str:
    return " ".join(text.split())
