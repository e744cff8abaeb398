"""The cover: key art, titles, who made it, the best that was said or won, when it comes out."""

from typing import Any

from django.utils.translation import pgettext

from films.choices import ReleaseKind, TitleKind
from films.laurels.branches import make_leaves, make_stems
from films.laurels.layout import HEIGHT, WIDTH
from films.laurels.wording import choose_laurels
from films.sheet import FilmSheet
from films.sheet.objects import QuoteSheet, ReleaseSheet
from press.kit.contents import Edition
from press.kit.pdf.letters import end_name
from press.kit.pdf.pictures import Pictures
from press.kit.pdf.prose import read_prose
from press.kit.pdf.quoting import quote_prose

# Millimetres across A4.
PAGE_WIDTH = 210
# How high the key art stands at most; before its sides are cut it is wider than the page.
ART_HEIGHT, ART_WIDTH = 200, 300
# Names and laurels that a cover has room for, and a quote that is read in passing.
LEADS, LAURELS, QUOTE, LAUREL = 4, 3, 180, 64
JOIN = ", "
SHOWN_TITLES = (TitleKind.ORIGINAL, TitleKind.INTERNATIONAL)
BRANCHES = "laurel.svg"


def make_cover(
    edition: Edition, pictures: Pictures, cut: float = PAGE_WIDTH / ART_HEIGHT
) -> dict[str, Any]:
    """Return what stands on the first page, in the language that is active.

    `cut` is the ratio of the field that the key art fills.
    """
    film = edition.film
    arts = (film.background, film.hero, film.poster)
    taken = (pictures.take(art, ART_WIDTH, cut=cut) for art in arts)
    return {
        "art": next((art for art in taken if art), None),
        "kind": pgettext("press kit", "Press kit"),
        "title": film.title.value,
        "other_titles": other_titles(film),
        "line": " · ".join(part for part in glance_line(film) if part),
        "directors": directed_by(film),
        "leads": starring(film),
        "tagline": film.tagline.value,
        "laurels": make_laurels(film),
        "quote": make_quote(best_quote(film)),
        "release": release_line(film),
        "house": edition.house.name,
    }


def other_titles(film: FilmSheet) -> list[str]:
    """Return original and international titles that are not the one above them."""
    names = [film.other_original, *(n for k, n in film.titles if k in SHOWN_TITLES)]
    shown = [name for name in names if name and name.casefold() != film.title.value.casefold()]
    return list(dict.fromkeys(shown))[:LEADS]


def glance_line(film: FilmSheet) -> list[str]:
    """Return kind, countries, year and length, each '' if unknown."""
    version = film.main_version
    countries = " / ".join(country.name for country in film.countries)
    return [
        film.category_label,
        countries,
        str(film.year or ""),
        version.runtime if version else "",
    ]


def directed_by(film: FilmSheet) -> str:
    names = JOIN.join(end_name(name.shown_name) for name in film.directors)
    return pgettext("press kit", "A film by %(names)s") % {"names": names} if names else ""


def starring(film: FilmSheet) -> str:
    cast = [name for name in film.cast if not name.is_uncredited]
    leads = [name for name in cast if name.is_lead] or cast
    names = JOIN.join(end_name(name.shown_name) for name in leads[:LEADS])
    return pgettext("press kit", "with %(names)s") % {"names": names} if names else ""


def make_laurels(film: FilmSheet) -> list[dict[str, str]]:
    """Return the words of the laurels that the film's page shows first."""
    prizes, premieres = choose_laurels(film)
    return [
        {"head": cut_text(laurel.head.value, LAUREL), "note": cut_text(laurel.note, LAUREL),
         "festival": cut_text(laurel.festival.value, LAUREL), "year": str(laurel.year or "")}
        for laurel in (*prizes, *premieres)[:LAURELS]
    ]  # fmt: skip


def cut_text(text: str, length: int) -> str:
    """Return the text, or its beginning with an ellipsis, at most so long."""
    return text if len(text) <= length else text[: length - 1].rstrip(" ,;") + "…"


def draw_branches(colour: str) -> bytes:
    """Return the two branches of a laurel as SVG; the words between them are the template's."""
    leaves = "".join(
        f"M{x} {y}Q{a} {b} {tip_x} {tip_y}Q{c} {d} {x} {y}Z"
        for (x, y), (tip_x, tip_y), (a, b), (c, d) in (
            (leaf.base, leaf.tip, leaf.left, leaf.right) for leaf in make_leaves()
        )
    )
    stems = "".join(
        "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in stem) + "Z" for stem in make_stems()
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'{head} fill="{colour}"><path d="{leaves}{stems}"/></svg>'.encode()


def best_quote(film: FilmSheet) -> QuoteSheet | None:
    """Return the first of the quotes, featured ones first, that a cover has room for."""
    return next((q for q in film.quotes if len(q.shown.value) <= QUOTE), None)


def make_quote(quote: QuoteSheet | None) -> dict[str, Any] | None:
    """Return a quote as it is printed: words, who wrote them where and when, if translated."""
    if quote is None:
        return None
    source = JOIN.join(part for part in (quote.author, quote.outlet or quote.title) if part)
    mark = ""
    if quote.is_translated:
        mark = (
            pgettext("press kit", "translated from the %(language)s")
            % {"language": quote.translated_from}
            if quote.translated_from
            else pgettext("press kit", "translated")
        )
    return {
        "words": quote_prose(read_prose(quote.shown)),
        "original": quote_prose(read_prose(quote.original))
        if quote.is_translated and quote.original
        else None,
        "source": source,
        "date": quote.shown_date,
        "mark": mark,
        "url": quote.url,
    }


def release_line(film: FilmSheet) -> str:
    """Return the first release in cinemas, or the first of all."""
    dated = [release for release in film.releases if release.shown_date]
    cinema = [release for release in dated if release.kind == ReleaseKind.CINEMA]
    first = next(iter(cinema or dated), None)
    return say_release(first) if first else film.unfinished_label


def say_release(release: ReleaseSheet) -> str:
    """Return one release on one line: Cinema, Germany: September 2011."""
    place = JOIN.join(part for part in (release.kind_label, release.country.name) if part)
    return f"{place}: {release.shown_date}" if release.shown_date else place
