"""What is tried, in the order of the table."""

from collections.abc import Callable

from tests.kills import backups, imports, saves, uploads, works
from tests.kills.ground import Ground
from tests.kills.outcome import Outcome

OPERATIONS: dict[str, Callable[[Ground], Outcome]] = {
    "upload": uploads.run,
    "save": saves.run,
    "import": imports.run,
    "rendition": works.run_rendition,
    "kit": works.run_kit,
    "backup": backups.run_backup,
    "restore": backups.run_restore,
}
