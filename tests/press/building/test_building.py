"""Kits are asked for, built, kept by their content, found out of date and pruned."""

import errno
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult

from editorial.changes import change
from press.building import building, pruning
from press.building.asking import ask_for_kits
from press.building.files import delete_strays, stored_files, stored_name
from press.building.freshness import is_outdated
from press.building.problems import say_problem
from press.building.progress import Progress, TakenOver
from press.building.pruning import delete_kits, prune_kits
from press.building.rescuing import rescue_kits
from press.models import Kit
from tests.factories import FilmFactory
from tests.microsites.making import go_live
from tests.press.building import tiny

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def only_tiny(monkeypatch):
    tiny.offer(monkeypatch)
    cache.clear()


@pytest.fixture
def film():
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre", title_en="Ferry",
                       title_de="Fähre", logline_en="A ferry sails.")  # fmt: skip
    go_live(film, "en")
    return film


def ask(film, *languages, **facts):
    (kit,) = ask_for_kits(film.record, languages or ("en",), [tiny.FORMAT], None, **facts)
    return kit


def built(film, *languages, **facts):
    kit = ask(film, *languages, **facts)
    building.build(kit.pk)
    kit.refresh_from_db()
    return kit


def rename(film, title):
    with change(None, "test"):
        film.title_en = title
        film.save()


def breaking(monkeypatch, error):
    def write(contents, target, progress):
        target.write(b"half")
        raise error

    monkeypatch.setattr(tiny, "write", write)


def test_kit_is_built_from_what_is_live_and_named_by_its_content(film):
    kit = built(film)
    assert (kit.state, kit.progress, kit.problem, kit.attempts) == ("ready", 100, "", 1)
    with default_storage.open(stored_name(kit.sha256, tiny.FORMAT)) as file:
        assert file.read() == b"en: Ferry\n"
    assert kit.size == len(b"en: Ferry\n")


def test_draft_is_built_from_the_desk(film):
    rename(film, "Raft")
    kit = built(film, is_draft=True)
    with default_storage.open(stored_name(kit.sha256, tiny.FORMAT)) as file:
        assert file.read() == b"en: Raft\n"


def test_asking_puts_one_job_on_the_queue_of_kits(
    film, settings, django_capture_on_commit_callbacks
):
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "kits"]}
    }
    with django_capture_on_commit_callbacks(execute=True):
        assert ask(film) == ask(film)
    jobs = DBTaskResult.objects.values_list("queue_name", "args_kwargs")
    assert list(jobs) == [("kits", {"args": [Kit.objects.get().pk], "kwargs": {}})]


def test_same_contents_are_not_written_twice(film, monkeypatch):
    first = built(film)
    breaking(monkeypatch, AssertionError("written again"))
    second = built(film)
    assert (second.state, second.sha256) == ("ready", first.sha256)
    # The older of two kits of one file makes room, and the file stays.
    assert list(Kit.objects.all()) == [second]
    assert len(list(stored_files())) == 1


def test_kit_that_lacks_a_lost_picture_is_no_file_for_others(film):
    lossy = ask(film, gaps=[{"code": "lost picture", "language": "", "values": {}}])
    building.build(lossy.pk)
    lossy.refresh_from_db()
    assert building.find_built(lossy, lossy.contents_hash) is None
    whole = built(film)
    assert building.find_built(whole, whole.contents_hash) == (whole.sha256, whole.size)


def test_other_code_writes_the_same_contents_again(film, monkeypatch):
    first = built(film)
    monkeypatch.setattr(tiny, "VERSION", "2")
    assert is_outdated(first)
    assert built(film).contents_hash != first.contents_hash


def test_lost_file_is_written_again(film):
    first = built(film)
    default_storage.delete(stored_name(first.sha256, tiny.FORMAT))
    second = built(film)
    assert default_storage.exists(stored_name(second.sha256, tiny.FORMAT))


def test_kit_is_outdated_once_a_change_is_live(film):
    kit = built(film)
    rename(film, "Raft")
    assert not is_outdated(kit)
    go_live(film, "en")
    assert is_outdated(kit)
    assert not is_outdated(built(film))


def test_draft_is_outdated_once_the_desk_has_changed(film):
    kit = built(film, is_draft=True)
    assert not is_outdated(kit)
    rename(film, "Raft")
    kit.record.refresh_from_db()
    assert is_outdated(kit)


def test_asking_again_whether_it_is_outdated_costs_one_query(film):
    kit = Kit.objects.select_related("record").get(pk=built(film).pk)
    is_outdated(kit)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        is_outdated(kit)
    assert len(queries) == 1


def test_film_that_is_not_live_says_so_in_the_language_of_who_looks(film):
    kit = built(film, "de")
    assert (kit.state, kit.problem, kit.attempts) == ("failed", "not live:de", 1)
    with translation.override("de"):
        assert say_problem(kit.problem) == (
            "Der Film ist auf Deutsch nicht live. Veröffentlichen Sie ihn, oder erstellen Sie "
            "einen Entwurf."
        )


def test_mistake_of_the_program_is_not_tried_again(film, monkeypatch):
    breaking(monkeypatch, ValueError("no such glyph"))
    kit = built(film)
    assert (kit.state, kit.problem) == ("failed", "mistake:ValueError: no such glyph")
    assert list(stored_files()) == []


@pytest.mark.parametrize(
    ("error", "states"),
    [
        (OSError(errno.ENOSPC, "full"), ["waiting", "waiting", "failed"]),
        (FileNotFoundError(errno.ENOENT, "gone", "originals/aa"), ["failed"]),
    ],
    ids=["full disk", "lost file"],
)
def test_only_what_may_pass_is_tried_again(film, monkeypatch, error, states):
    monkeypatch.setattr(building, "ask_again", lambda *arguments: pauses.append(arguments[1]))
    pauses: list[int] = []
    breaking(monkeypatch, error)
    kit = ask_without_job(film)
    seen = []
    while not seen or seen[-1] == "waiting":
        building.build(kit.pk)
        kit.refresh_from_db()
        seen.append(kit.state)
    assert seen == states
    assert pauses == [10, 60][: len(states) - 1]
    assert list(stored_files()) == []


def ask_without_job(film):
    return Kit.objects.create(record=film.record, languages="en", format=tiny.FORMAT)


def test_progress_is_written_once_a_second_and_with_every_step(film):
    kit = building.take(ask_without_job(film).pk)
    moments = iter([0.0, 0.4, 0.9, 1.1, 1.2])
    progress, seen = Progress(kit, lambda: next(moments)), []
    for percent, step in ((1, "one"), (2, "one"), (3, "one"), (4, "one"), (5, "two")):
        progress(percent, step)
        seen.append(Kit.objects.values_list("progress", "step").get())
    assert seen == [(1, "one"), (1, "one"), (1, "one"), (4, "one"), (5, "two")]


def test_build_ends_when_its_kit_is_deleted(film):
    kit = building.take(ask_without_job(film).pk)
    Kit.objects.all().delete()
    with pytest.raises(TakenOver):
        Progress(kit)(1, "late")


def test_rescue_asks_again_and_gives_up_what_ends_its_worker_each_time(film):
    kit = ask_without_job(film)
    building.take(kit.pk)
    assert rescue_kits() == 1
    kit.refresh_from_db()
    assert kit.state == "ready"  # tests do their jobs at once
    other = ask_without_job(film)
    Kit.objects.filter(pk=other.pk).update(state="building", attempts=3)
    rescue_kits()
    other.refresh_from_db()
    assert (other.state, other.problem) == ("failed", "killed")


def test_latest_three_files_of_a_choice_stay(film):
    for title in ("One", "Two", "Three", "Four"):
        rename(film, title)
        go_live(film, "en")
        latest = built(film)
    assert Kit.objects.count() == pruning.KEPT
    assert len(list(stored_files())) == pruning.KEPT
    assert Kit.objects.first() == latest


def test_failed_builds_and_drafts_go_after_thirty_days(film):
    kept, draft, failed = built(film), built(film, is_draft=True), built(film, "de")
    later = timezone.now() + timedelta(days=31)
    assert prune_kits(later) == 2
    assert list(Kit.objects.all()) == [kept]
    assert not Kit.objects.filter(pk__in=[draft.pk, failed.pk]).exists()


def test_file_without_a_kit_goes_once_it_is_old(film):
    kit = built(film)
    Kit.objects.all().delete()
    delete_strays(timezone.now() - timedelta(days=1))
    assert len(list(stored_files())) == 1
    delete_strays(timezone.now() + timedelta(days=1))
    assert list(stored_files()) == []
    assert delete_kits([kit]) == 1


def test_file_of_two_kits_stays_with_the_one_that_is_left(film):
    kit = built(film)
    twin = Kit.objects.create(record=film.record, languages="en", format=tiny.FORMAT,
                              state="ready", sha256=kit.sha256)  # fmt: skip
    delete_kits([kit])
    assert len(list(stored_files())) == 1
    delete_kits([twin])
    assert list(stored_files()) == []
