"""An import is taken back as one step; what editors did since stays."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from desk.exchange import export_content
from desk.models import ImportedDocument, ImportRun
from desk.undoing import AlreadyUndone, undo_import
from editorial.changes import change
from editorial.documents import document_of
from editorial.models import Publication, Record
from films.models import Country, Credit, Film
from people.merging import merge_records
from people.models import Person
from sources.models import Claim, Decision, Source, Standing
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_member

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
    root = tmp_path / "content"
    place = root / "films" / "harbour"
    place.mkdir(parents=True, exist_ok=True)
    (place / "index_en.md").write_text(TEXT.format(year=year))
    return root


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
    binned = Record.objects.exclude(binned_at=None).order_by("kind")
    assert [record.kind for record in binned] == ["film", "person"]


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


def test_kept_film_imports_again_without_conflicts(tmp_path):
    """A new film that was edited stays; so does what the folder is remembered to have said."""
    run = run_import(folder(tmp_path))
    film = Film.objects.get()
    with change(None, "test"):
        film.tagline_en = "By hand."
        film.save()
    undo_import(run)
    assert ImportedDocument.objects.filter(record=film.record).count() == 1
    assert run_import(folder(tmp_path, year=1997)).counts["problems"] == 0
    film.refresh_from_db()
    assert (film.year, film.tagline_en) == (1997, "By hand.")


def test_memory_of_the_other_layout_stays(tmp_path):
    run_import(folder(tmp_path))
    export_content(tmp_path / "export")
    run = run_import(tmp_path / "export")
    file = tmp_path / "export" / "films" / "harbour" / "film.yaml"
    ImportedDocument.objects.filter(layout="export").delete()
    file.write_text(file.read_text() + "tagline: {en: New.}\n")
    run = run_import(tmp_path / "export")
    undo_import(run)
    left = ImportedDocument.objects.filter(record=Film.objects.get().record)
    assert [memory.layout for memory in left] == ["folder"]


def test_what_excludes_the_former_state_stays(tmp_path):
    """The import took a country away, an editor entered it again as a row of its own."""
    film = FilmFactory(key="harbour")
    with change(None, "test"):
        Country.objects.create(film=film, code="DE")
    export_content(tmp_path / "export")
    run_import(tmp_path / "export")
    file = tmp_path / "export" / "films" / "harbour" / "film.yaml"
    head, _countries, tail = file.read_text().partition("countries:\n")
    file.write_text(head + tail.split("\n", 2)[2])
    run = run_import(tmp_path / "export")
    assert film.countries.count() == 0
    with change(None, "test"):
        Country.objects.create(film=film, code="DE")
    assert undo_import(run).kept == [
        "Film “harbour”: what was edited since excludes the former state."
    ]
    assert [country.code for country in film.countries.all()] == ["DE"]


def test_undoing_after_a_merge_keeps_who_took_another_in(tmp_path):
    run = run_import(folder(tmp_path))
    older = PersonFactory(name="Jo Thamm")
    imported = Person.objects.exclude(pk=older.pk).get()
    merge_records(imported, [older], {})
    done = undo_import(run)
    assert done.kept == [f"Person “{imported.key}” was merged with another since."]
    assert (Film.objects.count(), Person.objects.get()) == (0, imported)


def test_undoing_after_a_merge_keeps_the_film_whose_people_changed(tmp_path):
    run = run_import(folder(tmp_path))
    imported = Person.objects.get()
    older = PersonFactory(name="Johanna Thamm")
    merge_records(older, [imported], {})
    assert undo_import(run).kept == ["Film “harbour” was edited since."]
    assert Credit.objects.get().person == older


def test_later_import_finds_the_merged_person_again(tmp_path):
    run_import(folder(tmp_path))
    imported = Person.objects.get()
    older = PersonFactory(name="Johanna Thamm")
    merge_records(older, [imported], {})
    second = run_import(folder(tmp_path, year=1997))
    assert Credit.objects.get().person == older
    undo_import(second)
    assert (Film.objects.get().year, Credit.objects.get().person) == (1996, older)
    assert Person.objects.get() == older


@pytest.fixture
def told(tmp_path):
    """A film with a source, a claim and a decision, exported; the site knows nothing of them."""
    film = FilmFactory(key="harbour")
    source = Source.objects.create(title="Record", text="Of 2012.")
    Claim.objects.create(record=film.record, source=source, part="facts", values={"year": 2012})
    Decision.objects.create(record=film.record, point="facts/year", state="chosen", value=2012)
    export_content(tmp_path / "export")
    source.delete()
    Decision.objects.all().delete()
    return run_import(tmp_path / "export")


def counts():
    return tuple(model.objects.count() for model in (Source, Claim, Decision, Standing))


def test_sources_of_an_import_go_with_it(told):
    assert counts() == (1, 1, 1, 1)
    assert undo_import(told).kept == []
    assert counts() == (0, 0, 0, 0)
    assert Film.objects.count() == 1


def test_a_source_that_was_used_since_stays(told):
    source = Source.objects.get()
    Claim.objects.create(
        record=Film.objects.get().record, source=source, part="facts", values={"year": 2013}
    )
    assert undo_import(told).kept == ["Record is in use elsewhere."]
    assert [claim.values for claim in Claim.objects.all()] == [{"year": 2013}]
    assert counts() == (1, 1, 0, 1)


def test_a_decision_of_an_editor_stays(told):
    Decision.objects.update(decided_by=make_member("editor"), value=2011)
    assert undo_import(told).kept == ["facts/year is in use elsewhere."]
    assert Decision.objects.get().value == 2011
