"""An import is taken back as one step; what editors did since stays."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from desk.models import ImportedDocument, ImportRun
from desk.undoing import AlreadyUndone, undo_import
from editorial.changes import change
from editorial.documents import document_of
from editorial.models import Publication
from films.models import Film
from people.models import Person
from tests.factories import CreditFactory, FilmFactory

pytestmark = pytest.mark.django_db
TEXT = """---
title: Harbour
category: feature
director: Jo Thamm
release_year: {year}
---
A harbour at night.
"""


def folder(tmp_path: Path, year: int = 1996) -> Path:
    place = tmp_path / "films" / "harbour"
    place.mkdir(parents=True, exist_ok=True)
    (place / "index_en.md").write_text(TEXT.format(year=year))
    return tmp_path


def run_import(path: Path, **options) -> ImportRun:
    call_command("import_content", path, verbosity=0, **options)
    return ImportRun.objects.first()


def test_new_film_and_its_people_are_gone_again(tmp_path):
    run = run_import(folder(tmp_path), publish=True)
    assert Publication.objects.live().exists()
    done = undo_import(run)
    assert (done.deleted, done.restored, done.kept) == (2, 0, [])
    assert (Film.objects.count(), Person.objects.count()) == (0, 0)
    assert not Publication.objects.live().exists()
    assert not ImportedDocument.objects.exists()


def test_changed_film_is_as_before_and_imports_again(tmp_path):
    run_import(folder(tmp_path))
    before = document_of(Film.objects.get().record)
    run = run_import(folder(tmp_path, year=1997))
    assert Film.objects.get().year == 1997
    assert undo_import(run).restored == 1
    assert document_of(Film.objects.get().record) == before
    run_import(folder(tmp_path, year=1997))
    assert Film.objects.get().year == 1997


def test_later_edits_stay(tmp_path):
    run_import(folder(tmp_path))
    run = run_import(folder(tmp_path, year=1997))
    film = Film.objects.get()
    with change(None, "test"):
        film.tagline_en = "By hand."
        film.save()
    undo_import(run)
    film.refresh_from_db()
    assert (film.year, film.tagline_en) == (1996, "By hand.")


def test_what_both_changed_stays_and_is_said(tmp_path):
    run_import(folder(tmp_path))
    run = run_import(folder(tmp_path, year=1997))
    film = Film.objects.get()
    with change(None, "test"):
        film.year = 1998
        film.save()
    assert undo_import(run).kept == ["Film “harbour” was edited since; kept: facts.year."]
    assert Film.objects.get().year == 1998


def test_person_in_use_elsewhere_stays(tmp_path):
    run = run_import(folder(tmp_path))
    CreditFactory(film=FilmFactory(), person=Person.objects.get())
    assert undo_import(run).kept == ["Person “jo-thamm” is in use elsewhere."]
    assert Person.objects.count() == 1


def test_import_is_undone_once(tmp_path):
    run = run_import(folder(tmp_path))
    undo_import(run)
    with pytest.raises(AlreadyUndone):
        undo_import(run)
    with pytest.raises(CommandError, match="no such import"):
        call_command("undo_import")


def test_dry_run_leaves_no_run(tmp_path):
    call_command("import_content", folder(tmp_path), dry_run=True, verbosity=0)
    assert not ImportRun.objects.exists()


def test_command_undoes_the_last_import(tmp_path, capsys):
    run_import(folder(tmp_path))
    call_command("undo_import")
    assert "Deleted: 2, restored: 0." in capsys.readouterr().out


def test_run_keeps_its_report(tmp_path):
    run = run_import(folder(tmp_path))
    assert run.counts == {"created": 1, "updated": 0, "unchanged": 0, "failed": 0, "problems": 0}
    assert run.finished_at is not None
