"""A line of the audit log is written once: neither the ORM nor SQL changes it or takes it away."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.models import AuditEntry
from editorial.models.audit_entry import AppendOnly

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    note(Deed.EXPORTED, detail="credits.csv")
    return AuditEntry.objects.get()


def test_saving_again_is_refused(entry):
    entry.detail = "another"
    with pytest.raises(AppendOnly):
        entry.save()


def test_deleting_is_refused(entry):
    with pytest.raises(AppendOnly):
        entry.delete()


@pytest.mark.parametrize(
    "act",
    [
        lambda rows: rows.update(detail="another"),
        lambda rows: rows.bulk_update(list(rows), ["detail"]),
        lambda rows: rows.filter(detail="credits.csv").delete(),
    ],
    ids=["update", "bulk_update", "delete"],
)
def test_querysets_refuse(entry, act):
    with pytest.raises(AppendOnly):
        act(AuditEntry.objects.all())


STATEMENTS = [
    "UPDATE editorial_auditentry SET detail = 'another'",
    "DELETE FROM editorial_auditentry",
]
OWN = {
    "sqlite": "REPLACE INTO editorial_auditentry SELECT * FROM editorial_auditentry",
    "postgresql": "TRUNCATE editorial_auditentry",
}


@pytest.mark.parametrize("number", range(3))
def test_database_refuses(entry, number):
    sql = [*STATEMENTS, OWN[connection.vendor]][number]
    with (
        pytest.raises(DatabaseError, match="only ever added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
    assert list(AuditEntry.objects.values_list("detail", flat=True)) == ["credits.csv"]


def test_what_is_past_expires_and_nothing_else(entry):
    now = timezone.now()
    AuditEntry.objects.create(deed="login", door="web", kept_until=now - timedelta(seconds=5))
    AuditEntry.objects.create(deed="logout", door="web", kept_until=None)
    assert AuditEntry.objects.all().expire() == 1
    assert list(AuditEntry.objects.values_list("deed", flat=True)) == ["logout", "exported"]


def test_postgresql_refuses(postgres):
    url = postgres.migrated_database()
    name = url.rpartition("/")[2]
    row = (
        "INSERT INTO editorial_auditentry "
        "(at, kept_until, deed, who, kind, key, language, detail, address, door) "
        "VALUES (now(), now() + interval '{}', 'login', '', '', '', '', '', '', 'web')"
    )
    postgres.ask(row.format("1 day"), name)
    refused = []
    for sql in (*STATEMENTS, OWN["postgresql"]):
        try:
            postgres.ask(sql, name)
        except Exception as error:
            refused.append("only ever added to" in str(getattr(error, "stderr", "")))
    assert refused == [True, True, True]
    postgres.ask(row.format("-1 day"), name)
    postgres.ask("DELETE FROM editorial_auditentry WHERE kept_until < now()", name)
    assert postgres.ask("SELECT count(*) FROM editorial_auditentry", name) == "1"
