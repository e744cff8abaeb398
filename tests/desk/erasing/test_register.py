"""The register remembers that somebody was erased, survives a restore, and knows no names."""

import json

import pytest

from desk.erasing.again import repeat_erasures
from desk.erasing.erasing import erase_person
from desk.erasing.register import ErasedNames
from desk.erasing.register_model import Erasure
from desk.erasing.report import ErasureOptions
from people.models import Person
from tests.factories import CreditFactory, PersonFactory

pytestmark = pytest.mark.django_db
ERASE, ANONYMISE = ErasureOptions(), ErasureOptions(is_anonymous=True)


def log_lines(backups):
    text = (backups / "erasures.log").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_entry_names_nobody_but_who_did_it(editor):
    person = PersonFactory(name="Ada Lindqvist")
    uuid = person.record.uuid
    erase_person(person, ErasureOptions(user=editor))
    entry = Erasure.objects.get()
    assert (entry.uuid, entry.user, entry.mode, entry.is_redacted) == (
        uuid,
        editor,
        "erased",
        False,
    )
    assert entry.counts["tables"] == {
        "editorial.Record": 1, "editorial.Revision": 1, "people.Person": 1
    }  # fmt: skip
    stored = json.dumps([entry.counts, entry.names, entry.salt, entry.merged])
    assert "indqvist" not in stored


def test_line_beside_the_backups_says_the_same(backups):
    person = PersonFactory(name="Ada Lindqvist")
    erase_person(person, ANONYMISE)
    entry = Erasure.objects.get()
    (line,) = log_lines(backups)
    assert (line["uuid"], line["mode"], line["names"]) == (
        str(entry.uuid),
        "anonymised",
        entry.names,
    )
    assert (backups / "erasures.log").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "name", ["Ada Lindqvist", "ADA LINDQVIST", "Áda  Lindqvist", "ada-lindqvist", "Lindqvist, Ada"]
)
def test_erased_name_is_known_in_every_spelling(name):
    erase_person(PersonFactory(name="Ada Lindqvist"), ERASE)
    assert ErasedNames().hold([name])


@pytest.mark.parametrize("name", ["Ada Lindqvis", "Ada", "Boris Berg", "", "--"])
def test_other_names_are_not_held(name):
    erase_person(PersonFactory(name="Ada Lindqvist"), ERASE)
    assert not ErasedNames().hold([name])


def test_two_erasures_share_a_salt():
    for name in ("Ada Lindqvist", "Boris Berg"):
        erase_person(PersonFactory(name=name), ERASE)
    assert len({entry.salt for entry in Erasure.objects.all()}) == 1
    assert ErasedNames().hold(["Boris Berg"])


def test_person_who_is_there_again_is_erased_again(backups):
    person = PersonFactory(name="Ada Lindqvist")
    uuid = person.record.uuid
    erase_person(person, ERASE)
    restored = PersonFactory(name="Ada Lindqvist", uuid=uuid)
    CreditFactory(person=restored)
    reports, warnings = repeat_erasures()
    assert ([report.name for report in reports], warnings) == (["Ada Lindqvist"], [])
    assert Person.objects.count() == 0
    entry = Erasure.objects.get()
    assert entry.repeated_at > entry.erased_at


def test_register_comes_back_from_the_log():
    """A restore brings back the person and loses the register."""
    person = PersonFactory(name="Ada Lindqvist")
    uuid = person.record.uuid
    erase_person(person, ANONYMISE)
    known = Erasure.objects.values_list("erased_at", "names", "mode").get()
    Erasure.objects.all().delete()
    credit = CreditFactory(person=PersonFactory(name="Ada Lindqvist", uuid=uuid))
    repeat_erasures()
    credit.refresh_from_db()
    assert (Person.objects.count(), credit.group_en) == (0, "Name withheld")
    assert Erasure.objects.values_list("erased_at", "names", "mode").get() == known


def test_people_merged_later_are_found_under_their_own_identifier(world):
    """An older backup has two people where one was erased."""
    from tests.desk.erasing.world import MERGED

    erase_person(world.person, ERASE)
    PersonFactory(name="A. Lindqvist", uuid=MERGED)
    reports, _warnings = repeat_erasures()
    assert [report.uuid for report in reports] == [MERGED]


def test_lost_log_is_written_again(backups):
    erase_person(PersonFactory(), ERASE)
    (backups / "erasures.log").unlink()
    assert repeat_erasures() == ([], [])
    assert [line["uuid"] for line in log_lines(backups)] == [str(Erasure.objects.get().uuid)]


def test_broken_lines_of_the_log_are_passed_over(backups):
    backups.mkdir()
    (backups / "erasures.log").write_text('{"uuid"\n[]\n\nx\n', "utf-8")
    assert repeat_erasures() == ([], [])


def test_log_that_cannot_be_written_is_a_warning(backups):
    backups.write_text("a file", "utf-8")
    report = erase_person(PersonFactory(name="Ada Lindqvist"), ERASE)
    assert Person.objects.count() == 0
    (warning,) = report.warnings
    assert warning.startswith(f"The erasure could not be noted in {backups}")


def test_dry_run_enters_nothing(backups):
    erase_person(PersonFactory(), ErasureOptions(is_dry_run=True))
    assert (Erasure.objects.count(), backups.exists()) == (0, False)
