"""All facts of one film, whoever came first: what the golden files hold.

Texts of others and of the house stand as hashes.
"""

import hashlib
from collections import defaultdict

from films.models import Credit
from sources.comparing.film import compare_film
from sources.comparing.points import single_values
from sources.models import Claim

HASHED = {"texts", "quotes", "internal_texts", "production_notes"}
# Parts that have no row: what was said is all there is.
LOOSE = ("characters", "mentions", "internal_texts", "production_notes")


def tell_facts(record):
    """Return what sources and record say of a film, in an order of its own."""
    comparison = compare_film(record)
    sources = {claim.pk: claim.source.title for claim in
               Claim.objects.filter(record=record).select_related("source")}  # fmt: skip
    told = defaultdict(list)
    singles = defaultdict(set)
    loose = defaultdict(set)
    for claim, row in comparison.placed:
        source = sources[claim.pk]
        if row is not None:
            told[row.uuid].append((claim, source))
        elif claim.part in LOOSE:
            loose[claim.part].add(f"{_say(claim.part, _words(claim.values))} ({source})")
        else:
            for field, value in single_values(claim):
                singles[f"{claim.part}/{field}"].add(f"{_say(claim.part, value)} ({source})")
    rows = defaultdict(list)
    for row in comparison.rows:
        rows[row.part].append(_tell_row(row, told[row.uuid]))
    usual = {name: min(row.names) for row in comparison.rows if row.part == "credits"
             for name in row.names}  # fmt: skip
    return {
        "rows": {part: sorted(found, key=str) for part, found in sorted(rows.items())},
        "single": {name: sorted(values) for name, values in sorted(singles.items())},
        "loose": {part: sorted(values) for part, values in sorted(loose.items())},
        "open": sorted(_tell_point(point, usual) for point in comparison.open),
        "people": sorted(_tell_people(comparison.rows)),
        "missing": sorted(str(claim.values) for claim in comparison.missing),
    }


def _tell_people(rows):
    """Return all spellings of each person, those of other scripts as well."""
    names = defaultdict(set)
    by_uuid = {row.uuid: row.names for row in rows if row.part == "credits"}
    for credit in Credit.objects.filter(uuid__in=by_uuid).exclude(person=None):
        names[credit.person_id] |= by_uuid[str(credit.uuid)]
    return [" = ".join(sorted(found)) for found in names.values()]


def _tell_row(row, told):
    """Return all values of a row, by field, whoever says them, and who says any."""
    fields = defaultdict(set)
    for values in (row.values, *(claim.values for claim, _source in told)):
        for field, value in values.items():
            if field in ("other_name", "characters", "year") or value in ("", None, []):
                continue
            fields[field].add(_say(row.part, value))
    for name in row.names:
        fields["names"].add(_say(row.part, name))
    found = {field: sorted(values) for field, values in sorted(fields.items())}
    return found | {"sources": sorted({source for _claim, source in told})}


def _tell_point(point, usual):
    """Return a point with its values; who did a job is told in the first spelling of each name."""
    said = [saying.value for saying in point.sayings]
    if point.key.startswith("credits/role/"):
        said = [[usual.get(name, name) for name in names] for names in said]
    values = sorted(_say(point.part, value) for value in said)
    return f"{point.part} {point.field}: {' | '.join(values)}"


def _words(values):
    return ", ".join(f"{name} {value}" for name, value in sorted(values.items()) if value)


def _say(part, value):
    if part in HASHED and isinstance(value, str) and len(value) > 60:
        return hashlib.sha256(value.encode()).hexdigest()[:16]
    return ", ".join(sorted(map(str, value))) if isinstance(value, list) else str(value)
