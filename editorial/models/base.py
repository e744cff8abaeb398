"""Base classes of content rows: they report what was written to the open change."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.changes import Change, require_change
from editorial.models.new_records import make_key as make_key
from editorial.models.new_records import new_record as new_record
from editorial.models.record import Record

Deleted = tuple[int, dict[str, int]]


class EditorialQuerySet(models.QuerySet[Any]):
    """A queryset whose bulk writes go through the door as single saves do."""

    def update(self, **values: Any) -> int:
        self._report()
        return super().update(**values)

    def delete(self) -> Deleted:
        self._report()
        return super().delete()

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        opened = require_change()
        rows = list(objs)  # a generator must not be used up before it is written
        for row in rows:
            row.report(opened)
        return super().bulk_create(rows, *args, **kwargs)

    def bulk_update(
        self, objs: Iterable[Any], fields: Iterable[str], *args: Any, **kwargs: Any
    ) -> int:
        opened = require_change()
        rows = list(objs)
        for row in rows:
            row.report(opened)
        return super().bulk_update(rows, fields, *args, **kwargs)

    def _report(self) -> None:
        opened = require_change()
        for obj in self.all():
            obj.report(opened)


class EditorialModel(models.Model):
    """A content row. `report` tells the change whose row it is."""

    objects = models.Manager.from_queryset(EditorialQuerySet)()

    class Meta:
        abstract = True

    def report(self, opened: Change) -> None:
        raise NotImplementedError

    def save(self, *args: Any, **kwargs: Any) -> None:
        opened = require_change()
        opened.look(self)
        super().save(*args, **kwargs)
        self.report(opened)

    def delete(self, *args: Any, **kwargs: Any) -> Deleted:
        self.report(require_change())
        return super().delete(*args, **kwargs)


class RecordModel(EditorialModel):
    """The main row of a record: film, page, person, company, festival, image."""

    kind: str = ""
    record = models.OneToOneField(
        Record, models.PROTECT, primary_key=True, related_name="%(class)s", editable=False
    )

    class Meta:
        abstract = True

    def __init__(
        self, *args: Any, key: str = "", uuid: UUID | str | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.wanted_key = key
        self.wanted_uuid = uuid

    @property
    def key(self) -> str:
        return self.record.key

    @property
    def uuid(self) -> UUID:
        return self.record.uuid

    def key_source(self) -> str:
        """The text that a new record's key is made of."""
        return str(self)

    def report(self, opened: Change) -> None:
        opened.touch(self.pk)

    def save(self, *args: Any, **kwargs: Any) -> None:
        opened = require_change()
        if self.record_id is None:
            opened.look(self)
            self.record = new_record(
                self.kind, self.wanted_key or self.key_source(), self.wanted_uuid
            )
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Deleted:
        opened = require_change()
        record_id = self.pk
        result = super().delete(*args, **kwargs)
        opened.forget(record_id)
        return result


class OwnRow(EditorialModel):
    """A row that belongs to one record and is deleted with it.

    `owner_path` is the look-up from the row to the main row, e.g. `film` or `press_item__film`.
    """

    owner_path: str = ""
    uuid = models.UUIDField(_("identifier"), default=uuid4, unique=True, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def find_mistakes(cls, values: Mapping[str, Any]) -> dict[str, ValidationError]:
        """Return what is wrong with values of a row taken together, by field.

        For rules that forms and imported files must both hold, and that no constraint can say.
        """
        return {}

    def report(self, opened: Change) -> None:
        steps = self.owner_path.split("__")
        row = self
        for step in steps[:-1]:
            row = getattr(row, step)
        opened.touch(getattr(row, f"{steps[-1]}_id"))


class SharedRow(EditorialModel):
    """A vocabulary row (role, genre, venue ...) that any page may show."""

    class Meta:
        abstract = True

    def report(self, opened: Change) -> None:
        opened.look_shared(self)
        opened.show()

    def save(self, *args: Any, **kwargs: Any) -> None:
        is_new = self._state.adding
        super().save(*args, **kwargs)
        if is_new:
            require_change().added.append(self)
