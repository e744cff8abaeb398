"""What each kind of thing is found by: its names, titles and numbers, and the texts it has."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from assets.models import Image, MediaFile
from desk.finding.entry import LONGEST_TITLE, SearchEntry
from editorial.fields import column, languages
from festivals.models import Festival, Venue
from films.models import Film, PressItem
from pages.models import Page
from people.models import Company, Person
from people.spelling import fold

# Of a long text the beginning is enough to remember it by.
LONGEST_PROSE = 2_000
Ids = Iterable[int]


def films(ids: Ids) -> Iterator[SearchEntry]:
    rows = Film.objects.filter(pk__in=ids).select_related("record")
    for film in rows.prefetch_related("alternativetitles", "externalids"):
        titles = in_all_languages(film, "title")
        others = [other.title for other in film.alternativetitles.all()]
        numbers = [external.value for external in film.externalids.all()]
        prose = [
            *in_all_languages(film, "tagline", "logline", "synopsis_short"),
            film.internal_notes,
        ]
        yield entry(
            "film",
            film,
            str(film),
            [film.year, *unlike(str(film), [*titles, *others])],
            [*titles, *others, film.year, film.key, *numbers, *in_all_languages(film, "slug")],
            prose,
        )


def people(ids: Ids) -> Iterator[SearchEntry]:
    for person in (
        Person.objects.filter(pk__in=ids).select_related("record").prefetch_related("names")
    ):
        names = [name.name for name in person.names.all()]
        prose = [*in_all_languages(person, "biography"), person.internal_notes]
        shown = unlike(person.name, names)
        yield entry("person", person, person.name, shown, [person.name, person.key, *names], prose)


def companies(ids: Ids) -> Iterator[SearchEntry]:
    for company in Company.objects.filter(pk__in=ids).select_related("record"):
        others = [name for name in company.other_names or () if isinstance(name, str)]
        yield entry(
            "company",
            company,
            company.name,
            [company.city, company.country],
            [company.name, company.key, company.city, company.contact, company.email, *others],
            [*in_all_languages(company, "description"), company.internal_notes],
        )


def festivals(ids: Ids) -> Iterator[SearchEntry]:
    for festival in Festival.objects.filter(pk__in=ids).select_related("record"):
        names = in_all_languages(festival, "name")
        others = [name for name in festival.other_names or () if isinstance(name, str)]
        yield entry(
            "festival",
            festival,
            str(festival),
            [festival.city, festival.country, *unlike(str(festival), names)],
            [*names, *others, festival.key, festival.city],
        )


def venues(ids: Ids) -> Iterator[SearchEntry]:
    for venue in Venue.objects.filter(pk__in=ids):
        yield entry(
            "venue", venue, venue.name, [venue.city, venue.country], [venue.name, venue.city]
        )


def pages(ids: Ids) -> Iterator[SearchEntry]:
    for page in Page.objects.filter(pk__in=ids).select_related("record"):
        titles = in_all_languages(page, "title")
        text = [*titles, page.key, *in_all_languages(page, "slug")]
        shown = unlike(str(page), titles)
        yield entry("page", page, str(page), shown, text, in_all_languages(page, "body"))


def images(ids: Ids) -> Iterator[SearchEntry]:
    for image in Image.objects.filter(pk__in=ids).select_related("record"):
        captions = [text for text in in_all_languages(image, "caption") if text]
        words = [*captions, *in_all_languages(image, "alt"), image.photographer, image.copyright]
        yield entry(
            "image",
            image,
            captions[0] if captions else str(image),
            [image.original_name if captions else "", image.credit],
            [*words, image.original_name, image.key],
            [image.internal_notes],
        )


def videos(ids: Ids) -> Iterator[SearchEntry]:
    for file in MediaFile.objects.filter(pk__in=ids):
        yield entry("video", file, str(file), [], [file.original_name])


def press_items(film_ids: Ids) -> Iterator[SearchEntry]:
    rows = PressItem.objects.filter(film__in=film_ids)
    # Most films have none, and every save asks: the short question first.
    if not rows.exists():
        return
    for item in rows.select_related("film__record").prefetch_related("quotes"):
        text = [item.title, item.outlet, item.author, item.date and item.date.isoformat()]
        quotes = [
            words for quote in item.quotes.all() for words in in_all_languages(quote, "translation")
        ]
        prose = [*(quote.text for quote in item.quotes.all()), *quotes]
        note = [str(item.film), item.author]
        made = entry("press_item", item, str(item), note, text, prose)
        made.record_id = item.film_id
        yield made


# By kind of record; a film brings its press items.
OF_RECORDS: dict[str, tuple[Callable[[Ids], Iterator[SearchEntry]], ...]] = {
    "film": (films, press_items),
    "person": (people,),
    "company": (companies,),
    "festival": (festivals,),
    "page": (pages,),
    "image": (images,),
}
OF_SHARED_ROWS: dict[type[Any], tuple[str, Callable[[Ids], Iterator[SearchEntry]]]] = {
    Venue: ("venue", venues),
    MediaFile: ("video", videos),
}


def entry(
    kind: str,
    row: Any,
    title: str,
    note: Iterable[Any],
    text: Iterable[Any],
    prose: Iterable[Any] = (),
) -> SearchEntry:
    """Return the row's line in the index, not yet stored; `text` begins with what it is called."""
    return SearchEntry(
        kind=kind,
        object_id=row.pk,
        record_id=getattr(row, "record_id", None),
        title=title[:LONGEST_TITLE],
        note=", ".join(str(part) for part in note if part)[:LONGEST_TITLE],
        text=folded(text),
        prose=folded(prose)[:LONGEST_PROSE],
    )


def folded(parts: Iterable[Any]) -> str:
    """Return all words once, each after a space, so that beginnings of words are found as such."""
    words = (word for part in parts if part for word in fold(str(part)).split())
    return "".join(f" {word}" for word in dict.fromkeys(words))


def unlike(title: str, others: Iterable[str]) -> list[str]:
    """Return the names that are not the title, each once."""
    return [name for name in dict.fromkeys(others) if name and name != title]


def in_all_languages(row: Any, *names: str) -> list[str]:
    return [getattr(row, column(name, code)) or "" for name in names for code in languages()]
