"""Addresses that lead nowhere are counted, without anything about who asked."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings as configured
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from desk.tidying import tidy
from editorial.changes import change
from pages import missing
from pages.models import MissingAddress, Redirect

pytestmark = pytest.mark.django_db
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0"}


@pytest.fixture(autouse=True)
def fresh_budget(monkeypatch):
    monkeypatch.setattr(missing, "budget", missing.Budget())


def ask(client, path, **headers):
    return client.get(path, **BROWSER, **headers)


def counted():
    rows = MissingAddress.objects.order_by("path", "query")
    return list(rows.values_list("path", "query", "referrer", "count"))


def test_an_address_is_counted_each_time(client):
    for _time in range(3):
        assert ask(client, "/en/nowhere/").status_code == 404
    assert counted() == [("/en/nowhere/", "", "", 3)]


def test_of_the_page_that_links_here_only_the_host_is_kept(client):
    referer = "https://paper.example/reader/jane?mail=jane@example.com"
    ask(client, "/alt.html?id=7", HTTP_REFERER=referer)
    assert counted() == [("/alt.html", "id=7", "paper.example", 1)]


@pytest.mark.parametrize(
    ("referer", "kept"),
    [
        ("http://a\x85b\x1b\xad.de/", ""),
        ("http://<b>.example/", ""),
        ("http://jane:secret@Paper.example:8080/", "paper.example"),
        ("http://[2001:db8::1]/", "2001:db8::1"),
        ("http://[::1", ""),
    ],
)
def test_of_what_is_no_host_nothing_is_kept(client, referer, kept):
    ask(client, "/alt.html", HTTP_REFERER=referer)
    assert counted() == [("/alt.html", "", kept, 1)]


def test_what_could_name_a_person_is_left_out_of_the_query(client):
    ask(client, "/alt.html?id=7&mail=jane%40example.com&utm_source=letter&name=Jane%20Doe")
    assert counted() == [("/alt.html", "id=7", "", 1)]


def test_no_column_could_hold_who_asked():
    assert sorted(field.name for field in MissingAddress._meta.fields) == [
        "count", "first_at", "id", "last_at", "path", "query", "referrer",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "path", ["/wp-login.php", "/blog/wp-admin/", "/.env", "/a/.git/config", "/shell.php",
             "/backup.sql", "/favicon.ico", "/media/nothing.jpg", "/xmlrpc.php", "/index.php",
             "/apple-touch-icon-120x120.png", "/de/%00", "/" + "a" * 300]
)  # fmt: skip
def test_what_nobody_was_led_to_is_not_counted(client, path):
    ask(client, path)
    assert counted() == []


def test_an_old_site_of_one_file_is_counted(client):
    ask(client, "/index.php?film=3")
    assert counted() == [("/index.php", "film=3", "", 1)]


@pytest.mark.parametrize("agent", ["", "Googlebot/2.1", "curl/8.0", "python-requests/2", "zgrab"])
def test_robots_are_not_counted(client, agent):
    client.get("/alt.html", HTTP_USER_AGENT=agent)
    assert counted() == []


def test_a_forgotten_slash_is_not_counted(client):
    response = ask(client, "/en/nowhere")
    assert (response.status_code, response["Location"]) == (301, "/en/nowhere/")
    assert counted() == []


def test_a_head_request_writes_nothing(client):
    client.head("/alt.html", **BROWSER)
    assert counted() == []


def test_an_address_that_leads_on_is_not_counted(client):
    with change(None, "test"):
        Redirect.objects.create(old_path="/alt.html", new_path="/en/")
    assert ask(client, "/alt.html").status_code == 301
    assert counted() == []


def test_a_flood_is_not_written_down(client, monkeypatch):
    monkeypatch.setattr(missing, "PER_MINUTE", 2)
    monkeypatch.setattr(missing.time, "monotonic", lambda: 120.0)
    for number in range(5):
        ask(client, f"/alt-{number}.html")
    assert len(counted()) == 2


def test_the_least_asked_for_make_room(client, monkeypatch):
    monkeypatch.setattr(missing, "MAX_ROWS", 2)
    monkeypatch.setattr(missing, "MAKE_ROOM", 1)
    ask(client, "/a.html")
    ask(client, "/a.html")
    ask(client, "/b.html")
    ask(client, "/c.html")
    assert [row[0] for row in counted()] == ["/a.html", "/c.html"]


def test_what_is_made_up_makes_room_before_what_somebody_links_to(client, monkeypatch):
    monkeypatch.setattr(missing, "MAX_ROWS", 3)
    monkeypatch.setattr(missing, "MAKE_ROOM", 1)
    ask(client, "/linked.html", HTTP_REFERER="https://paper.example/")
    ask(client, "/old.html")
    past = timezone.now() - timedelta(days=2)
    MissingAddress.objects.filter(path="/old.html").update(first_at=past, last_at=past)
    for number in range(4):
        for _time in range(3):
            ask(client, f"/made-up-{number}.html")
    assert [row[0] for row in counted()] == ["/linked.html", "/made-up-3.html", "/old.html"]


def test_a_page_does_not_wait_for_a_note_that_another_one_holds(postgres):
    environment = os.environ | {
        "DATABASE_URL": postgres.migrated_database(),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.pages.missing_race"],
        env=environment, cwd=configured.BASE_DIR, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout == "False 2 0\n"


@pytest.mark.parametrize(
    "path",
    ["/en/unsubscribe/jane@example.com/token-abc123/", "/en/x/jane%2540example.com/",
     "/en/reset/V1StGXR8_Z5jdHi6B-myT/", "/en/x/550e8400-e29b-41d4-a716-446655440000/"]
)  # fmt: skip
def test_a_path_that_says_who_asked_is_not_counted(client, path):
    ask(client, path)
    assert counted() == []


def test_a_page_does_not_fail_with_its_note(client):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE pages_missingaddress RENAME TO elsewhere")
    assert ask(client, "/alt.html").status_code == 404


def test_old_notes_are_forgotten(client, settings):
    settings.MISSING_RETENTION_DAYS = 30
    ask(client, "/old.html")
    ask(client, "/new.html")
    past = timezone.now() - timedelta(days=31)
    MissingAddress.objects.filter(path="/old.html").update(last_at=past)
    assert tidy()["missing_addresses"] == 1
    assert [row[0] for row in counted()] == ["/new.html"]


def test_a_note_becomes_a_redirect(client, desk):
    ask(client, "/alt.html?id=7")
    page = desk.get(reverse("admin:pages_missingaddress_changelist")).content.decode()
    url = "/admin/pages/redirect/add/?old_path=%2Falt.html&amp;old_query=id%3D7"
    assert page.count(f'href="{url}"') == 1
    form = desk.get(url.replace("&amp;", "&")).context["adminform"].form
    assert (form["old_path"].value(), form["old_query"].value()) == ("/alt.html", "id=7")
    desk.post(
        reverse("admin:pages_redirect_add"),
        {"old_path": "/alt.html", "old_query": "id=7", "new_path": "/en/"},
    )
    assert Redirect.objects.get().new_path == "/en/"
    assert counted() == []
