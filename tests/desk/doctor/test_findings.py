"""Each finding, made really: what it says, and that nothing is said before."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from assets.models import Image
from assets.naming import original_name_of
from assets.repairing import cut_names, size_names
from assets.tasks import complete_image
from desk.backup.proofs import note_made, note_proof
from desk.backup.site import Site
from desk.doctor import disk
from desk.doctor.backups import find_backups
from desk.doctor.clock import find_clock
from desk.doctor.configuration import find_mail, find_settings
from desk.doctor.disk import find_disk
from desk.doctor.jobs import find_failed, find_stuck, find_worker
from desk.doctor.media import find_content, find_files, find_renditions
from desk.doctor.orphans import find_orphans
from desk.doctor.publications import find_publications
from desk.doctor.remains import find_remains
from desk.doctor.search import find_search
from desk.erasing.backups import append_log
from desk.jobs.heartbeat import beat
from editorial.changes import change
from editorial.models import Address, Publication, Revision, SearchWord
from editorial.publishing import publish, withdraw
from festivals.models import Venue
from tests.desk.start.jobs import add_job, failed_job
from tests.factories import CreditFactory, FilmFactory, make_image

pytestmark = pytest.mark.django_db
LONG_AGO = timedelta(days=9)


@pytest.fixture
def root(settings, tmp_path) -> Path:
    settings.BACKUP_ROOT = tmp_path / "backups"
    settings.BACKUP_ROOT.mkdir()
    return settings.BACKUP_ROOT


@pytest.fixture
def image():
    made = make_image(width=320, height=240)
    complete_image.func(made.pk)
    return Image.objects.get(pk=made.pk)


def live_film(**facts):
    film = CreditFactory(film=FilmFactory(**facts)).film
    publish(film.record, "en")
    publish(film.record, "de")
    return film


def told(find) -> list[str]:
    return [finding.what for finding in find()]


def age(path: Path, days: float) -> None:
    moment = path.stat().st_mtime - days * 86400
    os.utime(path, (moment, moment))


@pytest.mark.one_machine  # files are damaged by hand
def test_missing_and_empty_files_are_named(image):
    assert told(find_files) == []
    name = original_name_of(image.sha256, image.extension)
    Path(default_storage.path(name)).write_bytes(b"")
    assert told(find_files) == [f"the file is empty: {name}"]
    default_storage.delete(name)
    (found,) = find_files()
    assert found.what == f"the file is missing: {name}"
    assert found.where == f"http://localhost:8000/admin/assets/image/{image.pk}/change/"


@pytest.mark.one_machine  # files are damaged by hand
def test_changed_file_is_named(image):
    assert told(find_content) == []
    name = original_name_of(image.sha256, image.extension)
    path = Path(default_storage.path(name))
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert told(find_content) == [f"the file has changed: {name}"]


@pytest.mark.one_machine  # files are damaged by hand
def test_missing_sizes_and_crops_are_counted(image):
    assert told(find_renditions) == []
    sizes, crops = size_names(image), cut_names(image)
    total = len(sizes) + len(crops)
    default_storage.delete(sizes[0])
    assert told(find_renditions) == [f"1 of {total} sizes are missing or empty: {sizes[0]}"]
    Path(default_storage.path(crops[0])).write_bytes(b"")
    assert told(find_renditions) == [f"2 of {total} sizes are missing or empty: {sizes[0]}"]


@pytest.mark.one_machine  # files are damaged by hand
def test_files_that_tidying_should_have_deleted_are_counted(image):
    path = Path(default_storage.path(f"originals/ab/{'ab' * 32}.jpg"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"nobody needs this")
    assert told(find_orphans) == []
    age(path, days=4)
    (found,) = find_orphans()
    assert found.what.startswith("1 files (17\xa0bytes) are needed by no row")
    path.unlink()


def test_worker_that_does_not_run_is_missed():
    assert told(find_worker) == ["no worker is running; 0 jobs wait"]
    beat("one")
    assert told(find_worker) == []


def test_jobs_that_wait_or_run_too_long_are_stuck():
    beat("one")
    jobs = [add_job(TaskResultStatus.READY, 1), add_job(TaskResultStatus.RUNNING, 2)]
    past = timezone.now() - LONG_AGO
    DBTaskResult.objects.update(started_at=timezone.now())
    assert told(find_stuck) == []
    DBTaskResult.objects.update(enqueued_at=past, started_at=past)
    places = {found.where for found in find_stuck()}
    assert places == {f"job {job.pk}, queue media" for job in jobs}
    planned = timezone.now() + LONG_AGO
    DBTaskResult.objects.filter(pk=jobs[0].pk).update(run_after=planned)
    assert [found.where for found in find_stuck()] == [f"job {jobs[1].pk}, queue media"]


def test_failed_job_is_named_with_its_last_words():
    assert told(find_failed) == []
    failed_job(1)
    name = "assets.tasks.complete_image"
    assert told(find_failed) == [f"{name} failed: OSError: No space left on device"]


def test_site_in_order_has_no_finding_of_publications():
    live_film()
    withdraw(live_film().record, "de")
    FilmFactory()
    assert told(find_publications) == []


def test_texts_without_facts_are_named():
    film = live_film()
    Publication.objects.filter(record=film.record, language="").delete()
    assert told(find_publications) == [
        f"the texts in “{code}” are live without facts: visitors get “not found”"
        for code in ("de", "en")
    ]


def test_facts_without_texts_are_named():
    film = live_film()
    Publication.objects.filter(record=film.record).exclude(language="").delete()
    assert told(find_publications) == [
        "the facts are live, but no language is or will be: nobody sees the film"
    ]


def test_film_taken_off_at_one_go_is_named():
    film = live_film()
    withdraw(film.record, "en")
    withdraw(film.record, "de")
    (found,) = find_publications()
    assert found.what.startswith("all 2 languages were withdrawn at 20")
    early = timezone.now() - timedelta(hours=1)
    Publication.objects.filter(record=film.record, language="en").update(withdrawn_at=early)
    assert told(find_publications) == []
    publish(film.record, "en")
    assert told(find_publications) == []


def test_address_of_another_record_is_named():
    film = live_film(slug_en="ferry")
    path = Publication.objects.get(record=film.record, language="en").path
    Address.objects.filter(language="en", path=path).delete()
    assert told(find_publications) == [
        f"/en/{path}/ is live, but the address is not noted as its own"
    ]


def test_publication_followed_by_nothing_is_named():
    film = live_film()
    # Past our own queryset, which keeps `followed_at` right.
    mine = QuerySet(Publication).filter(record=film.record, language="de")
    mine.update(followed_at=timezone.now() - timedelta(days=1))
    assert told(find_publications) == ["a publication in “de” ended for one that never came"]


def test_texts_without_words_are_counted():
    live_film()
    assert told(find_search) == []
    SearchWord.objects.filter(language="de").delete()
    assert told(find_search) == ["1 of 2 live texts are not found by visitors"]


def test_revision_of_the_future_shows_a_wrong_clock():
    live_film()
    assert told(find_clock) == []
    revision = Revision.objects.order_by("-pk")[0]
    later = timezone.now() + timedelta(hours=2)
    Revision.objects.filter(pk=revision.pk).update(created_at=later)
    (found,) = find_clock()
    assert found.what.startswith("the last revision was made 1:59:")


def test_unknown_zone_is_named():
    with change(None, "test"):
        venue = Venue.objects.create(name="Kino", zone="Asia/Almaty", country="KZ")
    assert told(find_clock) == []
    QuerySet(Venue).filter(pk=venue.pk).update(zone="X/Y")
    assert told(find_clock) == ["the time zone X/Y is not known on this machine"]


def test_little_room_is_named(monkeypatch, root):
    free = shutil.disk_usage(root).free
    monkeypatch.setattr(disk, "LOW_BYTES", free // 2)
    assert told(find_disk) == []
    monkeypatch.setattr(disk, "LOW_BYTES", free * 4)
    assert f"backups ({root})" in " ".join(found.where for found in find_disk())


def test_settings_that_the_checks_name(settings):
    before = told(find_settings)
    settings.ARCHIVE_HOST = "https://old.example"
    new = [line for line in told(find_settings) if line not in before]
    assert new == ["ARCHIVE_HOST is “https://old.example”, which is no host."]


def test_mail_that_reaches_nobody(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    assert told(find_mail) == []
    settings.SITE_HOST = "films.example"
    assert [found.where for found in find_mail()] == ["EMAIL_URL"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    (found,) = find_mail()
    assert found.what.startswith("the mail server does not let us in: ")


def test_old_and_unproven_backups_are_named(root, tmp_path, settings):
    live_film()
    assert told(find_backups) == []
    early = timezone.now() - timedelta(days=50)
    Revision.objects.update(created_at=early)
    assert told(find_backups) == [
        "no backup of the last 3 days: none is known",
        "no backup was proven in the last 45 days",
    ]
    file = tmp_path / "one.backup"
    file.write_bytes(b"x")
    site = Site(None, None, root)
    note_made(site, file)
    note_proof(site, file, "2026-11-21T03:40:00+00:00")
    assert told(find_backups) == []


def test_key_that_is_none_is_named(root, settings):
    settings.BACKUP_RECIPIENTS = ["age1wrong"]
    assert told(find_backups) == [
        "BACKUP_RECIPIENTS: “age1wrong” is no public key of age (age1...)."
    ]


def test_backup_of_an_erased_person_past_its_day_is_named(root):
    file = root / "films-2026-01-01.backup"
    file.write_bytes(b"x")
    age(file, days=60)
    erased_at = timezone.now() - timedelta(days=20)
    append_log({"uuid": "1", "erased_at": erased_at.isoformat()})
    assert told(find_backups) == []
    append_log({"uuid": "2", "erased_at": (erased_at - timedelta(days=20)).isoformat()})
    assert [found.where for found in find_backups()] == ["films-2026-01-01.backup"]


def test_remains_of_killed_processes_are_named(root):
    left = root / "films.backup.part"
    left.write_bytes(b"x")
    assert told(find_remains) == []
    age(left, days=2)
    assert [found.where for found in find_remains()] == [str(left)]
