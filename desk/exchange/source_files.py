"""Sources, claims and decisions as files: a source once, what it says beside each film.

Intakes are left out: they hold whole documents of one moment, to take a step back that was made on
this desk, and an export holds no history. Standings are left out because they are derived. Who
added or decided something is left out like all accounts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from desk.exchange.naming import distinct_labels
from desk.exchange.prose import write_prose
from desk.exchange.writing import Row
from desk.exchange.yaml_text import dump
from editorial.fields import AnyField, encode
from editorial.models.base import make_key
from sources.models import Claim, Decision, Source

FOLDER = "sources"
FILE = "sources.yaml"
LONGEST_LABEL = 60  # characters
SOURCE_FIELDS = (
    "title", "kind", "author", "medium", "publisher", "date", "url", "language", "is_named",
    "note", "added_at",
)  # fmt: skip
CLAIM_FIELDS = ("part", "values", "printed", "start", "end", "row")
DECISION_FIELDS = ("state", "value", "seen", "note", "decided_at")


def source_files(homes: Mapping[int, str], is_whole: bool) -> dict[str, bytes]:
    """Return the files of all sources and of the films in `homes` (folder by record).

    An export of one film holds the sources of its claims only.
    """
    labels = source_labels()
    claims = _claims(homes)
    decisions = _decisions(homes)
    files: dict[str, bytes] = {}
    for record, home in homes.items():
        data = _film_data(claims.get(record, []), decisions.get(record, []), labels)
        if data:
            files[f"{home}/{FILE}"] = dump(data).encode()
    used = {claim.source_id for mine in claims.values() for claim in mine}
    for source in Source.objects.all() if is_whole else Source.objects.filter(pk__in=used):
        stem = f"{FOLDER}/{labels[source.pk]}"
        files[f"{stem}.yaml"] = dump(_row(source, SOURCE_FIELDS)).encode()
        if source.text:
            files[f"{stem}.txt"] = write_prose(source.text)
    return files


def source_labels() -> dict[int, str]:
    """Return a word for each source, by primary key."""
    rows = Source.objects.values_list("pk", "uuid", "title")
    titles = {str(uuid): make_key(title)[:LONGEST_LABEL] or "source" for _pk, uuid, title in rows}
    labels = distinct_labels(titles)
    return {pk: labels[str(uuid)] for pk, uuid, _title in rows}


def _claims(records: Iterable[int]) -> dict[int, list[Claim]]:
    found = defaultdict(list)
    for claim in Claim.objects.filter(record__in=list(records)).order_by("uuid"):
        found[claim.record_id].append(claim)
    for mine in found.values():
        mine.sort(key=lambda claim: (claim.start is None, claim.start or 0))
    return found


def _decisions(records: Iterable[int]) -> dict[int, list[Decision]]:
    found = defaultdict(list)
    for decision in Decision.objects.filter(record__in=list(records)).order_by("point"):
        found[decision.record_id].append(decision)
    return found


def _film_data(claims: list[Claim], decisions: list[Decision], labels: dict[int, str]) -> Row:
    by_source = defaultdict(list)
    for claim in claims:
        by_source[labels[claim.source_id]].append(_row(claim, CLAIM_FIELDS))
    data: Row = {}
    if by_source:
        data["claims"] = dict(sorted(by_source.items()))
    if decisions:
        ordered = sorted(decisions, key=lambda decision: decision.point)
        data["decisions"] = {one.point: _row(one, DECISION_FIELDS) for one in ordered}
    return data


def _row(row: models.Model, names: Iterable[str]) -> Row:
    """Return what the row says, with its identifier last; what is empty is left out."""
    entry: Row = {}
    for name in names:
        field: AnyField = row._meta.get_field(name)  # type: ignore[assignment]
        value = field.value_from_object(row)
        if isinstance(field, models.JSONField):
            value = None if value == field.get_default() else _in_order(value)
        else:
            value = encode(value)
        if value is not None and value is not False:
            entry[name] = value
    if hasattr(row, "uuid"):
        entry["uuid"] = str(row.uuid)
    return entry


def _in_order(value: Any) -> Any:
    """Return JSON with its keys in order: databases keep them in orders of their own."""
    if isinstance(value, dict):
        return {key: _in_order(value[key]) for key in sorted(value)}
    return [_in_order(item) for item in value] if isinstance(value, list) else value
