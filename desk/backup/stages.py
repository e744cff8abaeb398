"""Where the files of a backup wait until they take their place."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage
from django.utils.translation import gettext as _

from assets.object_store import Remote
from desk.backup.failing import BackupError
from desk.backup.space import check_space
from desk.backup.swapping import Rename
from desk.backup.verifying import write_file


class MediaStage(Protocol):
    def add(self, name: str, chunks: Iterator[bytes]) -> None:
        """Keep one file."""

    def publish(self) -> None:
        """Do what can be done before names change places, without taking anything away."""

    def is_taken(self, stamp: str) -> bool:
        """Tell whether former files carry this time already."""

    def renames(self, stamp: str) -> list[Rename]:
        """Return which folders change places."""

    def way_back(self, stamp: str) -> list[str]:
        """Return the commands that bring the former files back."""

    def clean(self) -> None:
        """Delete what waits here."""


def media_stage_of(storage: Storage, needed: int) -> MediaStage:
    """Return the stage for a storage; `needed`: bytes that must be free before the first file."""
    if isinstance(storage, FileSystemStorage):
        return FolderStage(storage, needed)
    return SpoolStage(storage, needed)


class FolderStage:
    """A folder beside MEDIA_ROOT that changes places with it."""

    def __init__(self, storage: FileSystemStorage, needed: int) -> None:
        self.place = Path(storage.location).resolve()
        self.folder = self.place.with_name(f"{self.place.name}.restoring")
        mode = storage.file_permissions_mode
        self.mode = 0o644 if mode is None else mode
        self.needed = needed

    def add(self, name: str, chunks: Iterator[bytes]) -> None:
        if not self.folder.exists():
            self._begin()
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, chunks, self.mode)

    def publish(self) -> None:
        if not self.folder.exists():
            self._begin()

    def is_taken(self, stamp: str) -> bool:
        return os.path.lexists(self._former(stamp))

    def renames(self, stamp: str) -> list[Rename]:
        former = [(self.place, self._former(stamp))] if self.place.exists() else []
        return [*former, (self.folder, self.place)]

    def way_back(self, stamp: str) -> list[str]:
        unwanted = self.place.with_name(f"{self.place.name}.unwanted-{stamp}")
        aside = [f"mv '{self.place}' '{unwanted}'"]
        if self._former(stamp).exists():
            aside.append(f"mv '{self._former(stamp)}' '{self.place}'")
        return aside

    def clean(self) -> None:
        if self.folder.exists():
            shutil.rmtree(self.folder)

    def _begin(self) -> None:
        if self.place.is_mount():
            raise BackupError(
                _(
                    "%(folder)s is a mount point and cannot be renamed. "
                    "Let MEDIA_ROOT be a folder in it."
                )
                % {"folder": self.place}
            )
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        check_space(self.folder.parent, self.needed)
        self.folder.mkdir()

    def _former(self, stamp: str) -> Path:
        return self.place.with_name(f"{self.place.name}.before-restore-{stamp}")


class SpoolStage:
    """For storages that rename nothing: files wait on this machine and are then added."""

    def __init__(self, storage: Storage, needed: int) -> None:
        self.storage = storage
        self.needed = needed
        self.folder: Path | None = None
        self.names: list[str] = []

    def add(self, name: str, chunks: Iterator[bytes]) -> None:
        if self.folder is None:
            self.folder = Path(tempfile.mkdtemp(prefix="lichtspiel-restore-"))
            check_space(self.folder, self.needed)
        write_file(self.folder / str(len(self.names)), chunks)
        self.names.append(name)

    def publish(self) -> None:
        for number, name in enumerate(self.names):
            assert self.folder is not None
            path = self.folder / str(number)
            if self.storage.exists(name):
                if self.storage.size(name) == path.stat().st_size:
                    continue
                if not isinstance(
                    self.storage, Remote
                ):  # which writes over it, whole or not at all
                    self.storage.delete(name)
            with path.open("rb") as file:
                self.storage.save(name, File(file))

    def is_taken(self, stamp: str) -> bool:
        return False

    def renames(self, stamp: str) -> list[Rename]:
        return []

    def way_back(self, stamp: str) -> list[str]:
        return []

    def clean(self) -> None:
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder = None
