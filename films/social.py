"""A film's card in messengers and networks (https://ogp.me/#type_video)."""

from django.urls import reverse

from films.choices import Category
from films.front import Front
from films.linked_data.releases import first_day
from films.sheet.objects import FilmSheet, NameSheet
from pages.absolute import absolute
from pages.social import Card, card_picture

KINDS = {Category.SERIES: "video.tv_show", Category.COMMERCIAL: "video.other"}
# A card is read by machines in a hurry; they show none of them.
MOST_ACTORS = 4


def film_card(film: FilmSheet) -> Card:
    """Return title, text, picture and the facts of a video."""
    shown = film.hero or film.poster
    main = film.main_version
    facts = [("video:director", url) for url in _profiles(film, film.directors)]
    facts += [("video:actor", url) for url in _profiles(film, film.cast[:MOST_ACTORS])]
    if main and main.runtime_seconds:
        facts.append(("video:duration", str(main.runtime_seconds)))
    day = first_day(film.releases)
    if day:
        facts.append(("video:release_date", day))
    return Card(
        title=film.title.value,
        description=film.description,
        kind=KINDS.get(Category(film.category), "video.movie"),
        picture=card_picture(shown.picture, shown.alt) if shown else None,
        facts=tuple(facts),
    )


def _profiles(film: FilmSheet, names: tuple[NameSheet, ...]) -> list[str]:
    """Return the addresses of the people among these names."""
    return [
        absolute(reverse("person", args=[film.language, name.slug]))
        for name in names
        if name.kind == "person" and name.slug
    ]


def home_card(front: Front) -> Card:
    """Return the company's card with the picture of the film at the top of its home page."""
    shown = front.top.picture if front.top else None
    return Card(picture=card_picture(shown.picture, shown.alt) if shown else None)
