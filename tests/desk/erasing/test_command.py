"""erase_person on the terminal: the report, in words and as JSON."""

import io
import json
import os
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils.translation import override

from editorial.changes import change
from editorial.models import Revision
from editorial.publishing import publish
from people.models import Person
from tests.factories import FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db


def run(*args, **options):
    """Return (exit code, output)."""
    out, code = io.StringIO(), 0
    try:
        call_command("erase_person", *args, stdout=out, **options)
    except SystemExit as end:
        code = end.code
    return code, out.getvalue()


def test_person_named_nowhere_else_goes_silently():
    PersonFactory(name="Ada Lindqvist", key="ada-lindqvist")
    assert run("ada-lindqvist") == (
        0,
        "Ada Lindqvist was erased.\n\nRows\n    Records: 1\n    Revisions: 1\n    People: 1\n",
    )


def test_person_is_found_by_identifier():
    person = PersonFactory()
    assert run(str(person.uuid))[0] == 0
    assert Person.objects.count() == 0


@pytest.mark.parametrize(
    "key", ["nobody", "6a1f7f4e-3b0e-4d52-9c1b-9a3f0d9f3b11", "ä ö", "x" * 500]
)
def test_unknown_person_is_named(key):
    PersonFactory()
    with pytest.raises(CommandError, match="There is no person"):
        run(key)


@pytest.mark.parametrize("args", [[], ["ada", "--again"], ["--again", "--redact-name", "Ada"]])
def test_one_thing_at_a_time(args):
    with pytest.raises(CommandError, match="Name one person"):
        run(*args)


def test_what_is_left_makes_the_exit_code(world, backups):
    backups.mkdir()
    (backups / "today.backup").write_bytes(b"x")
    code, text = run("ada-lindqvist", anonymise=True)
    lines = text.splitlines()
    assert (code, lines[0]) == (1, "Ada Lindqvist was anonymised.")
    at = lines.index("    page/about  Text (en): Founded by Ada Lindqvist in 2001.")
    assert lines[at + 1].strip() == (
        f"on the desk, live, in history (2×)  /admin/pages/page/{world.page.pk}/change/"
    )
    assert lines[-2] == "Backups"
    assert lines[-1].startswith("    today.backup of ")


def test_older_backup_does_not_hold_the_person(world, backups):
    backups.mkdir()
    old = backups / "old.backup"
    old.write_bytes(b"x")
    os.utime(old, (1, 1))
    assert "old.backup" not in run("ada-lindqvist")[1]


def test_restore_points_are_backups_and_locks_are_none(world, backups):
    (backups / "restore-points").mkdir(parents=True)
    (backups / "restore-points" / "1.backup").write_bytes(b"x")
    (backups / "db.lock").write_bytes(b"")
    lines = run("ada-lindqvist")[1].splitlines()
    listed = lines[lines.index("Backups") + 1 :]
    assert [line.split()[0] for line in listed] == ["restore-points/1.backup"]


def test_former_state_beside_the_media_is_a_backup(world, settings):
    former = Path(f"{settings.MEDIA_ROOT}.before-restore-20260101-120000")
    former.mkdir()
    lines = run("ada-lindqvist")[1].splitlines()
    assert lines[lines.index("Backups") + 1].split()[0] == str(former)


def test_report_is_written_as_json(world, tmp_path):
    path = tmp_path / "report.json"
    run("ada-lindqvist", dry_run=True, report=path)
    data = json.loads(path.read_text("utf-8"))
    assert (data["person"], data["mode"], data["dry_run"]) == ("ada-lindqvist", "erased", True)
    assert data["records"]["film/line-11"] == {
        "revisions": 3, "publications": 2, "credits": 1, "awards": 1
    }  # fmt: skip
    assert Person.objects.filter(name="Ada Lindqvist").count() == 1


def test_report_speaks_german(world):
    with override("de"):
        text = run("ada-lindqvist", dry_run=True)[1]
    assert text.splitlines()[0] == "Ada Lindqvist würde gelöscht. Geändert wurde nichts."
    assert "Bitte selbst prüfen: Diese Texte nennen die Person" in text


def test_again_repeats_what_a_restore_brought_back():
    person = PersonFactory(name="Ada Lindqvist", key="ada")
    uuid = person.uuid
    run("ada")
    PersonFactory(name="Ada Lindqvist", uuid=uuid)
    code, text = run("--again")
    assert (code, text.splitlines()[-1]) == (0, "Erased again: 1.")
    assert Person.objects.count() == 0


def test_name_is_blanked_in_history_after_the_text_was_edited():
    film = FilmFactory(synopsis_short_en="By Ada Lindqvist.")
    publish(film.record, "en")
    with change(None, "edited"):
        film.synopsis_short_en = "By somebody."
        film.save()
    publish(film.record, "en")
    assert run("--redact-name", "Ada Lindqvist") == (0, "Blanked in 3 old documents.\n")
    texts = {
        r.document["texts"]["en"]["facts"]["synopsis_short"]
        for r in Revision.objects.filter(record=film.record)
    }
    assert texts == {"By […].", "By somebody."}
