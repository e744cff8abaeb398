"""Who made the film, and whom a festival writes to."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from films.choices import CompanyFunction
from films.sheet import FilmSheet
from films.sheet.objects import CompanySheet, NameSheet
from films.sheet.profiles import ProfileSheet
from press.contacts import make_contacts
from press.kit.contents import Edition, Work
from press.kit.plain import paragraphs_of
from press.kit.sheet.entries import Entry, clean_line, join_lines, name_language

# Heads of departments; who works for them stands in the press kit.
HEADS = (
    "screenplay", "co_screenplay", "story", "literary_source", "producer", "co_producer",
    "executive_producer", "line_producer", "commissioning_editor", "cinematography", "editing",
    "music", "original_music", "sound", "sound_design", "sound_mix", "production_design",
    "costume_design", "makeup", "casting", "children_casting", "visual_effects_supervisor",
    "animation",
)  # fmt: skip
MOST_CAST, MOST_WORKS = 10, 10
PRODUCING = (CompanyFunction.PRODUCTION, CompanyFunction.CO_PRODUCTION)


def list_directors(edition: Edition) -> Iterator[Entry]:
    """Yield biography and filmography of each director."""
    for number, director in enumerate(edition.directors, start=1):
        yield _biography(director, number, edition.language)
        works = edition.filmographies.get(director.uuid, ())
        label = _("Filmography: %(name)s") % {"name": director.name}
        lines = [_say_work(work) for work in works[:MOST_WORKS]]
        yield Entry(f"filmography-{number}", clean_line(label), join_lines(lines))


def _biography(director: ProfileSheet, number: int, language: str) -> Entry:
    text = director.short_biography or director.biography
    label = _("Biography: %(name)s") % {"name": director.name}
    return Entry(
        f"biography-{number}",
        clean_line(name_language(label, text, language)),
        paragraphs_of(text.value),
        language=text.language if text.is_foreign else "",
        is_prose=True,
    )


def _say_work(work: Work) -> str:
    title = f"{work.year or ''} {work.title}".strip()
    return f"{title} ({', '.join(work.done)})" if work.done else title


def list_credits(film: FilmSheet) -> Iterator[Entry]:
    """Yield the cast, then the heads of the departments."""
    cast = [name for name in film.cast if not name.is_uncredited]
    leads = [name for name in cast if name.is_lead] or cast
    lines = [_say_part(name) for name in leads[:MOST_CAST]]
    yield Entry("cast", pgettext("press kit", "Cast"), join_lines(lines))
    for role in film.crew:
        if role.key in HEADS:
            yield Entry(f"crew-{role.key}", clean_line(role.label), _names(role.names))


def _say_part(name: NameSheet) -> str:
    part = name.character.plain
    return f"{name.shown_name} ({part})" if part else name.shown_name


def _names(names: Iterable[NameSheet]) -> str:
    shown = [name.shown_name for name in names if not name.is_uncredited]
    return clean_line(", ".join(dict.fromkeys(shown)))


def list_contacts(edition: Edition) -> Iterator[Entry]:
    """Yield who produced the film, who sells and shows it, and who gives out the sheet."""
    house, told = edition.house, False
    for function in edition.film.functions:
        if function.key in PRODUCING:
            lines = []
            for company in function.companies:
                is_house = _is_same(company.name, house.name)
                told = told or is_house
                lines += _reach_house(edition) if is_house else _reach(company)
            yield Entry(f"contact-{function.key}", function.label, join_lines(lines))
    for number, contact in enumerate(make_contacts(edition.film), start=1):
        label = f"{contact.label}: {contact.territory}" if contact.territory else contact.label
        lines = _reach(contact.company)
        yield Entry(f"contact-{number}", clean_line(label), join_lines(lines))
    if not told:
        label = pgettext("press kit", "Published by")
        yield Entry("contact-house", label, join_lines(_reach_house(edition)))


def _is_same(one: str, other: str) -> bool:
    return clean_line(one).casefold() == clean_line(other).casefold()


def _reach(company: CompanySheet) -> list[str]:
    return [company.name, company.email, company.phone, company.website]


def _reach_house(edition: Edition) -> list[str]:
    house = edition.house
    return [house.name, house.street, house.place, house.email, house.phone]
