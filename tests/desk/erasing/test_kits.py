"""Built kits of films that have ever shown an erased person are deleted, rows and files."""

import pytest
from django.core.files.storage import default_storage

from desk.erasing.erasing import erase_person
from desk.erasing.report import ErasureOptions
from press.building.files import stored_name
from press.models import Kit
from tests.factories import CreditFactory, FilmFactory
from tests.stored import overwrite

pytestmark = pytest.mark.django_db


@pytest.fixture
def kits():
    """A kit of a film with a credit, and one of another film."""
    credit, other = CreditFactory(), FilmFactory()
    found = []
    for number, film in enumerate((credit.film, other)):
        kit = Kit.objects.create(record=film.record, languages="en", format="pdf", state="ready",
                                 sha256=str(number) * 64)  # fmt: skip
        name = stored_name(kit.sha256, Kit.Format.PDF)
        overwrite(name, b"%PDF")
        found.append((kit, name))
    return credit, found


@pytest.mark.parametrize("is_dry_run", [True, False])
def test_kits_of_the_persons_films_are_deleted_with_their_files(kits, is_dry_run):
    credit, ((mine, my_file), (other, other_file)) = kits
    report = erase_person(credit.person, ErasureOptions(is_dry_run=is_dry_run))
    assert report.places == [f"Press kit of {credit.film.record.key}: {mine}"]
    assert list(Kit.objects.order_by("pk")) == ([mine, other] if is_dry_run else [other])
    there = [default_storage.exists(name) for name in (my_file, other_file)]
    assert there == [is_dry_run, True]
