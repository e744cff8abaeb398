"""What rows point to: named in a document by uuid or key, in the database by a number."""

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from editorial.fields import AnyField, identity_field, is_reference, neutral_fields
from editorial.kinds import Kind
from editorial.models import Forward

Idents = dict[type[models.Model], dict[int, str]]


def idents_of(kind: Kind, rows: dict[str, list[models.Model]]) -> Idents:
    """Return the identities of everything the rows point to: one query per model."""
    wanted: dict[type[models.Model], set[int]] = defaultdict(set)
    for part in kind.parts:
        for field in neutral_fields(part.model, part.owner, part.excluded):
            if is_reference(field):
                for row in rows[part.name]:
                    wanted[target_of(field)].update(targets_of(field, row))
    idents: Idents = {}
    for model, ids in wanted.items():
        if ids:
            found = model._default_manager.filter(pk__in=ids)
            idents[model] = {pk: str(i) for pk, i in found.values_list("pk", identity_field(model))}
    return idents


def target_of(field: AnyField) -> type[models.Model]:
    """Return the model that a reference points to."""
    return cast(type[models.Model], field.related_model)


def targets_of(field: AnyField, row: models.Model) -> list[int]:
    if field.many_to_many:
        return [target.pk for target in getattr(row, field.name).all()]
    target_id = getattr(row, field.attname)
    return [] if target_id is None else [target_id]


class Lookup:
    """From the identity in a document to the primary key, remembered for one application."""

    def __init__(self) -> None:
        self.found: dict[tuple[type[models.Model], str], int] = {}

    def expect(self, model: type[models.Model], idents: Iterable[str]) -> None:
        """Look many identities up at once; what is not found is asked for one by one."""
        name = identity_field(model)
        wanted = [ident for ident in set(idents) if (model, ident) not in self.found]
        if wanted:
            rows = model._default_manager.filter(**{f"{name}__in": wanted})
            for ident, pk in rows.values_list(name, "pk"):
                self.found[model, str(ident)] = pk

    def pk(self, model: type[models.Model], ident: str) -> int:
        known = self.found.get((model, ident))
        if known is None:
            known = self.found[model, ident] = self._find(model, ident)
        return known

    def _find(self, model: type[models.Model], ident: str) -> int:
        name = identity_field(model)
        rows = model._default_manager.filter(**{name: ident})
        found: int | None = rows.values_list("pk", flat=True).first()
        if found is None and name == "record__uuid":
            found = Forward.objects.filter(uuid=ident).values_list("record_id", flat=True).first()
        if found is None:
            raise ValidationError(
                _("%(model)s %(ident)s does not exist here.")
                % {"model": model._meta.verbose_name, "ident": ident}
            )
        return found
