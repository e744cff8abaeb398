"""import_record: a pasted record becomes claims and rows, and is taken back."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from desk.erasing.erasing import erase_person
from desk.erasing.report import ErasureOptions
from editorial.changes import change
from editorial.models import Record, Revision
from films.models import Credit, ExternalId, Film
from people.models import Person
from sources.models import Claim, Intake, Source
from tests.factories import FilmFactory, PersonFactory
from tests.sources.golden.orders import HERE

RECORD = HERE / "salt" / "record.txt"
PAGE = HERE / "salt" / "page_de.md"

pytestmark = pytest.mark.django_db


def run(*args, **options):
    """Call the command and return what it prints."""
    out = StringIO()
    call_command("import_record", *map(str, args), stdout=out, **options)
    return out.getvalue().splitlines()


def counts():
    return {model.__name__: model.objects.count() for model in
            (Record, Film, Person, Credit, Source, Claim, Intake, Revision)}  # fmt: skip


def test_record_makes_a_draft_with_what_it_says():
    lines = run(RECORD, film="salt-lantern")
    film = Film.objects.get()
    assert (film.record.key, film.title_en, film.year) == ("salt-lantern", "Salt Lantern", 2014)
    assert film.credits.count() == 13
    assert lines[0] == "Film “salt-lantern”: new, a draft."
    assert "Left aside, link without an address: 1" in lines
    assert lines[-1] == f"To take it back: manage.py import_record --undo {Intake.objects.get().pk}"


def test_dry_run_prints_the_same_and_writes_nothing():
    before = counts()
    dry = run(RECORD, film="salt-lantern", dry_run=True)
    assert counts() == before
    wet = run(RECORD, film="salt-lantern")
    assert (dry[:-1], dry[-1]) == (wet[:-1], "This was a dry run: nothing was changed.")


def test_second_run_changes_nothing(tmp_path):
    run(RECORD, film="salt-lantern")
    before = counts()
    copy = tmp_path / "copy.txt"
    copy.write_text(RECORD.read_text(encoding="utf-8"), encoding="utf-16")
    assert run(copy, film="salt-lantern")[-1] == "Nothing was changed."
    assert counts() == before


def test_undo_leaves_no_film_and_nobody():
    run(RECORD, film="salt-lantern")
    lines = run(undo=Intake.objects.get().pk)
    assert lines == ["Taken back: 29 statements."]
    assert (Film.objects.count(), Person.objects.count(), Claim.objects.count()) == (0, 0, 0)
    with pytest.raises(CommandError) as caught:
        run(undo=Intake.objects.get().pk)
    assert str(caught.value) == "This was taken back already."


def test_undo_keeps_a_film_that_has_more_by_now():
    run(RECORD, film="salt-lantern")
    run(PAGE, film="salt-lantern")
    lines = run(undo=Intake.objects.order_by("pk").first().pk)
    assert "Kept: The film “salt-lantern” has more by now and stays." in lines
    film = Film.objects.get()
    assert (film.title_de, film.credits.count()) == ("Die Salzlaterne", 6)  # the page’s own


def test_own_page_tells_the_title_that_the_key_could_not():
    run(PAGE, film="salz")
    film = Film.objects.get()
    assert (film.title_de, film.slug_de, film.title_en) == ("Die Salzlaterne", "salz", None)
    assert Source.objects.get().kind == Source.Kind.HOUSE


def test_category_of_a_new_film_is_that_of_its_source(tmp_path):
    path = tmp_path / "record.txt"
    path.write_text("Finland, 2014, 60mn\nColour, documentary\n\nDirected by : Mira ALTWEG\n")
    run(path, film="salt")
    assert Film.objects.get().category == "documentary"


def test_report_is_german_for_germans():
    with override("de"):
        lines = run(PAGE, film="salz", dry_run=True)
    assert lines[0] == "Film „salz“: neu, ein Entwurf."
    assert lines[-1] == "Das war ein Probelauf: Geändert wurde nichts."


def test_errors_are_sentences(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    asked = [
        ([empty], {"film": "x"}, "The file is empty."),
        ([tmp_path / "no"], {"film": "x"}, f"There is no file {tmp_path / 'no'}."),
        ([RECORD], {}, "Name a file and the film: import_record FILE --film SLUG."),
        ([], {"undo": 77}, "There is no import with the number 77."),
    ]
    for args, options, message in asked:
        with pytest.raises(CommandError) as caught:
            run(*args, **options)
        assert str(caught.value) == message


def test_key_that_is_none_is_refused():
    with pytest.raises(CommandError) as caught:
        run(RECORD, film="Salt Lantern")
    assert str(caught.value).startswith("Salt Lantern: The slug holds other signs")
    assert (Film.objects.count(), Source.objects.count()) == (0, 0)


def test_erased_person_does_not_come_back():
    erase_person(PersonFactory(name="Ilmari Sola"), ErasureOptions())
    with pytest.raises(SystemExit) as caught:
        run(RECORD, film="salt-lantern")
    assert caught.value.code == 1
    assert not Person.objects.filter(name="Ilmari Sola").exists()
    assert not Claim.objects.filter(values__name="Ilmari Sola").exists()
    assert Film.objects.get().credits.count() == 12


def test_number_of_another_film_is_told(tmp_path):
    other = FilmFactory(key="other", title_en="Other Film")
    with change(None, "test"):
        ExternalId.objects.create(film=other, scheme="imdb", value="tt1234567")
    path = tmp_path / "record.txt"
    path.write_text("Directed by : Mira ALTWEG\nIMDb: https://www.imdb.com/title/tt1234567/\n")
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("import_record", str(path), film="salt", stdout=out)
    assert "is the number of “Other Film”." in out.getvalue()
    assert ExternalId.objects.count() == 1


REVIEW = """A Lantern in the Salt
By Eva Holm
12 March 2015

The lantern is lit in the first minute of the film, and it is out in the last, and all of this \
is told with the calm of those who know the sea and what it takes from them.
"""


def test_source_is_described_by_what_the_text_says_of_itself(tmp_path):
    path = tmp_path / "review.txt"
    path.write_text(REVIEW)
    run(path, film="salt")
    source = Source.objects.get()
    assert (source.title, source.author, source.date, source.language) == (
        "A Lantern in the Salt", "Eva Holm", "2015-03-12", "en"
    )  # fmt: skip


def test_what_is_told_at_the_command_counts_more(tmp_path):
    path = tmp_path / "review.txt"
    path.write_text(REVIEW)
    run(path, film="salt", title="Review of Salt", kind="book", language="de")
    source = Source.objects.get()
    assert (source.title, source.kind, source.language) == ("Review of Salt", "book", "de")


def test_text_that_says_nothing_of_itself_is_called_as_its_file(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("Directed by : Mira ALTWEG\n")
    run(path, film="salt")
    source = Source.objects.get()
    assert (source.title, source.kind, source.language) == ("list.txt", "other", "")
