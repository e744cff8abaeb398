"""Writing files that are named by their content: whole or not at all, and only once."""

import tempfile
from contextlib import suppress
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage


def write_once(storage: Storage, name: str, data: bytes) -> None:
    """Store `data` under exactly this name; what is there already has the same content."""
    if storage.exists(name):
        return
    if isinstance(storage, FileSystemStorage):
        _write_file(storage, name, data)
    else:
        storage.save(name, ContentFile(data))


def _write_file(storage: FileSystemStorage, name: str, data: bytes) -> None:
    """Write beside the place and rename: a reader never sees half a picture."""
    path = Path(storage.path(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
        try:
            part.write(data)
            part.close()
            mode = storage.file_permissions_mode
            Path(part.name).chmod(0o644 if mode is None else mode)
            Path(part.name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(part.name).unlink()
            raise
