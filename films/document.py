"""How a film stands in documents and publications: parts and index columns."""

from datetime import datetime

from assets.models import MediaFile
from editorial.kinds import Document, Kind
from editorial.spelling import fold
from films import models
from films.checklist import film_checklist
from films.parts import PARTS as PARTS
from films.search_text import film_search_text
from films.showtimes import place_showtime
from films.targets import film_targets, texts_of

# Words, as festivals and the press ask for them.
LIMITS = {"logline": 25, "synopsis_short": 50, "synopsis_medium": 100, "synopsis_long": 250}


def index_film(document: Document, language: str) -> dict:
    """Return the index columns of a publication."""
    facts = document.get("facts", {})
    if not language:
        codes = ",".join(row["code"] for row in document.get("countries", []))
        return {
            "category": facts.get("category", ""),
            "year": facts.get("year"),
            "countries": f",{codes},",
            "genres": f",{','.join(facts.get('genres', []))},"[:250],
            "files": " ".join(_file_contents(document)),
            "screens_until": _last_screening(document),
            "search_text": film_search_text(document, language),
        }
    texts = texts_of(document, language)
    return {
        "title": texts.get("title", ""),
        "path": texts.get("slug", ""),
        "sort_title": fold(texts.get("title", ""))[:250],
        "search_text": film_search_text(document, language),
    }


def _file_contents(document: Document) -> list[str]:
    """Return the contents (SHA-256) of the videos and subtitles that the film shows."""
    shown = {row.get("video") for row in document.get("trailers", [])}
    shown |= {row["file"] for row in document.get("text_tracks", [])}
    files = MediaFile.objects.filter(uuid__in=shown - {None}) if shown - {None} else []
    return sorted(file.sha256 for file in files)


def _last_screening(document: Document) -> datetime | None:
    """Return the moment of the last screening; calendars show cancelled ones, too."""
    rows = document.get("screenings", [])
    moments = [place_showtime(row["local_time"], "UTC") for row in rows]
    return max((moment for moment in moments if moment), default=None)


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
