"""Prizes, nominations and mentions that one person received for films that are live."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from editorial.fields import languages
from editorial.kinds import Document
from editorial.models import Publication
from films.sheet.context import Context
from films.sheet.festivals import make_awards
from films.sheet.lookups import look_up
from films.sheet.objects import AwardSheet
from pages.listing import ListedFilm, read_records


@dataclass(frozen=True)
class Honour:
    """An award with the film it was received for."""

    award: AwardSheet
    film: ListedFilm


def read_honours(rows: Sequence[tuple[int, str]], language: str) -> list[Honour]:
    """Return the awards that these rows (film, uuid) are, newest first. Four queries or none."""
    if not rows:
        return []
    films = {f.record_id: f for f in read_records(language, {record for record, _uuid in rows})}
    wanted = {uuid for record, uuid in rows if record in films}
    if not wanted:
        return []
    documents: dict[int, Document] = defaultdict(lambda: {"texts": {}})
    live = Publication.objects.live().filter(record__in={record for record, _uuid in rows})
    for publication in live.filter(record__in=films).defer("search_text"):
        document = documents[publication.record_id]
        if publication.language:
            document["texts"][publication.language] = publication.texts
        else:
            awards = publication.parts.get("awards", [])
            document["awards"] = [row for row in awards if row["uuid"] in wanted]
            document["selections"] = publication.parts.get("selections", [])
    order = (language, *(code for code in languages() if code != language))
    everything = {
        part: [row for document in documents.values() for row in document.get(part, [])]
        for part in ("awards", "selections")
    }
    lookups = look_up(everything, timezone.now())
    honours = [
        Honour(award, films[record])
        for record, document in documents.items()
        for award in make_awards(Context(document, language, order, lookups))
    ]
    return sorted(honours, key=lambda honour: (-(honour.award.year or 0), honour.film.title))
