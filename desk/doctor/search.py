"""The indexes of the searches: do they have what they are made of?"""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from desk.doctor.finding import Finding
from desk.finding.collecting import OF_RECORDS
from desk.finding.entry import SearchEntry
from editorial.models import Publication, Record, SearchWord
from editorial.spelling import MARK, make_search_text

AGAIN = "Type: python manage.py work --batch, which makes what is missing."


def find_search() -> Iterator[Finding]:
    words = SearchWord.objects.filter(publication=OuterRef("pk"))
    texts = Publication.objects.live().exclude(language="")
    filled = texts.filter(search_text__startswith=MARK).exclude(search_text=make_search_text())
    lacking = filled.filter(~Exists(words)).count()
    older = texts.exclude(search_text__startswith=MARK).count()
    if lacking or older:
        what = f"{lacking + older} of {texts.count()} live texts are not found by visitors"
        yield Finding("search", what, "editorial_searchword", AGAIN)
    entries = SearchEntry.objects.filter(record=OuterRef("pk"))
    unknown = Record.objects.filter(kind__in=OF_RECORDS).filter(~Exists(entries))
    if unknown.exists():
        what = f"{unknown.count()} records are not found in the admin"
        yield Finding("search", what, f"for example {unknown.order_by('pk')[0]}", AGAIN)
