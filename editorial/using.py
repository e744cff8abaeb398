"""Where something is used: every row that points to it, whatever table that is, by its owner."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial.kinds import kind_of
from editorial.models import OwnRow, Publication, Record, RecordModel, Reference
from editorial.models.base import EditorialModel

# What says best how a row uses something: a picture as poster, a person as editor.
TELLING = ("usage", "function", "role")


@dataclass(frozen=True)
class Use:
    """One form in which the thing stands; `how` says as what. `is_published`: visitors see it so.

    `record` is the primary key of the owner's record, None for what has none.
    """

    kind: str
    title: str
    url: str
    how: str
    record: int | None
    is_published: bool


def has_uses(model: type[models.Model]) -> bool:
    """Tell whether other records can refer to rows of this model."""
    return any(
        not _is_own(relation) or has_uses(relation.related_model) for relation in _relations(model)
    )


def uses_of(rows: Sequence[models.Model]) -> list[Use]:
    """Return what uses rows of one model, by title. As many queries as tables refer to it."""
    if not rows:
        return []
    found: dict[models.Model, Counter[str]] = {}
    _collect(type(rows[0]), [row.pk for row in rows], found)
    for row in rows:
        found.pop(row, None)
    published = _publishing(rows)
    uses = [_use(owner, ways, published) for owner, ways in found.items()]
    known = {use.record for use in uses}
    uses += [_published_use(record) for pk, record in published.items() if pk not in known]
    return sorted(uses, key=lambda use: (use.kind, use.title.casefold()))


def say_use(use: Use) -> SafeString:
    """Return the use as one line, with a link to its form."""
    title = format_html('<a href="{}">{}</a>', use.url, use.title) if use.url else use.title
    return format_html("{}: {} – {}", use.kind, title, use.how)


def current_publications() -> QuerySet[Publication]:
    """Return what is live and what is scheduled."""
    live = Publication.objects.live().values("pk")
    return Publication.objects.filter(
        Q(pk__in=live) | Q(pk__in=Publication.objects.scheduled().values("pk"))
    )


def is_shown(obj: RecordModel) -> bool:
    """Tell whether something live or scheduled shows the record."""
    shown = Reference.objects.filter(target=obj.pk, publication__in=current_publications())
    return shown.exists()


def _relations(model: type[models.Model]) -> list[Any]:
    return [r for r in model._meta.related_objects if issubclass(r.related_model, EditorialModel)]


def _is_own(relation: Any) -> bool:
    """Tell whether the rows belong to what they refer to and go with it."""
    model = relation.related_model
    return issubclass(model, OwnRow) and model.owner_path.split("__")[0] == relation.field.name


def _collect(
    model: type[models.Model], ids: Iterable[Any], found: dict[models.Model, Counter[str]]
) -> None:
    for relation in _relations(model):
        rows = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": ids})
        if _is_own(relation):
            if has_uses(relation.related_model):
                _collect(relation.related_model, list(rows.values_list("pk", flat=True)), found)
            continue
        for row in rows.select_related(*_needed(relation.related_model)).distinct():
            found.setdefault(_owner(row), Counter())[_how(row, relation.field)] += 1


def _needed(model: type[models.Model]) -> list[str]:
    needed = [f.name for f in model._meta.concrete_fields if f.name == "role" and f.is_relation]
    if issubclass(model, OwnRow):
        owner: Any = model
        for step in model.owner_path.split("__"):
            owner = owner._meta.get_field(step).related_model
        is_record = issubclass(owner, RecordModel)
        needed.append(f"{model.owner_path}__record" if is_record else model.owner_path)
    elif issubclass(model, RecordModel):
        needed.append("record")
    return needed


def _owner(row: Any) -> Any:
    if isinstance(row, OwnRow):
        for step in row.owner_path.split("__"):
            row = getattr(row, step)
    return row


def _how(row: Any, field: Any) -> str:
    for name in TELLING:
        if hasattr(row, f"get_{name}_display"):
            return str(getattr(row, f"get_{name}_display")())
        if getattr(row, name, None):
            return str(getattr(row, name))
    named = row._meta if isinstance(row, OwnRow) else field
    return str(capfirst(named.verbose_name))


def _publishing(rows: Sequence[models.Model]) -> dict[int, Record]:
    """Return the records whose live or scheduled publications show these records. One query."""
    targets = [row.pk for row in rows if isinstance(row, RecordModel)]
    if not targets:
        return {}
    current = current_publications().values("pk")
    shown = Reference.objects.filter(target__in=targets, publication__in=current)
    records = Record.objects.filter(pk__in=shown.values("publication__record"))
    return records.exclude(pk__in=targets).in_bulk()


def _use(owner: Any, ways: Counter[str], published: dict[int, Record]) -> Use:
    how = ", ".join(f"{way} ({n})" if n > 1 else way for way, n in sorted(ways.items()))
    record = owner.pk if isinstance(owner, RecordModel) else None
    kind = str(capfirst(owner._meta.verbose_name))
    return Use(kind, str(owner), _form(owner), how, record, record in published)


def _published_use(record: Record) -> Use:
    """Return a use that is no more on the desk, but on the site."""
    owner = kind_of(record.kind).model._default_manager.filter(pk=record.pk).first()
    title = str(owner) if owner else record.key
    kind = str(capfirst(kind_of(record.kind).model._meta.verbose_name))
    how = _("as published")
    return Use(kind, title, _form(owner) if owner else "", how, record.pk, True)


def _form(owner: Any) -> str:
    try:
        name = f"admin:{owner._meta.app_label}_{owner._meta.model_name}_change"
        return reverse(name, args=[owner.pk])
    except NoReverseMatch:
        return ""
