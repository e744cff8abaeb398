"""What a record is called, from its document alone: it may have no rows any more."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.fields import languages
from editorial.kinds import Document
from editorial.models import Forward, Record
from editorial.publishing.overview import desk_documents

TITLES = ("title", "name", "original_name")


def title_of(document: Document) -> str:
    """Return title or name in the reader's language, in any, or else the key."""
    reader = (get_language() or "").split("-")[0]
    codes = sorted(languages(), key=lambda code: code.split("-")[0] != reader)
    texts = [document.get("texts", {}).get(code, {}).get("facts", {}) for code in codes]
    found = (facts.get(name) for facts in (*texts, document.get("facts", {})) for name in TITLES)
    return str(next((title for title in found if title), document.get("key", "")))


def titles_of_missing(uuids: Iterable[str]) -> dict[str, str]:
    """Return names of records that have no rows: merged into another, in the bin, gone for good."""
    wanted = set(uuids)
    forwards = Forward.objects.filter(uuid__in=wanted).select_related("record")
    merged = {str(forward.uuid): forward.record for forward in forwards}
    records = Record.objects.filter(uuid__in=wanted - merged.keys())
    known = {**merged, **{str(record.uuid): record for record in records}}
    documents = desk_documents({record.pk for record in known.values()})
    titles = {}
    for uuid, record in known.items():
        document = documents.get(record.pk)
        title = title_of(document) if document else record.key
        titles[uuid] = title if uuid in merged else _("%(name)s (deleted)") % {"name": title}
    return titles
