"""Make the data sheet of each language from the contents of a kit."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from films.document import LIMITS
from films.sheet import FilmSheet
from films.sheet.words import show_date
from press.kit.contents import Edition, KitContents
from press.kit.plain import paragraphs_of
from press.kit.sheet.entries import DataSheet, Entry, Section, clean_line, name_language
from press.kit.sheet.facts import list_facts, say_runtime
from press.kit.sheet.people import list_contacts, list_credits, list_directors


def make_sheets(contents: KitContents) -> tuple[DataSheet, ...]:
    """Return one sheet for each language of the kit."""
    return tuple(make_data_sheet(contents, edition) for edition in contents.editions)


def make_data_sheet(contents: KitContents, edition: Edition) -> DataSheet:
    """Return the sheet of one language, in its words; what is not known leaves no trace."""
    film = edition.film
    with override(edition.language):
        sections = [
            _section("texts", _("Texts"), _texts(film)),
            _section("specification", pgettext("press kit", "Specification"), list_facts(film)),
            _section("director", pgettext("press kit", "About the director"),
                     list_directors(edition)),
            _section("credits", pgettext("press kit", "Cast and crew"), list_credits(film)),
            _section("contacts", pgettext("press kit", "Contacts"), list_contacts(edition)),
        ]  # fmt: skip
        day = show_date(contents.day, "day", edition.language)
        return DataSheet(
            language=edition.language,
            title=clean_line(film.title.value),
            line=_line(film),
            sections=tuple(section for section in sections if section.entries),
            house=clean_line(edition.house.name),
            press_url=edition.press_url,
            as_of=pgettext("press kit", "As of %(date)s") % {"date": day},
            is_draft=contents.is_draft,
        )


def _section(key: str, heading: str, entries: Iterable[Entry]) -> Section:
    return Section(key, heading, tuple(entry for entry in entries if entry))


def _texts(film: FilmSheet) -> list[Entry]:
    labels = (_("Logline"), _("Short synopsis"), _("Medium synopsis"), _("Long synopsis"))
    return [
        _text(film, name, label, limit)
        for (name, limit), label in zip(LIMITS.items(), labels, strict=True)
    ]


def _text(film: FilmSheet, name: str, label: str, limit: int) -> Entry:
    text = getattr(film, name)
    return Entry(
        name.replace("_", "-"),
        name_language(label, text, film.language),
        paragraphs_of(text.value),
        language=text.language if text.is_foreign else "",
        limit=limit,
        is_prose=True,
    )


def _line(film: FilmSheet) -> str:
    main = film.main_version
    countries = ", ".join(country.name for country in film.countries)
    parts = [film.category_label, str(film.year or ""), countries]
    parts.append(say_runtime(main) if main else "")
    return clean_line(" · ".join(part for part in parts if part))
