"""The audit log at the desk: what owners read, find and take along."""

import csv
import re
from io import StringIO

import pytest
from django.urls import reverse

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.models import AuditEntry
from tests.factories import FilmFactory, PersonFactory, make_member

pytestmark = pytest.mark.django_db
LIST = reverse("admin:editorial_auditentry_changelist")
EXPORT = reverse("admin:desk_audit_export")


@pytest.fixture
def entries(editor):
    """One of a film, one of a person, one of a stranger."""
    note(Deed.PUBLISHED, FilmFactory(key="ferry").record, by=editor, language="de")
    note(Deed.DISCLOSED, PersonFactory(name="Ada Lindqvist").record, by=editor)
    note(Deed.LOGIN_FAILED, detail="password")


def rows_of(page) -> list[str]:
    """Return what each row says, in words."""
    body = re.search(r"<tbody>(.*?)</tbody>", page.content.decode(), re.DOTALL)
    rows = re.findall(r"<tr>(.*?)</tr>", body[1], re.DOTALL) if body else []
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


def test_rows_say_who_what_and_of_what(desk, entries):
    shown = rows_of(desk.get(LIST))
    assert ["Login failed" in shown[0], "Film ferry de" in shown[2], "editor" in shown[2]] == [
        True
    ] * 3
    # The key of a person is looked up, and gone when the person is.
    assert "Person ada-lindqvist" in shown[1]


def test_person_who_is_gone_is_a_number(desk, editor):
    note(Deed.ERASED, kind="person", number=4711)
    assert "Person no. 4711" in rows_of(desk.get(LIST))[0]


@pytest.mark.parametrize(
    ("query", "deeds"),
    [
        ("?deed=published", ["published"]),
        ("?who=editor&deed=disclosed", ["disclosed"]),
        ("?who=-", ["login-failed"]),
        ("?q=ferry", ["published"]),
        ("?q=lindqvist", ["disclosed"]),
        ("?at__year=1999", []),
    ],
)
def test_list_and_file_are_narrowed_alike(desk, entries, query, deeds):
    assert len(rows_of(desk.get(LIST + query))) == len(deeds)
    data = b"".join(desk.get(EXPORT + query).streaming_content).decode("utf-8-sig")
    told = list(csv.reader(StringIO(data)))[1:]
    assert [line[2] for line in told] == [str(Deed(deed).label) for deed in deeds]


def test_nonsense_in_the_address_of_the_file_leads_to_the_list(desk, entries):
    response = desk.get(f"{EXPORT}?at__year=x")
    assert (response.status_code, response.url) == (302, LIST)


def test_list_speaks_german(desk, entries):
    page = desk.get(LIST, headers={"accept-language": "de"})
    assert "Anmeldung gescheitert" in rows_of(page)[0]
    assert "Prüfprotokoll" in page.content.decode()


def test_empty_list_says_what_will_stand_here(desk):
    page = desk.get(LIST).content.decode()
    assert "Logins, rights, links, publications, exports and deletions are noted here." in page
    assert "No entry fits this search" in desk.get(f"{LIST}?deed=erased").content.decode()


@pytest.mark.parametrize("role", ["editor", "translator", "viewer"])
@pytest.mark.parametrize("address", [LIST, EXPORT])
def test_only_owners_read_it(client, role, address):
    client.force_login(make_member(role))
    assert client.get(address).status_code == 403


def test_nobody_writes_it(desk, entries):
    entry = AuditEntry.objects.first()
    change = reverse("admin:editorial_auditentry_change", args=[entry.pk])
    delete = reverse("admin:editorial_auditentry_delete", args=[entry.pk])
    add = reverse("admin:editorial_auditentry_add")
    assert [desk.post(url, {"detail": "x"}).status_code for url in (change, delete, add)] == [
        403
    ] * 3
    chosen = {"action": "delete_selected", "_selected_action": entry.pk, "post": "yes"}
    assert desk.post(LIST, chosen).status_code == 403
    assert AuditEntry.objects.get(pk=entry.pk).detail == entry.detail


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_as_much_for_one_as_for_three(desk, editor, count, django_assert_num_queries):
    desk.get(LIST)
    for _number in range(count):
        note(Deed.PUBLISHED, FilmFactory().record, by=editor)
    with django_assert_num_queries(8):
        desk.get(LIST)
