"""How a film stands in documents and publications: parts, index columns, references."""

from collections.abc import Iterable

from assets.models import MediaFile
from editorial.kinds import Document, Kind, Part, Target
from festivals.models import Edition
from films import models
from films.checklist import film_checklist

PARTS = (
    Part("facts", models.Film),
    Part("titles", models.AlternativeTitle, "film", named_by=("kind", "title")),
    Part(
        "countries",
        models.Country,
        "film",
        is_rebuilt=True,
        named_by=("code",),
        shown_as={"code": "country"},
    ),
    Part(
        "versions",
        models.Version,
        "film",
        before_apply={"is_main": False},
        named_by=("name", "runtime_seconds", "format"),
        shown_as={"runtime_seconds": "runtime"},
    ),
    Part("external_ids", models.ExternalId, "film", named_by=("scheme", "value")),
    Part("links", models.Link, "film", is_instant=True, named_by=("kind", "label", "url")),
    Part(
        "credits",
        models.Credit,
        "film",
        named_by=("role", "role_text", "person", "company", "group"),
    ),
    Part("companies", models.CompanyCredit, "film", named_by=("function", "company")),
    Part("selections", models.Selection, "film", named_by=("edition", "section")),
    Part("awards", models.Award, "film", named_by=("body", "name", "year")),
    Part(
        "screenings",
        models.Screening,
        "film",
        is_instant=True,
        named_by=("local_time", "venue"),
    ),
    Part("releases", models.Release, "film", is_instant=True, named_by=("country", "kind", "date")),
    Part("press_items", models.PressItem, "film", named_by=("outlet", "title")),
    Part("quotes", models.Quote, "press_item__film", named_by=("text",)),
    Part("images", models.Placement, "film", is_rebuilt=True, named_by=("usage", "image")),
    Part("trailers", models.Trailer, "film", named_by=("title", "language", "video")),
    Part("text_tracks", models.TextTrack, "trailer__film", named_by=("kind", "language")),
)
PROSE = ("synopsis_long", "synopsis_medium", "synopsis_short", "logline")
# Words, as festivals and the press ask for them.
LIMITS = {"logline": 25, "synopsis_short": 50, "synopsis_medium": 100, "synopsis_long": 250}


def texts_of(document: Document, language: str, part: str = "facts") -> dict:
    return document.get("texts", {}).get(language, {}).get(part, {})


def index_film(document: Document, language: str) -> dict:
    """Return the index columns of a publication."""
    facts = document.get("facts", {})
    if not language:
        codes = ",".join(row["code"] for row in document.get("countries", []))
        return {
            "category": facts.get("category", ""),
            "year": facts.get("year"),
            "countries": f",{codes},",
            "files": " ".join(_file_contents(document)),
        }
    texts = texts_of(document, language)
    words = [texts.get("title", ""), texts.get("tagline", "")]
    words += [texts.get(name, "") for name in PROSE]
    words += [row["title"] for row in document.get("titles", [])]
    return {
        "title": texts.get("title", ""),
        "path": texts.get("slug", ""),
        "search_text": " ".join(words).casefold(),
    }


def _file_contents(document: Document) -> list[str]:
    """Return the contents (SHA-256) of the videos and subtitles that the film shows."""
    shown = {row.get("video") for row in document.get("trailers", [])}
    shown |= {row["file"] for row in document.get("text_tracks", [])}
    files = MediaFile.objects.filter(uuid__in=shown - {None}) if shown - {None} else []
    return sorted(file.sha256 for file in files)


def film_targets(document: Document, language: str) -> Iterable[Target]:
    """Yield every shared record that a publication shows."""
    if language:
        yield from _characters(document, language)
        return
    yield from _names(document)
    yield from _festivals(document)
    yield from _pictures(document)


def _characters(document: Document, language: str) -> Iterable[Target]:
    characters = texts_of(document, language, "credits")
    for row in document.get("credits", []):
        character = characters.get(row["uuid"], {}).get("character", "")
        if character and row.get("person"):
            yield Target(row["person"], "character", row["uuid"], character=character)


def _names(document: Document) -> Iterable[Target]:
    for row in document.get("credits", []):
        uuid = row.get("person") or row.get("company")
        if uuid:
            role, place = row.get("role", ""), row.get("position", 0)
            yield Target(uuid, "credit", row["uuid"], role=role, position=place)
    for row in document.get("companies", []):
        yield Target(row["company"], "company", row["uuid"], role=row["function"])
    for row in document.get("releases", []):
        for uuid in row.get("distributors", []):
            yield Target(uuid, "company", row["uuid"], role="distributor")
    for row in document.get("awards", []):
        if row.get("recipient"):
            yield Target(row["recipient"], "recipient", row["uuid"], year=row.get("year"))


def _festivals(document: Document) -> Iterable[Target]:
    selections = document.get("selections", [])
    wanted = [row["edition"] for row in selections]
    editions = {
        str(uuid): (str(festival), year)
        for uuid, festival, year in Edition.objects.filter(uuid__in=wanted).values_list(
            "uuid", "festival__record__uuid", "year"
        )
    }
    for row in selections:
        if row["edition"] in editions:
            festival, year = editions[row["edition"]]
            yield Target(festival, "selection", row["uuid"], year=year)
    for row in document.get("awards", []):
        if row.get("festival"):
            yield Target(row["festival"], "award", row["uuid"], year=row.get("year"))


def _pictures(document: Document) -> Iterable[Target]:
    for row in document.get("images", []):
        yield Target(row["image"], row["usage"], row["uuid"], position=row.get("position", 0))
    for row in document.get("trailers", []):
        if row.get("poster"):
            yield Target(row["poster"], "trailer", row["uuid"], position=row.get("position", 0))


def quoted_languages(document: Document) -> dict[tuple[str, str], str]:
    """Return the language of the words that a quote's translation translates."""
    spoken = {row["uuid"]: row.get("language", "") for row in document.get("press_items", [])}
    quotes = document.get("quotes", [])
    return {("quotes", row["uuid"]): spoken.get(row["press_item"], "") for row in quotes}


FILM = Kind(
    "film",
    models.Film,
    PARTS,
    is_published=True,
    index=index_film,
    targets=film_targets,
    checklist=film_checklist,
    limits=LIMITS,
    originals=quoted_languages,
)
