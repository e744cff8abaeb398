"""What the code that makes pages looks like: after an update nothing made before counts."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

ENDINGS = {".py", ".html", ".mo"}
# Rooms that hold no code of ours, or none that makes pages.
PASSED_BY = {"tests", "bench", "docs", "demo", "media", "static", "node_modules"}


@cache
def code_version() -> str:
    """Return the hash of all modules, templates, words and names of static files.

    Read once for each process: about 1,500 files, some 30 ms.
    """
    digest = hashlib.sha256()
    for path in _files(Path(settings.BASE_DIR)):
        digest.update(f"{path}\n".encode())
        digest.update(path.read_bytes())
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    digest.update(manifest.read_bytes() if manifest.exists() else b"")
    return digest.hexdigest()[:24]


def _files(root: Path) -> list[Path]:
    rooms = (
        path
        for path in root.iterdir()
        if path.is_dir() and path.name not in PASSED_BY and not path.name.startswith(".")
    )
    return sorted(path for room in rooms for path in room.rglob("*") if path.suffix in ENDINGS)
