"""The parts of a film page that its local navigation leads to, in the order of the page."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from films.choices import LinkKind
from films.sheet import FilmSheet

# Fewer parts than these are seen without help.
FEWEST = 5
# Where the film itself can be seen or bought.
WATCH = (LinkKind.WATCH, LinkKind.SHOP)

Section = tuple[str, str]


def list_sections(film: FilmSheet, has_related: bool = False) -> list[Section]:
    """Return (id on the page, label) of each part that is there; none if the page is short."""
    sections = [*_open(film), *_press(film), *_credits(film), *_close(film)]
    if has_related:
        sections.append(("related", _("More films")))
    return sections if len(sections) >= FEWEST else []


def _open(film: FilmSheet) -> Iterator[Section]:
    if any(link.kind in WATCH for link in film.links):
        yield "watch", _("Watch")
    if film.synopsis and not film.is_told_briefly:
        yield "synopsis", _("Synopsis")
    if film.trailers:
        yield "trailer", _("Trailer")
    if film.screenings:
        yield "screenings", _("Screenings")
    if film.stills[1:] or (film.stills and film.stills[0].caption):
        yield "stills", _("Stills")


def _press(film: FilmSheet) -> Iterator[Section]:
    if film.has_awards:
        yield "awards", _("Awards")
    if film.selections:
        yield "festivals", _("Festivals")
    if film.quotes or film.articles:
        yield "press", _("Press")


def _credits(film: FilmSheet) -> Iterator[Section]:
    if film.cast:
        yield "cast", _("Cast")
    if film.has_crew:
        yield "crew", _("Crew")
    if film.functions:
        yield "companies", _("Companies")
    if film.contacts:
        yield "contact", _("Contact")


def _close(film: FilmSheet) -> Iterator[Section]:
    background = {
        "statement": film.directors_statement,
        "interview": film.interview,
        "notes": film.production_notes,
    }
    first = next((anchor for anchor, text in background.items() if text), "")
    if first:
        yield first, _("Background")
    if film.releases:
        yield "releases", _("Releases")
    if film.versions[1:]:
        yield "versions", _("Versions")
