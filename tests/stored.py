"""Files of the storage, wherever it keeps them: a folder, or a store on another machine."""

import tempfile
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


def read(name: str) -> bytes:
    with default_storage.open(name) as file:
        return file.read()


def overwrite(name: str, content: bytes) -> None:
    """Put other bytes under a name, as no code of ours would."""
    default_storage.delete(name)
    assert default_storage.save(name, ContentFile(content)) == name


def path_to_read(name: str) -> Path:
    """Return a path for a program that wants one; what it writes there changes no storage."""
    copy = Path(tempfile.mkdtemp()) / Path(name).name
    copy.write_bytes(read(name))
    return copy
