"""What the search looks into of a film: neutral titles with its facts, all else by language."""

from editorial.kinds import Document
from editorial.prose import plain_text
from editorial.spelling import make_search_text
from films.targets import texts_of

PROSE = ("tagline", "logline", "synopsis_short", "synopsis_medium", "synopsis_long")
SPOKEN = ("character", "group", "role_text")


def film_search_text(document: Document, language: str) -> str:
    """Return the folded words of one publication; '' has the titles that belong to no language."""
    if not language:
        return make_search_text(names=[row["title"] for row in document.get("titles", [])])
    texts = texts_of(document, language)
    credited = texts_of(document, language, "credits").values()
    return make_search_text(
        texts.get("title", ""),
        [row.get(name, "") for row in credited for name in SPOKEN],
        [plain_text(texts.get(name, "")) for name in PROSE],
    )
