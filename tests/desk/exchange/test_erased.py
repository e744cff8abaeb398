"""An export from before an erasure does not bring the person back."""

import pytest

from desk.erasing.erasing import erase_person
from desk.erasing.report import ErasureOptions
from desk.exchange import export_content, load_export, read_export
from desk.loading import LoadOptions
from editorial.changes import change
from editorial.documents import document_of
from editorial.publishing import publish
from films.models import Award, Film
from people.models import Depiction, Person
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_image

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def backups(settings, tmp_path):
    settings.BACKUP_ROOT = str(tmp_path / "backups")


@pytest.fixture
def ferry(tmp_path):
    """An export of a live film by Ada, cut by Boris, with an award for Ada."""
    film = FilmFactory(key="ferry")
    ada = PersonFactory(name="Ada Lindqvist", key="ada-lindqvist")
    CreditFactory(film=film, person=ada)
    CreditFactory(film=film, person=PersonFactory(name="Boris Berg"))
    with change(None, "award"):
        Award.objects.create(film=film, name_en="Silver Wave", recipient=ada)
    publish(film.record, "en")
    export_content(tmp_path / "out")
    return tmp_path / "out"


def load(folder):
    return load_export(read_export(folder), LoadOptions())


def names(film):
    return [str(credit.person or credit.group) for credit in film.credits.all()]


@pytest.mark.parametrize("is_anonymous", [False, True], ids=["erase", "anonymise"])
def test_person_stays_away(ferry, is_anonymous):
    load(ferry)
    film = Film.objects.get()
    erase_person(Person.objects.get(name="Ada Lindqvist"), ErasureOptions(is_anonymous))
    before = document_of(film.record)
    report = load(ferry)
    (problem,) = report.all_problems()
    assert problem.value == "ada-lindqvist"
    assert problem.message.startswith("This person was erased at his or her request")
    assert Person.objects.count() == 1
    assert document_of(film.record) == before


def test_film_deleted_since_comes_back_without_the_person(ferry):
    erase_person(Person.objects.get(name="Ada Lindqvist"), ErasureOptions())
    with change(None, "deleted"):
        Film.objects.get().delete()
    load(ferry)
    film = Film.objects.get()
    assert (names(film), film.awards.get().recipient) == (["Boris Berg"], None)


def test_erased_name_is_known_under_another_identifier(ferry):
    """The same folder, written by hand, has no identifiers."""
    erase_person(Person.objects.get(name="Ada Lindqvist"), ErasureOptions())
    file = ferry / "people" / "ada-lindqvist" / "person.yaml"
    lines = [line for line in file.read_text().splitlines() if not line.startswith("uuid")]
    file.write_text("\n".join(lines))
    assert len(load(ferry).all_problems()) == 1
    assert Person.objects.count() == 1


def test_namesake_who_is_here_stays(ferry):
    erase_person(Person.objects.get(name="Ada Lindqvist"), ErasureOptions())
    namesake = PersonFactory(name="Ada Lindqvist")
    CreditFactory(film=Film.objects.get(), person=namesake)
    export_content(ferry)
    assert load(ferry).all_problems() == []
    assert names(Film.objects.get()) == ["Boris Berg", "Ada Lindqvist"]


def test_pictures_do_not_name_an_erased_person(tmp_path):
    ada, boris = PersonFactory(name="Ada Lindqvist"), PersonFactory(name="Boris Berg")
    image = make_image()
    with change(None, "test"):
        for person in (ada, boris):
            Depiction.objects.create(image=image, person=person)
    export_content(tmp_path / "out")
    erase_person(ada, ErasureOptions())
    assert [str(row.person) for row in image.depictions.all()] == ["Boris Berg"]
    load(tmp_path / "out")
    assert [str(row.person) for row in image.depictions.all()] == ["Boris Berg"]
