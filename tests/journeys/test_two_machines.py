"""A distributor's site on two machines: what one takes the other shows, and who may be away."""

import json
import shutil

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import picture_bytes
from tests.journeys.machines import Browser, Machine, wait_for

JPEG = b"\xff\xd8\xff"
PICTURE = r"/media/renditions/[^\s\"?]+\.jpg"
AWAY = "The file store does not answer at the moment"
# What an upgrade or a restore on the first machine does around its work.
CLOSE = """
import sys
from desk.backup.maintenance import maintained
from desk.backup.site import site_here
with maintained(site_here(), "test"):
    print("closed", flush=True)
    sys.stdin.read()
"""
PUBLISH = "/admin/films/film/{}/publish/{}/"


def still(colour):
    return SimpleUploadedFile(f"{colour[0]}.jpg", picture_bytes(colour=colour))


class Pair:
    """Two machines, the servers they share, and an editor who is logged in."""

    def __init__(self, folder, postgres, redis_server, object_store):
        self.postgres, self.redis, self.store = postgres, redis_server, object_store
        url = postgres.migrated_database()
        self.database = url.rpartition("/")[2]
        shared = {
            "DATABASE_URL": url,
            "CACHE_URL": redis_server.new_url(),
            "STORAGE_URL": object_store.new_url(),
        }
        self.one, self.two = (Machine(folder / name, **shared) for name in ("one", "two"))
        self.film = self.one.fill()
        shutil.copytree(self.one.folder / "static", self.two.folder / "static", dirs_exist_ok=True)
        self.one.start()
        self.two.start()
        self.editor, self.visitor = Browser(), Browser()
        self.editor.log_in(self.one)

    def upload(self, machine, colour):
        path = f"/admin/films/film/{self.film}/stills/upload/"
        answer = self.editor.post(machine, path, "application/json", files=still(colour))
        return json.loads(answer.body)

    def publish(self, machine, language="en"):
        path = PUBLISH.format(self.film, language)
        state = self.editor.get(machine, path).find(r'(?<=name="state" value=")[^"]*')
        answer = self.editor.post(machine, path, state=state)
        assert answer.status == 302, answer.text[:3000]

    def statuses(self, path):
        return [self.visitor.get(machine, path).status for machine in (self.one, self.two)]

    def is_free(self):
        """Tell whether nobody is connected to the database."""
        sql = f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{self.database}'"
        return self.postgres.ask(sql) == "0"

    def stop(self):
        for machine in (self.one, self.two):
            machine.stop()
        for server in (self.redis, self.store):
            if server.process is None:
                server.start()


@pytest.fixture(scope="module")
def pair(tmp_path_factory, postgres, redis_server, object_store):
    pair = Pair(tmp_path_factory.mktemp("machines"), postgres, redis_server, object_store)
    pair.upload(pair.one, (200, 60, 20))
    pair.publish(pair.one)
    yield pair
    pair.stop()


def page_of(pair, machine):
    return pair.visitor.get(machine, "/en/ferry/")


def test_what_one_machine_takes_the_other_shows_at_once(pair):
    answer = pair.upload(pair.one, (20, 200, 60))

    desk = pair.editor.get(pair.two, f"/admin/films/film/{pair.film}/stills/")
    assert (answer["state"], f'data-row="{answer["row"]}"' in desk.text) == ("added", True)
    pair.publish(pair.two)
    pages = [page_of(pair, machine) for machine in (pair.one, pair.two)]
    assert [page.status for page in pages] == [200, 200]
    assert pages[0].body == pages[1].body
    picture = pages[1].find(PICTURE)
    files = [pair.visitor.get(machine, picture) for machine in (pair.one, pair.two)]
    assert [(file.status, file.body[:3]) for file in files] == [(200, JPEG)] * 2


def test_worker_of_one_machine_makes_the_sizes_for_both(pair):
    pair.one.manage("work", "--batch")

    page = page_of(pair, pair.two)
    picture = pair.visitor.get(pair.two, page.find(r"/media/renditions/[^\s\"?]+\.avif"))
    assert (picture.status, picture.headers["Content-Type"]) == (200, "image/avif")
    assert not (pair.one.folder / "media").exists()


def test_maintenance_of_one_machine_closes_the_other_and_frees_the_database(pair):
    assert pair.statuses("/en/ferry/") == [200, 200]
    process = pair.one.start_process("shell", "--verbosity", "0", "--command", CLOSE)
    try:
        assert process.stdout.readline() == "closed\n"
        assert pair.statuses("/en/ferry/") == pair.statuses("/healthz") == [503, 503]
        assert pair.editor.post(pair.two, "/admin/login/", username="a").status == 503
        assert not list((pair.two.folder / "backups").glob("*.maintenance"))
        wait_for(pair.is_free)
        process.kill()  # by a power cut, say: the site must stay closed
        process.wait()
        assert pair.statuses("/en/ferry/") == [503, 503]
        assert pair.one.manage("upgrade", "--database-only").endswith("The upgrade is complete.")
    finally:
        process.kill()
        process.communicate()

    wait_for(lambda: pair.statuses("/en/ferry/") == [200, 200])


def test_pages_are_right_while_redis_is_away(pair):
    pair.redis.stop()
    try:
        stranger = Browser()
        stranger.log_in(pair.two)
        pair.publish(pair.one, "de")
        pages = [pair.visitor.get(machine, "/de/ferry/") for machine in (pair.two, pair.one)]
        assert [(page.status, "Nachtfähre" in page.text) for page in pages] == [(200, True)] * 2
        assert stranger.get(pair.two, "/admin/").status == 200
    finally:
        pair.redis.start()

    assert pair.one.log.count("The shared cache does not answer") == 1
    assert page_of(pair, pair.one).status == 200
    # Every request of the desk asks the cache.
    wait_for(lambda: pair.editor.get(pair.two, "/admin/") and "answers again" in pair.two.log)


def test_pages_stay_and_nothing_typed_is_lost_while_the_store_is_away(pair):
    picture = page_of(pair, pair.two).find(PICTURE)
    form = "/admin/assets/image/add/"
    typed = {"caption_en": "The last ferry of the year", "access": "public"}
    pair.store.stop()
    try:
        assert [page_of(pair, machine).status for machine in (pair.one, pair.two)] == [200, 200]
        assert pair.visitor.get(pair.two, picture).status == 503
        assert pair.upload(pair.one, (20, 60, 200))["message"].startswith(AWAY)
        answer = pair.editor.post(pair.two, form, upload=still((9, 9, 9)), **typed)
        assert (answer.status, AWAY in answer.text) == (200, True)
        assert answer.text.count("The last ferry of the year") == 1
        german = Browser("de")
        german.cookies = pair.editor.cookies
        answer = german.post(pair.two, form, upload=still((9, 9, 9)), **typed)
        assert "Der Dateispeicher antwortet im Moment nicht" in answer.text
        assert pair.two.log.count("The file store does not answer") == 1
    finally:
        pair.store.start()

    wait_for(lambda: pair.visitor.get(pair.two, picture).status == 200)
    wait_for(lambda: pair.upload(pair.one, (20, 60, 200))["state"] in ("added", "here"))
