"""A kit as a file in somebody's folder, without a row: what the command writes."""

from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

from press.kit.contents import KitContents
from press.kit.formats import FORMATS, Progress
from press.kit.names import file_name
from press.models import Kit

READABLE = 0o644


def write_kit(
    contents: KitContents,
    format: Kit.Format,
    folder: Path,
    progress: Progress = lambda percent, step: None,
) -> Path:
    """Write one kit, whole or not at all, in the place of an older one. Raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file_name(contents, format)
    with NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as part:
        try:
            FORMATS[format].write(contents, cast(BinaryIO, part), progress)
            part.close()
            Path(part.name).chmod(READABLE)
            Path(part.name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(part.name).unlink()
            raise
    return path
