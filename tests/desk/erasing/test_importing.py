"""An import does not bring an erased person back, and says what it left out."""

import pytest

from desk.erasing.erasing import erase_person
from desk.erasing.report import ErasureOptions
from films.models import Film
from people.models import Person
from tests.desk.test_import_command import folder, run  # noqa: F401  the same folder of a film
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
ERASE, ANONYMISE = ErasureOptions(), ErasureOptions(is_anonymous=True)


def names(film):
    return [str(c.person or c.group) for c in film.credits.order_by("position")]


@pytest.mark.parametrize("options", [ERASE, ANONYMISE], ids=["erase", "anonymise"])
def test_person_stays_away_from_a_film_that_is_here(folder, options):  # noqa: F811
    run(folder)
    film = Film.objects.get()
    before = names(film)
    person = Person.objects.get(name="Ada Lindqvist")
    erase_person(person, options)
    after = names(film)
    assert len(after) == len(before) - (not options.is_anonymous)
    code, text = run(folder)
    assert code == 1
    assert "'Ada Lindqvist': This person was erased at his or her request" in text
    assert (names(film), Person.objects.filter(name__contains="Lindqvist").count()) == (after, 0)


def test_person_stays_away_from_a_film_that_is_new(folder):  # noqa: F811
    erase_person(PersonFactory(name="Ada Lindqvist"), ERASE)
    code, text = run(folder)
    assert code == 1
    assert text.count("This person was erased") > 0
    assert Person.objects.filter(name__contains="Lindqvist").count() == 0
    assert Film.objects.count() == 1


def test_namesake_created_by_hand_is_credited(folder):  # noqa: F811
    erase_person(PersonFactory(name="Ada Lindqvist"), ERASE)
    namesake = PersonFactory(name="Ada Lindqvist")
    code, _text = run(folder)
    assert code == 0
    assert namesake.credits.count() > 0
