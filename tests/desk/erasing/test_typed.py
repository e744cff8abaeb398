"""Typed text that is no content yet names nobody who was erased."""

import pytest

from desk.erasing.erasing import erase_person
from desk.erasing.report import ErasureOptions
from editorial.models import Draft, OpenForm
from tests.factories import CreditFactory, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def backups(settings, tmp_path):
    settings.BACKUP_ROOT = str(tmp_path / "backups")


def test_drafts_and_open_forms_that_name_the_person_go():
    credit = CreditFactory(person__name="Ada Lindqvist")
    facts = {"user": make_member(), "record": credit.film.record}
    Draft.objects.create(**facts, form="/a/", fields={"note": ["With Ada Lindqvist."]})
    Draft.objects.create(**facts, form="/b/", fields={"note": ["With nobody."]})
    uuid = str(credit.person.record.uuid)
    OpenForm.objects.create(**facts, token="1" * 32, document={"credits": [{"person": uuid}]})
    OpenForm.objects.create(**facts, token="2" * 32, document={"texts": "Ada Lindqvist"})
    erase_person(credit.person, ErasureOptions())
    assert [draft.form for draft in Draft.objects.all()] == ["/b/"]
    assert [form.document for form in OpenForm.objects.all()] == [{"credits": [{}]}]
