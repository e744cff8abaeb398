"""An upgrade: backup, maintenance, migrations, proof; and the way back if one of them fails."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count
from django.utils.translation import gettext as _

from desk.backup.comparing import different_rows
from desk.backup.failing import BackupError, NeedsHand
from desk.backup.locking import locked
from desk.backup.maintenance import maintained
from desk.backup.making import make_backup
from desk.backup.points import add_point, make_private
from desk.backup.restoring import put_back
from desk.backup.site import Site
from desk.backup.swapping import undo_interrupted
from desk.deriving import fill_derived
from editorial.documents import document_of
from editorial.models import Record

Say = Callable[[str], None]


@dataclass(frozen=True)
class State:
    """What must be as before: the number of records by kind, and what was wrong already."""

    records: dict[str, int]
    problems: list[str]


def upgrade_site(site: Site, say: Say, is_whole: bool = True) -> None:
    """Bring the database to the code's state, or leave it as it was and raise `BackupError`.

    `is_whole=False` leaves the files of the storage out of the backup.
    """
    with locked(site):
        if undo_interrupted(site.beside("swap"), site.database.is_exchanged):
            say(_("A restore that was interrupted has been undone."))
        if not site.database.exists():
            _migrate()
            say(_("The database was created."))
            return
        stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
        make_private(site.backups)
        target = site.backups / f"before-upgrade-{stamp}.backup"
        made = make_backup(site, target, is_whole, reason="upgrade")
        say(_("Backup: %(file)s") % {"file": made.path})
        for gap in made.gaps:
            say(gap)
        with maintained(site, "upgrade"):
            _migrate_safely(site, say)
    say(_("The upgrade is complete."))


def _migrate_safely(site: Site, say: Say) -> None:
    # What was written while the backup was made must not be lost, should it be needed.
    point = add_point(site, "upgrade")
    before = State(count_records(), site.database.problems())
    try:
        names = pending_migrations()
        _migrate()
        say(_("Migrations: %(names)s") % {"names": ", ".join(names) or _("none")})
        problems = prove(site, before)
        if problems:
            raise BackupError("\n".join(problems))
    except BaseException as error:
        reason = str(error) or type(error).__name__
        connection.close()
        try:
            put_back(site, point)
        except BackupError as hindrance:
            raise NeedsHand(
                _(
                    "The upgrade failed: %(error)s\n"
                    "The former state could not be brought back: %(hindrance)s\n"
                    "The site stays in maintenance. Stop it and its worker, go back to the former "
                    "version of the code, and type:\n    python manage.py restore %(point)s"
                )
                % {"error": reason, "hindrance": hindrance, "point": point}
            ) from error
        raise BackupError(
            _(
                "The upgrade failed: %(error)s\n"
                "The database is again what it was before. Go back to the former version of the "
                "code, or mend what is wrong and upgrade again."
            )
            % {"error": reason}
        ) from error


def pending_migrations() -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _is_backwards in plan]


def _migrate() -> None:
    call_command("migrate", interactive=False, verbosity=0)
    fill_derived()


def count_records() -> dict[str, int]:
    """Return the number of records by kind; none if the first migration was cut short."""
    if Record._meta.db_table not in connection.introspection.table_names():
        return {}
    counted = Record.objects.order_by().values_list("kind").annotate(Count("pk"))
    return {str(kind): number for kind, number in counted}


def prove(site: Site, before: State) -> list[str]:
    """Return what is wrong after the migrations: settings, database, records, documents."""
    call_command("check", stdout=StringIO())
    problems = [line for line in site.database.problems() if line not in before.problems]
    problems += different_rows(before.records, count_records())
    for record in Record.objects.order_by("pk").iterator():
        try:
            document_of(record)
        except Exception as error:  # whatever it is, the record cannot be read
            problems.append(f"{record}: {error!r}")
    return problems
