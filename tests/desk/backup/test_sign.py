"""The sign of maintenance on a PostgreSQL database, for machines that share nothing else."""

import subprocess

import pytest

from desk.backup import sign as module
from desk.backup.postgres import PostgresDatabase
from desk.backup.sign import Sign, has_sign, with_sign, without_sign

COMMENT = (
    "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '{}'"
)  # fmt: skip


@pytest.fixture
def database(db, postgres, monkeypatch):
    """The name of a database, and what a backup calls it."""
    monkeypatch.setattr("desk.backup.postgres.SETTLE_SECONDS", 0)
    monkeypatch.setattr(module, "LOOK_SECONDS", 0)
    name = postgres.new_database().rpartition("/")[2]
    values = {
        "ENGINE": "django.db.backends.postgresql", "NAME": name, "USER": "lichtspiel",
        "HOST": str(postgres.folder), "PASSWORD": "", "PORT": "", "OPTIONS": {},
        "TIME_ZONE": None, "CONN_HEALTH_CHECKS": False, "AUTOCOMMIT": True,
    }  # fmt: skip
    return name, PostgresDatabase(values)


@pytest.fixture
def sign(database, postgres):
    """The sign as another machine looks at it."""
    made = Sign(database[0], lambda: {"host": str(postgres.folder), "user": "lichtspiel"})
    yield made
    made.close()


def test_comment_of_others_stays():
    comment = "Our films.\nAsk Ada."
    marked = with_sign(with_sign(comment, "1"), "2")
    assert marked == "Our films.\nAsk Ada.\nLichtspiel maintenance: 2"
    assert (has_sign(marked), has_sign(comment)) == (True, False)
    assert without_sign(marked) == comment


def test_sign_is_seen_elsewhere_until_it_is_lowered(database, sign, postgres):
    name, ours = database
    postgres.ask(f"COMMENT ON DATABASE {name} IS 'Ada''s films'")
    assert not sign.is_up()
    ours.raise_sign("since noon")
    assert sign.is_up()
    ours.lower_sign()
    assert not sign.is_up()
    assert postgres.ask(COMMENT.format(name)) == "Ada's films"


def test_exchange_ends_it_for_the_former_database_as_well(database, sign, postgres):
    name, ours = database
    ours.raise_sign("since noon")
    postgres.ask(f"CREATE DATABASE {name}_restoring")
    ours.exchange(f"{name}_restoring", "20261122-120000")
    former = f"{name}_before_restore_20261122_120000"
    assert [postgres.ask(COMMENT.format(one)) for one in (name, former)] == ["", ""]
    taken = [ours.is_taken(f"20261122-{time}") for time in (120000, 120001)]
    assert taken == [True, False]
    assert not sign.is_up()


def test_what_was_seen_is_believed_for_a_while(database, sign, monkeypatch):
    monkeypatch.setattr(module, "LOOK_SECONDS", 3600)
    assert not sign.is_up()
    database[1].raise_sign("since noon")
    assert not sign.is_up()


def test_server_that_cannot_be_asked_closes_nothing(sign, monkeypatch):
    monkeypatch.setattr(module, "MEETING_PLACE", "nowhere")
    assert not sign.is_up()


def test_forked_process_opens_a_connection_of_its_own(database, sign, monkeypatch):
    assert not sign.is_up()
    monkeypatch.setattr(module.os, "getpid", lambda: 1)
    first = sign._connection
    assert not sign.is_up()
    assert sign._connection is not first
    first.close()


def test_site_that_does_not_own_its_database_is_closed_here_alone(database, postgres, caplog):
    name, ours = database
    postgres.ask("CREATE USER tenant")
    ours.values["USER"] = "tenant"
    ours.raise_sign("since noon")
    assert postgres.ask(COMMENT.format(name)) == ""
    assert caplog.messages[0].startswith("Other machines do not see that the site is in")


def test_database_that_is_not_there_bears_no_sign(database, postgres):
    name, ours = database
    postgres.ask(f"DROP DATABASE {name}")
    ours.raise_sign("since noon")
    with pytest.raises(subprocess.CalledProcessError):
        postgres.ask("SELECT 1", name)
