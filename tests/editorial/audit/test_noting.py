"""What an entry holds: who, what, of which record, from where; and with what it stands or falls."""

from datetime import timedelta

import pytest
from django.db import transaction

from editorial.audit.deeds import Deed, deed_name
from editorial.audit.noting import note, note_records
from editorial.audit.origin import Origin, coming_from, shorten_address
from editorial.models import AuditEntry
from tests.factories import FilmFactory, PersonFactory, make_member

pytestmark = pytest.mark.django_db


def test_entry_names_user_and_record(editor):
    film = FilmFactory()
    with coming_from(Origin("web", lambda: editor, lambda: "192.0.2.77")):
        note(Deed.PUBLISHED, film.record, language="de")
    entry = AuditEntry.objects.get()
    assert (entry.who, entry.account, entry.deed) == ("editor", editor.pk, "published")
    assert (entry.kind, entry.number, entry.key) == ("film", film.record.pk, film.record.key)
    assert (entry.language, entry.address, entry.door) == ("de", "192.0.2.0/24", "web")


def test_person_is_a_number():
    person = PersonFactory(name="Ada Lindqvist")
    note(Deed.DISCLOSED, person.record)
    entry = AuditEntry.objects.get()
    assert (entry.kind, entry.number, entry.key) == ("person", person.record.pk, "")


def test_who_did_it_goes_before_whose_request_it_is(editor):
    other = make_member("editor", "other")
    with coming_from(Origin("web", lambda: editor)):
        note(Deed.LOGGED_IN, by=other)
    assert AuditEntry.objects.get().who == "other"


def test_deleted_account_leaves_its_name():
    member = make_member("editor", "leaving")
    note(Deed.LOGGED_IN, by=member)
    member.delete()
    assert AuditEntry.objects.get().who == "leaving"


def test_many_records_cost_one_statement(django_assert_num_queries):
    films = [FilmFactory().record for _number in range(3)]
    with django_assert_num_queries(1):
        note_records(Deed.PUBLISHED, [(film, "de") for film in films])
    assert AuditEntry.objects.count() == 3


def test_entry_falls_with_its_transaction():
    with transaction.atomic():
        note(Deed.PUBLISHED)
        transaction.set_rollback(True)
    assert not AuditEntry.objects.exists()


def test_period_is_written_with_the_entry(settings):
    settings.AUDIT_DAYS = 10
    note(Deed.LOGGED_IN)
    settings.AUDIT_DAYS = 0
    note(Deed.LOGGED_OUT)
    later, earlier = AuditEntry.objects.all()
    assert earlier.kept_until - earlier.at == timedelta(days=10)
    assert later.kept_until is None


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2:3::4", "2001:db8:1::/48"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("unix:", ""),
        ("", ""),
    ],
)
def test_address_is_shortened(address, network):
    assert shorten_address(address) == network


def test_key_of_a_deed_that_is_gone_stands_for_itself():
    assert (deed_name("login"), deed_name("of-old")) == ("Logged in", "of-old")
