"""Search texts from before the folding of today made anew, and the words that texts lack."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from editorial.kinds import all_kinds, kind_of
from editorial.models import Publication, SearchWord
from editorial.models.search_word import drop_unused_words, write_words
from editorial.parts import whole_document
from editorial.spelling import MARK, make_search_text
from editorial.using import current_publications

# So many texts of words are written in one transaction.
CHUNK = 200


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


def fill_search_words() -> int:
    """Index the words of what is or will be live and has none; return of how many texts.

    Chunk by chunk: what is killed in the middle goes on where it stood.
    """
    words = SearchWord.objects.filter(publication=OuterRef("pk"))
    lacking = current_publications().filter(~Exists(words), search_text__startswith=MARK)
    lacking = lacking.exclude(search_text=make_search_text()).order_by()
    found = list(lacking.values_list("pk", flat=True))
    for start in range(0, len(found), CHUNK):
        chunk = Publication.objects.filter(pk__in=found[start : start + CHUNK])
        with transaction.atomic():
            write_words(chunk.defer("parts"))
    drop_unused_words()
    return len(found)


def _fold_again(publication: Publication, moment: datetime) -> None:
    mine = Publication.objects.filter(record=publication.record_id)
    whole = whole_document(publication.parts, publication.language, mine, moment)
    index = kind_of(publication.kind).index(whole, publication.language)
    texts = {name: index.get(name, "") for name in ("search_text", "sort_title")}
    Publication.objects.filter(pk=publication.pk).update(**texts)
