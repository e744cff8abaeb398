"""What erasing a person did, what is left for a human, and which backups still hold the name."""

import dataclasses
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

# What is counted for each film or page, in the order of the report.
FILM_COUNTS = ("credits", "awards", "revisions", "publications", "imports", "redacted")


@dataclass(frozen=True)
class ErasureOptions:
    """`is_anonymous` keeps the credits without the name; `is_redacting` blanks it in history."""

    is_anonymous: bool = False
    is_redacting: bool = False
    is_dry_run: bool = False
    user: Any = None


@dataclass
class Finding:
    """A place that still names the person, for a human to decide.

    `where` is desk, live, scheduled, history, import or other; `cells` are the (table, primary
    key, column) that hold the sentence, several for a text that many revisions repeat.
    """

    record: str
    where: str
    language: str
    field: str
    label: str
    sentence: str
    address: str
    cells: list[tuple[str, str, str]] = dataclasses.field(default_factory=list)


@dataclass(frozen=True)
class BackupFile:
    """A backup that was made while the person was in the database."""

    name: str
    made_at: datetime
    delete_by: datetime


@dataclass
class ErasureReport:
    """`tables` counts rows by the model's label, `films` the changes by record id."""

    key: str
    uuid: str
    name: str
    options: ErasureOptions
    erased_at: datetime
    tables: Counter[str] = dataclasses.field(default_factory=Counter)
    films: defaultdict[int, Counter[str]] = dataclasses.field(
        default_factory=lambda: defaultdict(Counter)
    )
    film_keys: dict[int, str] = dataclasses.field(default_factory=dict)
    pictures_kept: list[tuple[str, list[str]]] = dataclasses.field(default_factory=list)
    files: list[str] = dataclasses.field(default_factory=list)
    places: list[str] = dataclasses.field(default_factory=list)
    findings: list[Finding] = dataclasses.field(default_factory=list)
    backups: list[BackupFile] = dataclasses.field(default_factory=list)
    warnings: list[str] = dataclasses.field(default_factory=list)

    def count(self, model: type[Model], number: int) -> None:
        """Note that so many rows of a table went or were changed."""
        if number:
            self.tables[model._meta.label] += number

    def count_film(self, record_id: int, what: str, number: int = 1) -> None:
        """Note a change to a film, page or other record, by one of `FILM_COUNTS`."""
        if number:
            self.films[record_id][what] += number

    def counts(self) -> dict[str, Any]:
        """Return what the register keeps: numbers, and nothing about anybody."""
        total: Counter[str] = Counter()
        for counted in self.films.values():
            total.update(counted)
        return {
            "tables": dict(sorted(self.tables.items())),
            "records": len(self.films),
            **{what: total[what] for what in FILM_COUNTS if total[what]},
            "files": len(self.files),
            "findings": len(self.findings),
        }

    def as_json(self) -> dict[str, Any]:
        """Return the machine's form."""
        return {
            "person": self.key,
            "uuid": self.uuid,
            "name": self.name,
            "mode": "anonymised" if self.options.is_anonymous else "erased",
            "history_redacted": self.options.is_redacting,
            "dry_run": self.options.is_dry_run,
            "erased_at": self.erased_at.isoformat(),
            "tables": dict(sorted(self.tables.items())),
            "records": {
                self.film_keys.get(record_id, str(record_id)): dict(counted)
                for record_id, counted in sorted(self.films.items())
            },
            "pictures_kept": [
                {"picture": picture, "because": reasons} for picture, reasons in self.pictures_kept
            ],
            "files": sorted(self.files),
            "places": self.places,
            "left_for_a_human": [asdict(finding) for finding in self.findings],
            "backups": [
                {
                    "file": backup.name,
                    "made_at": backup.made_at.isoformat(),
                    "delete_by": backup.delete_by.isoformat(),
                }
                for backup in self.backups
            ],
            "warnings": self.warnings,
        }
