"""Search texts of publications from before the folding of today, made anew."""

from datetime import datetime

from django.utils import timezone

from editorial.kinds import all_kinds, kind_of
from editorial.models import Publication
from editorial.parts import whole_document
from editorial.spelling import MARK
from editorial.using import current_publications


def fill_search_texts() -> int:
    """Fold the texts of what is or will be live, where they are older; return how many.

    What is past is never searched again. One query if there is nothing to do.
    """
    now = timezone.now()
    kinds = [kind.name for kind in all_kinds() if kind.is_published]
    older = current_publications().filter(kind__in=kinds).exclude(search_text__startswith=MARK)
    # The neutral parts of a page have no words.
    older = older.exclude(kind="page", language="")
    found = list(older.values_list("pk", flat=True))
    for pk in found:
        publication = Publication.objects.get(pk=pk)
        _fold_again(publication, max(publication.publish_at, now))
    return len(found)


def _fold_again(publication: Publication, moment: datetime) -> None:
    mine = Publication.objects.filter(record=publication.record_id)
    whole = whole_document(publication.parts, publication.language, mine, moment)
    index = kind_of(publication.kind).index(whole, publication.language)
    texts = {name: index.get(name, "") for name in ("search_text", "sort_title")}
    Publication.objects.filter(pk=publication.pk).update(**texts)
