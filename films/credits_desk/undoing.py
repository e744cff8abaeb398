"""A deleted credit comes back as the last revision of the film had it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from editorial.fields import column, decode, languages, neutral_fields, translated_fields
from editorial.models import Revision
from editorial.publishing.storing import record_ids
from films.models import Credit, Film
from people.models import Role

RECORDS = ("person", "company")


def bring_back(film: Film, uuid: str) -> Credit:
    """Save the credit again. Raises ValidationError if history does not have it (any more)."""
    if Credit.objects.filter(uuid=uuid).exists():
        raise ValidationError(_("This credit is there already."))
    desk = Revision.objects.filter(record=film.pk, line=Revision.Line.DESK)
    for revision in desk[:50]:
        document = revision.document
        entry = next((r for r in document.get("credits", []) if r["uuid"] == uuid), None)
        if entry is not None:
            credit = _credit_of(entry, document, film)
            credit.save()
            return credit
    raise ValidationError(_("The history of the film does not have this credit any more."))


def _credit_of(entry: dict[str, Any], document: dict[str, Any], film: Film) -> Credit:
    credit = Credit(uuid=entry["uuid"], film=film)
    for field in neutral_fields(Credit, "film", ()):
        if not field.is_relation:
            setattr(credit, field.attname, decode(field, entry.get(field.name)))
    for name in RECORDS:
        if entry.get(name):
            setattr(credit, f"{name}_id", record_ids([entry[name]]).get(entry[name]))
    if entry.get("role"):
        credit.role = Role.objects.filter(key=entry["role"]).first()
    for name in translated_fields(Credit):
        for code in languages():
            texts = document.get("texts", {}).get(code, {}).get("credits", {})
            setattr(credit, column(name, code), texts.get(entry["uuid"], {}).get(name, ""))
    credit.full_clean(exclude=["film"])
    return credit
