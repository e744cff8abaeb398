"""Claims, decisions and sources after an erasure."""

import pytest

from desk.erasing.erasing import erase_person
from desk.erasing.report import ErasureOptions
from desk.erasing.wording import show_report
from sources.models import Claim, Decision, Intake, Source, Standing
from tests.desk.erasing.world import make_world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def backups(settings, tmp_path):
    settings.BACKUP_ROOT = str(tmp_path / "backups")


def listed(report):
    shown = show_report(report).sentences
    return {(s.field, s.sentence) for s in shown if s.where == "in the sources"}


def test_claim_whose_value_is_the_person_goes():
    world = make_world()
    report = erase_person(world.person, ErasureOptions())
    left = Claim.objects.order_by("pk").values_list("part", flat=True)
    assert list(left) == ["quotes", "companies", "facts"]
    assert "Claims about film/ferry: 1" in report.places


def test_decision_is_blanked_and_its_note_listed():
    world = make_world()
    decided = Decision.objects.get().decided_at
    report = erase_person(world.person, ErasureOptions())
    decision = Decision.objects.get()
    assert (decision.value, decision.seen) == ("[…]", ["[…]", "[…]"])
    assert decision.decided_at == decided
    assert ("Note", "Ada Lindqvist said so on the phone.") in listed(report)


def test_text_of_a_source_is_listed_with_its_sentence():
    world = make_world()
    found = listed(erase_person(world.person, ErasureOptions(is_redacting=True)))
    assert ("Text", "The ferry is by Ada Lindqvist.") in found
    assert ("Title", "Talk with Ada Lindqvist") in found
    assert Source.objects.get().text == "The ferry is by Ada Lindqvist. She waits."


@pytest.mark.parametrize("is_redacting", [False, True])
def test_prose_in_the_memory_of_an_intake_is_blanked_on_demand(is_redacting):
    world = make_world()
    uuid = str(world.person.record.uuid)
    erase_person(world.person, ErasureOptions(is_redacting=is_redacting))
    intake = Intake.objects.get()
    assert uuid not in str([intake.before, intake.after])
    assert ("ADA LINDQVIST" in intake.before["facts"]["internal_notes"]) is not is_redacting


def test_standing_names_nobody():
    world = make_world()
    erase_person(world.person, ErasureOptions())
    assert "Lindqvist" not in str([one["about"] for one in Standing.objects.get().points])


def test_dry_run_deletes_no_claim():
    world = make_world()
    erase_person(world.person, ErasureOptions(is_dry_run=True))
    assert (Claim.objects.count(), Decision.objects.get().value) == (4, "Ada Lindkvist")
