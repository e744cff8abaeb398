"""The film itself: schema.org's Movie, TVSeries or CreativeWork.

A commercial is a CreativeWork: schema.org has no type for it, Movie does not fit, and a VideoObject
without a file and a day of upload is an error to search engines. Properties that only Movie and
TVSeries have (https://schema.org/Movie, /TVSeries) are left out or named otherwise there. There is
no rating: nobody here counts opinions.
"""

from django.urls import reverse

from films.choices import Category, IdScheme
from films.identifiers import address_of
from films.linked_data.credits import credit_data, maker_data
from films.linked_data.durations import iso_duration
from films.linked_data.pictures import pictures_of, trailer_data
from films.linked_data.releases import first_day, release_data
from films.linked_data.reviews import review_data
from films.sheet.objects import AwardSheet, FilmSheet, ReleaseSheet, VersionSheet
from pages.absolute import absolute
from pages.linked_data import Node

TYPES = {Category.SERIES: "TVSeries", Category.COMMERCIAL: "CreativeWork"}
# ISO 639-2: "no linguistic content".
NO_DIALOGUE = "zxx"


def work_type(film: FilmSheet) -> str:
    return TYPES.get(Category(film.category), "Movie")


def work_id(film: FilmSheet) -> str:
    return absolute(reverse("address", args=[film.language, film.path])) + "#film"


def work_data(film: FilmSheet) -> Node:
    """Return the work with everything the page shows of it."""
    kind = work_type(film)
    data = {
        "@type": kind,
        "@id": work_id(film),
        "name": film.title.value,
        "alternateName": _other_titles(film),
        "url": absolute(reverse("address", args=[film.language, film.path])),
        "description": film.description,
        "genre": list(film.genres) or [film.category_label],
        "dateCreated": str(film.year) if film.year else "",
        "datePublished": first_day(film.releases),
        "releasedEvent": [release_data(release) for release in film.releases],
        "countryOfOrigin": [country_data(c.code, c.name) for c in film.countries],
        "contentRating": list(dict.fromkeys(_say_rating(r) for r in film.releases)),
        "award": [say_award(award) for award in film.awards if award.result == "won"],
        "image": pictures_of(film),
        "identifier": _identifiers(film),
        "sameAs": _same_as(film),
        "copyrightNotice": film.copyright_line,
        "review": [review_data(quote) for quote in film.quotes],
        **_version_data(film.main_version, kind),
        **credit_data(film, kind),
        **maker_data(film, kind),
    }
    return {**data, **_film_only(film, kind)}


def _film_only(film: FilmSheet, kind: str) -> Node:
    """Return what CreativeWork does not have."""
    if kind == "CreativeWork":
        return {}
    eidr = next((value for scheme, value in film.external_ids if scheme == IdScheme.EIDR), "")
    return {"trailer": trailer_data(film), "titleEIDR": eidr}


def _version_data(version: VersionSheet | None, kind: str) -> Node:
    """Return languages and length of the main version."""
    if version is None:
        return {}
    spoken = [NO_DIALOGUE] if version.has_no_dialogue else list(version.dialogue_languages)
    data: Node = {"inLanguage": spoken}
    if kind == "Movie":
        data["duration"] = iso_duration(version.runtime_seconds)
        data["subtitleLanguage"] = list(version.subtitle_languages)
    else:
        data["timeRequired"] = iso_duration(version.runtime_seconds)
    return data


def country_data(code: str, name: str) -> Node:
    """Return one country with its ISO 3166 code."""
    return {"@type": "Country", "name": name, "identifier": code}


def say_award(award: AwardSheet) -> str:
    """Return a prize in one line: Audience Award, Wismar Coastal Film Week, 2019."""
    parts = (award.name.value, award.body.value or award.festival, str(award.year or ""))
    return ", ".join(part for part in parts if part)


def _say_rating(release: ReleaseSheet) -> str:
    """Return a rating with the board that gave it: “JMK ab 8”; '' without either.

    A rating that is to follow is none, and without its board nobody knows what an age means.
    """
    mark = release.mark
    if not release.age_rating or mark is None:
        return ""
    return mark.text if mark.text.startswith(mark.board) else f"{mark.board} {mark.text}"


def _other_titles(film: FilmSheet) -> list[str]:
    titles = [title for _kind, title in film.titles]
    titles += [link.title for link in film.languages]
    return [title for title in dict.fromkeys(titles) if title != film.title.value]


def _identifiers(film: FilmSheet) -> list[Node]:
    names = dict(IdScheme.choices)
    return [
        {"@type": "PropertyValue", "propertyID": str(names[scheme]), "value": value}
        for scheme, value in film.external_ids
        if scheme != IdScheme.OTHER and scheme in names
    ]


def _same_as(film: FilmSheet) -> list[str]:
    """Return pages that are about this film and nothing else: catalogues and its own website."""
    pages = [address_of(scheme, value, film.category) for scheme, value in film.external_ids]
    pages += [link.url for link in film.links if link.kind == "website"]
    return [page for page in dict.fromkeys(pages) if page]
