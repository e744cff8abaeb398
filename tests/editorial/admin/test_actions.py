"""Actions of lists: what a list does not offer, and rows that are not in it."""

import pytest

from editorial.models import Record
from tests.factories import PersonFactory, make_member

pytestmark = pytest.mark.django_db
PEOPLE = "/admin/people/person/"


def delete(client, *keys, address=PEOPLE):
    data = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
    return client.post(address, data)


@pytest.mark.parametrize("key", ["999999", "abc", "-1", "9" * 40, ""])
def test_rows_of_no_list_stop_the_whole_action(desk, key):
    person = PersonFactory()
    answer = delete(desk, person.pk, key)
    assert (answer.status_code, Record.objects.get().binned_at) == (403, None)
    assert "Nothing was done" in answer.content.decode()


def test_rows_outside_a_narrowed_list_stop_the_action(desk):
    person = PersonFactory(name="Ada Lindqvist")
    answer = delete(desk, person.pk, address=f"{PEOPLE}?q=somebody")
    assert (answer.status_code, Record.objects.get().binned_at) == (403, None)


def test_rows_of_the_list_are_taken(desk):
    people = [PersonFactory(), PersonFactory()]
    assert delete(desk, *[person.pk for person in people]).status_code == 302
    assert Record.objects.filter(binned_at=None).count() == 0


@pytest.mark.parametrize("role", ["viewer", "translator"])
def test_action_that_is_not_offered_is_refused(client, role):
    person = PersonFactory()
    client.force_login(make_member(role, languages=["de"]))
    assert delete(client, person.pk).status_code == 403
    assert delete(client, person.pk, address="/admin/editorial/revision/").status_code == 403
