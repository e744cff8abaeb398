"""Sources, claims and decisions of an export become rows; what stands here already stays."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from desk.erasing.register import ErasedNames
from desk.exchange.cleaning import clean_value
from desk.exchange.identifying import as_uuid
from desk.exchange.naming import uuid_for
from desk.exchange.reading import Source as File
from desk.exchange.source_files import (
    CLAIM_FIELDS,
    DECISION_FIELDS,
    SOURCE_FIELDS,
)
from desk.exchange.writing import Row
from desk.importing.strict_yaml import KeyPath
from editorial.changes import current_change
from editorial.documents import canonical
from editorial.fields import AnyField, decode
from editorial.models import Record
from people.models import Person
from sources.comparing.shapes import FLAGS, LISTS, NUMBERS, SHAPES, is_plain, unsound_values
from sources.models import Claim, Decision, Source
from sources.taking.texts import hash_text

# Of the values of a claim those that may be the name of somebody who was erased.
NAMES = ("name", "other_name", "recipient", "author")


class SourceLoader:
    """Brings the sources of a folder in, then the claims and decisions of one film at a time."""

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self.erased = ErasedNames()
        self.kept: list[str] = []

    def load_source(self, label: str, file: File, text: str) -> None:
        """Bring one source in, or know it again by identifier or by its title and text."""
        values = _read(Source, SOURCE_FIELDS, file, (), file.data)
        uuid = _uuid_of(file, (), file.data, "source", label)
        if values is None or uuid is None:
            return
        digest = hash_text(text)
        same = Source.objects.filter(title=values["title"], sha256=digest).exclude(sha256="")
        known = Source.objects.filter(uuid=uuid).first() or same.first()
        if known is not None:
            if known.text != text or any(getattr(known, n) != v for n, v in values.items()):
                self.kept.append(f"{file.file}: {_says_other(str(known))}")
            self.sources[label] = known
            return
        with transaction.atomic():
            added_at = values.pop("added_at", None)
            source = Source.objects.create(uuid=uuid, text=text, sha256=digest, **values)
            _note(source)
            if added_at:  # the column takes the moment of its creation
                Source.objects.filter(pk=source.pk).update(added_at=added_at)
        self.sources[label] = source

    def load_film(self, record: Record, file: File, aliases: Mapping[str, str]) -> bool:
        """Bring the claims and decisions of a film in; tell whether any of them is new.

        `aliases` are rows of the folder that are rows of the film under another identifier.
        """
        for name in file.data.keys() - {"claims", "decisions"}:
            file.report((name,), file.data[name], _("This key is not known here."))
        mine = list(Claim.objects.filter(record=record))
        known = {_says(claim) for claim in mine}
        added = 0
        for label, entries in _mapping(file, "claims").items():
            source = self.sources.get(label)
            if source is None:
                message = _("There is no source of this name in the folder “sources”.")
                file.report(("claims", label), label, message)
                continue
            for number, entry in enumerate(entries if isinstance(entries, list) else [entries]):
                path = ("claims", label, number)
                claim = self._read_claim(record, source, file, path, entry, aliases)
                if claim is not None and _says(claim) not in known:
                    claim.save()
                    _note(claim)
                    added += 1
        return self._load_decisions(record, file, aliases) + added > 0

    def _read_claim(
        self,
        record: Record,
        source: Source,
        file: File,
        path: KeyPath,
        entry: Any,
        aliases: Mapping[str, str],
    ) -> Claim | None:
        """Return the claim, None if it is here already or was reported."""
        values = _read(Claim, CLAIM_FIELDS, file, path, entry)
        word = f"{source.uuid}/{record.uuid}/{canonical(entry)}"
        uuid = _uuid_of(file, path, entry, "claim", word)
        if values is None or uuid is None or not _is_sound(file, path, values):
            return None
        there = Claim.objects.filter(uuid=uuid).first()
        if there is not None:
            if there.record_id != record.pk:
                message = _("This identifier belongs to a claim about another film.")
                file.report((*path, "uuid"), uuid, message)
            return None
        if self._names_erased(values["values"]):
            message = _("It names somebody who was erased at his or her request; it is left out.")
            file.report(path, "", message)
            return None
        row = values.get("row")
        values["row"] = aliases.get(str(row), row)
        return Claim(uuid=uuid, record=record, source=source, **values)

    def _names_erased(self, values: Row) -> bool:
        names = [values[n] for n in NAMES if isinstance(values.get(n), str)]
        if not self.erased.hold(names):
            return False
        namesakes: Any = Person.objects
        return not namesakes.filter(name__in=names).exists()

    def _load_decisions(self, record: Record, file: File, aliases: Mapping[str, str]) -> int:
        here = set(Decision.objects.filter(record=record).values_list("point", flat=True))
        added = 0
        for word, entry in _mapping(file, "decisions").items():
            point = "/".join(aliases.get(step, step) for step in word.split("/"))
            values = _read(Decision, DECISION_FIELDS, file, ("decisions", word), entry)
            if values is None or point in here or not _is_decidable(file, word, values):
                continue
            decided_at = values.pop("decided_at", None)
            decision = Decision.objects.create(record=record, point=point[:200], **values)
            _note(decision)
            if decided_at:
                Decision.objects.filter(pk=decision.pk).update(decided_at=decided_at)
            added += 1
        return added


def _note(row: models.Model) -> None:
    """Have the run that is open undo this row, too."""
    if (opened := current_change()) is not None:
        opened.added.append(row)


def _says(claim: Claim) -> tuple[Any, ...]:
    """Return what makes two claims the same statement of the same source."""
    return (claim.source_id, claim.part, canonical(claim.values), claim.printed, claim.start)


def _is_sound(file: File, path: KeyPath, values: Row) -> bool:
    """Tell whether the part of a claim can say what it says; each mistake is reported."""
    part, said = values["part"], values["values"]
    if part not in SHAPES:
        message = _("No part of a film is called so. Known are: %(known)s.")
        file.report((*path, "part"), part, message % {"known": ", ".join(SHAPES)})
        return False
    wrong = list(unsound_values(part, said))
    for name, is_known in wrong:
        message = _expected(name) if is_known else _("This key is not known here.")
        file.report((*path, "values", name), said[name], message)
    return not wrong


def _expected(name: str) -> str:
    if name in NUMBERS:
        return _("Expected a whole number above 0; the statement was left out.")
    if name in LISTS:
        return _("Expected a list of codes; the statement was left out.")
    if name in FLAGS:
        return _("Expected “true” or nothing; the statement was left out.")
    return _("Expected text; the statement was left out.")


def _is_decidable(file: File, word: str, values: Row) -> bool:
    seen = enumerate(values.get("seen") or [])
    wrong: list[KeyPath] = [("seen", at) for at, one in seen if not is_plain(one)]
    if not is_plain(values.get("value")):
        wrong.append(("value",))
    for path in wrong:
        message = _("Expected text, a number or a list of texts; the decision was left out.")
        file.report(("decisions", word, *path), "", message)
    return not wrong


def _mapping(file: File, name: str) -> Row:
    value = file.data.get(name)
    if value is not None and not isinstance(value, dict):
        file.report((name,), value, _("Expected “key: value” lines, found plain text."))
    return value if isinstance(value, dict) else {}


def _uuid_of(file: File, path: KeyPath, entry: Any, kind: str, word: str) -> str | None:
    """Return the identifier of an entry, made of `word` if it names none."""
    if not isinstance(entry, dict) or "uuid" not in entry:
        return uuid_for(kind, word)
    uuid = as_uuid(entry["uuid"])
    if uuid is None:
        file.report((*path, "uuid"), entry["uuid"], _("This is no identifier."))
    return uuid


def _read(
    model: type[models.Model], names: Iterable[str], file: File, path: KeyPath, entry: Any
) -> Row | None:
    """Return the attributes of a row, None if it cannot be taken; mistakes are reported."""
    if not isinstance(entry, dict):
        file.report(path, entry, _("Expected “key: value” lines, found plain text."))
        return None
    known = {*names, "uuid"} if hasattr(model, "uuid") else {*names}
    for name in entry.keys() - known:
        file.report((*path, name), entry[name], _("This key is not known here."))
    values: Row = {}
    before = len(file.problems)
    for name in names:
        field: AnyField = model._meta.get_field(name)  # type: ignore[assignment]
        try:
            value = _value(field, entry.get(name))
        except ValidationError as error:
            file.report((*path, name), entry.get(name), " ".join(error.messages))
            continue
        if value is not None:
            values[name] = value
        elif not (field.blank or field.has_default()):
            message = _("“%(field)s” is missing here; the entry was left out.")
            file.report(path, "", message % {"field": name})
    return values if len(file.problems) == before else None


def _value(field: AnyField, entry: Any) -> Any:
    """Return the attribute's value, None where the field's own default is right."""
    if entry is None:
        return field.get_default() if isinstance(field, models.JSONField) else None
    if not isinstance(field, models.JSONField):
        return decode(field, clean_value(field, entry))
    default = field.get_default()
    if default is not None and type(entry) is not type(default):
        raise ValidationError(_("Expected a list or “key: value” lines, as in an export."))
    return entry


def _says_other(name: str) -> str:
    return _("“%(name)s” says something else here; it was left as it is.") % {"name": name}
