"""Folders for work files in TMPDIR; what a killed process has left goes after a day."""

import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

# Of trailers, PDFs, backups that are verified, files that are restored into a store.
PREFIXES = (
    "lichtspiel-video-",
    "lichtspiel-kit-",
    "lichtspiel-verify-",
    "lichtspiel-restore-",
)
DAY = 24 * 3600


def sweep_work_folders() -> list[str]:
    """Delete work folders older than a day; return their names."""
    root = Path(tempfile.gettempdir())
    found = [path for prefix in PREFIXES for path in sorted(root.glob(f"{prefix}*"))]
    return [path.name for path in found if _is_left(path) and _delete(path)]


def _is_left(path: Path) -> bool:
    with suppress(OSError):
        is_ours = path.is_dir() and not path.is_symlink()
        return is_ours and time.time() - path.stat().st_mtime > DAY
    return False


def _delete(path: Path) -> bool:
    shutil.rmtree(path, ignore_errors=True)  # that of another account stays
    return not path.exists()
