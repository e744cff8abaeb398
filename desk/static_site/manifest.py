"""What an export has written, and from which state of the content: `.lichtspiel-site.json`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

NAME = ".lichtspiel-site.json"
FORMAT = 1


@dataclass(frozen=True)
class Known:
    """A written file: the hash of its content, its size in bytes, whether it has twins."""

    digest: str
    size: int
    has_twins: bool = False


@dataclass(frozen=True)
class Manifest:
    """`state` is what everything was made from, `until` the moment at which pages change."""

    state: Mapping[str, Any] = field(default_factory=dict)
    until: datetime | None = None
    files: Mapping[str, Known] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of an exported site, None if the folder is none. Raises `OSError`."""
    try:
        data = json.loads((folder / NAME).read_text())
        if data["format"] != FORMAT:
            return Manifest()
        files = {place: Known(*values) for place, values in data["files"].items()}
        until = datetime.fromisoformat(data["until"])
        return Manifest(data["state"], until, files, tuple(data["problems"]))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, TypeError, KeyError):
        return Manifest()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    data = {
        "format": FORMAT,
        "state": manifest.state,
        "until": manifest.until.isoformat() if manifest.until else None,
        "problems": manifest.problems,
        "files": {
            place: [known.digest, known.size, known.has_twins]
            for place, known in sorted(manifest.files.items())
        },
    }
    (folder / NAME).write_text(json.dumps(data, separators=(",", ":")))
