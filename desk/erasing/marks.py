"""Source texts kept with translations: memory, not content, so no name stays in them."""

from desk.erasing.report import ErasureReport
from desk.erasing.spelling import Names
from editorial.documents import upgrade
from editorial.kinds import kind_of
from editorial.models import Record, TranslationMark
from editorial.publishing.overview import desk_documents
from editorial.translating.keeping import origin_of
from editorial.translating.texts import Key, texts_in


def clean_marks(names: Names, report: ErasureReport) -> None:
    """Take the name out of what translations were made from.

    Where the source still reads like that, the mark goes: the translation is right without it.
    Elsewhere the name is blanked, and the translation stays outdated.
    """
    marks = TranslationMark.objects.exclude(source_text="").select_related("record")
    found = [mark for mark in marks.iterator() if names.are_in(mark.source_text)]
    sources = _sources({mark.record_id: mark.record for mark in found})
    for mark in found:
        place = Key(mark.part, mark.row, mark.field)
        if sources.get(mark.record_id, {}).get(place) == mark.source_text:
            mark.delete()
        else:
            blank = names.blank(mark.source_text)
            TranslationMark.objects.filter(pk=mark.pk).update(source_text=blank)
    report.count(TranslationMark, len(found))


def _sources(records: dict[int, Record]) -> dict[int, dict[Key, str]]:
    """Return today's source texts by record."""
    found = {}
    for pk, document in desk_documents(records).items():
        kind = kind_of(records[pk].kind)
        found[pk] = texts_in(kind, upgrade(kind, document), origin_of(records[pk]))
    return found
