"""Records of an export become rows: a batch in one transaction, each for itself if one fails."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from desk.exchange.beginning import begin
from desk.exchange.folder import FoundRecord
from desk.exchange.identifying import model_of, records_for
from desk.exchange.merging import Merging, remember
from desk.exchange.naming import Identities
from desk.exchange.reading import Incomplete, Source, read_document
from desk.exchange.source_rows import SourceLoader
from desk.exchange.writing import Row
from desk.importing.strict_yaml import KeyPath
from desk.loading.clashes import say_clash
from desk.loading.options import LoadOptions
from desk.loading.pictures import reason
from desk.loading.report import ItemReport
from desk.models import ImportedDocument
from editorial.changes import Change
from editorial.documents import ForeignRow, apply_document, documents_of, write_new
from editorial.kinds import Document, kind_of
from editorial.models import Record
from pages.models import Page
from people.models import make_sort_name
from sources.comparing.renewing import renew_standings

logger = logging.getLogger(__name__)


class Together(Exception):
    """These records cannot be loaded in one batch: two of the folder are one record here."""


@dataclass
class Coming:
    """A record on its way in; `facts` are those that its file does not say."""

    kind: str
    item: ItemReport
    source: Source
    facts: Row = field(default_factory=dict)
    found: FoundRecord | None = None
    document: Document | None = None
    known: list[int] = field(default_factory=list)

    def mark(self) -> None:
        """Note where it begins, for `forget`."""
        self.known = [len(source.problems) for source in self._sources()]

    def _sources(self) -> list[Source]:
        return [self.source] if self.found is None else self.found.sources

    def forget(self) -> None:
        """Take back what was noted on the way: it begins anew."""
        self.document, self.item.status, self.item.published = None, "failed", []
        for source, count in zip(self._sources(), self.known, strict=True):
            del source.problems[count:]
            source.unread.forget()


class RecordLoader:
    """Loads records whole or not at all; what keeps one out is reported at its file."""

    def __init__(self, identities: Identities, sources: SourceLoader, options: LoadOptions) -> None:
        self.identities, self.sources, self.options = identities, sources, options
        self.reason = _("Imported from an export")

    def load(self, batch: Sequence[Coming]) -> None:
        """Load records of one kind that do not wait for each other."""
        for one in batch:
            one.mark()
        ready = [one for one in batch if self._read(one)]
        if len(ready) > 1 and self._load_together(ready):
            return
        for one in ready:
            if one.document is not None or self._read(one):
                with self._telling(one):
                    self._write([one])

    def _load_together(self, batch: Sequence[Coming]) -> bool:
        try:
            self._write(batch)
        except Exception:
            # Nothing of the batch stays; who it was shows when each is loaded for itself.
            logger.debug("batch of %s refused", batch[0].kind, exc_info=True)
            for one in batch:
                one.forget()
            return False
        return True

    def _read(self, one: Coming) -> bool:
        key = one.item.slug
        with self._telling(one):
            uuid = self.identities.own[model_of(one.kind)][key]
            kind = kind_of(one.kind)
            one.document = read_document(kind, key, uuid, one.source, self.identities.find)
            one.document["facts"] |= one.facts
        return one.document is not None

    @contextmanager
    def _telling(self, one: Coming) -> Iterator[None]:
        """Report what keeps a record out; nobody else finds it by its name then."""
        source, key = one.source, one.item.slug
        try:
            yield
            return
        except Incomplete:
            pass  # was reported where it was found missing
        except ForeignRow as error:
            source.report(_place_of(source.data, error.uuid), error.uuid, reason(error))
        except ValidationError as error:
            source.report((), key, reason(error))
        except DatabaseError as error:
            logger.warning("import of %s/%s refused", one.kind, key, exc_info=True)
            source.report((), key, say_clash(error))
        except Exception as error:
            # One record's failure, even one of ours, must not cost the others.
            logger.exception("import of %s/%s failed", one.kind, key)
            source.report((), key, str(error))
        one.item.status = "failed"
        self.identities.own[model_of(one.kind)].pop(key, None)

    def _write(self, batch: Sequence[Coming]) -> None:
        with self.options.recorder.change(self.options.user, self.reason) as opened:
            records = self._records(batch, opened)
            merged = self._merge(batch, records)
            self._write_rows(batch, merged)
            remember(merged)
            documents_of([merging.record for merging in merged])  # at once; `begin` asks for each
            for one, merging in zip(batch, merged, strict=True):
                self._complete(one, merging)

    def _records(self, batch: Sequence[Coming], opened: Change) -> list[Record]:
        wanted = [(one.item.slug, _document_of(one)["uuid"]) for one in batch]
        records = records_for(batch[0].kind, wanted, opened)
        if len({record.pk for record in records}) < len(records):
            raise Together
        return records

    def _merge(self, batch: Sequence[Coming], records: Sequence[Record]) -> list[Merging]:
        standing = documents_of(records)
        memories = {
            memory.record_id: memory
            for memory in ImportedDocument.objects.filter(
                record__in=[record.pk for record in records],
                layout=ImportedDocument.Layout.EXPORT,
            )
        }
        return [
            Merging.make(record, _document_of(one), one.source, standing[record.pk],
                         memories.get(record.pk))
            for one, record in zip(batch, records, strict=True)
        ]  # fmt: skip

    def _write_rows(self, batch: Sequence[Coming], merged: Sequence[Merging]) -> None:
        for one, merging in zip(batch, merged, strict=True):
            self.options.recorder.remember(merging.record, merging.memory, merging.is_new)
            one.item.status = merging.status
        write_new([(new.record, _derived(new.theirs)) for new in merged if new.is_new])
        for merging in merged:
            if merging.is_changed and not merging.is_new:
                apply_document(merging.record, merging.document)
            if merging.is_changed:
                _check_tree(merging.record)

    def _complete(self, one: Coming, merging: Merging) -> None:
        """Give a new record its place and publications, and a film what others say about it."""
        if merging.is_new:
            begin(merging.record, one.source, one.found, one.item, self.identities, self.options)
        if one.found is not None and one.found.claims is not None:
            is_more = self.sources.load_film(merging.record, one.found.claims, merging.aliases)
            if is_more and not merging.is_changed:
                renew_standings([merging.record.pk])  # else the change does it


def _document_of(one: Coming) -> Document:
    assert one.document is not None
    return one.document


def _derived(document: Document) -> Document:
    """Return the document with what saving the row alone would fill in."""
    if document["kind"] != Record.Kind.PERSON or document["facts"].get("sort_name"):
        return document
    facts = document["facts"]
    return {**document, "facts": {**facts, "sort_name": make_sort_name(facts["name"])}}


def _check_tree(record: Record) -> None:
    """Raise ValidationError for a page that would come to stand under itself."""
    if record.kind == Record.Kind.PAGE:
        Page.objects.get(pk=record.pk).clean()


def _place_of(value: object, word: str, path: KeyPath = ()) -> KeyPath:
    """Return the path at which the data says `word`, or ()."""
    if not isinstance(value, dict | list):
        return ()
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in steps:
        if inner == word:
            return (*path, step)
        if found := _place_of(inner, word, (*path, step)):
            return found
    return ()
