"""A merge taken back: everything is as before, to the byte."""

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings

from editorial.changes import change
from editorial.documents import apply_document
from editorial.models import Forward, Publication, Reference, Revision, TranslationMark
from editorial.publishing import publish
from films.models import Credit, Release
from people.merging import merge_records
from people.merging.undoing import CannotUnmerge, make_plan, unmerge
from people.models import Company, DistinctPair, Merging, NameKey, Person
from tests.factories import FilmFactory, PersonFactory
from tests.people.merging_world import write
from tests.people.unmerging_world import export, make_companies, make_rich_world

pytestmark = pytest.mark.django_db
MOMENT = re.compile(rb"<lastmod>[^<]*</lastmod>")
MARK = ("record", "part", "row", "field", "language", "source_text", "how")


def state():
    """Return what is in the database beside the export: references, marks, forwards."""
    shown = Reference.objects.order_by("publication", "usage", "row", "position", "target")
    return (
        list(shown.values_list("publication", "usage", "row", "target")),
        sorted(TranslationMark.objects.values_list(*MARK)),
        list(Forward.objects.values_list("uuid", "record")),
        sorted(NameKey.objects.values_list("record", "form", "key", "is_public")),
    )


def pages(client, world):
    addresses = [f"/{code}/{film.key}/" for film in world.films for code in ("en", "de")]
    addresses += [f"/en/people/{person.record.key}/" for person in (world.kept, world.other)]
    addresses += ["/en/films.json", f"/en/{world.films[0].key}/film.json", "/sitemap.xml"]
    # The site map says when something was last written.
    return [MOMENT.sub(b"", client.get(address).content) for address in addresses]


@pytest.mark.parametrize("keeps_spelling", [False, True])
def test_merge_and_unmerge_leave_the_export_as_it_was(tmp_path, client, keeps_spelling):
    world = make_rich_world()
    before, rows, seen = export(tmp_path / "a"), state(), pages(client, world)
    values = {"biography_en": world.other.biography_en, "portrait": world.other.portrait}
    merging = merge_records(
        world.kept, [world.other], values | {"name": "A. Sol"}, keeps_spelling=keeps_spelling
    )
    assert export(tmp_path / "b") != before
    assert make_plan(merging).questions == []
    assert unmerge(merging) == []
    assert export(tmp_path / "c") == before
    assert state() == rows
    assert pages(client, world) == seen


def test_export_is_the_same_on_postgresql(postgres, tmp_path):
    environment = os.environ | {
        "DATABASE_URL": postgres.migrated_database(),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "MEDIA_ROOT": str(tmp_path / "media"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.people.unmerging_trial", str(tmp_path)],
        env=environment, cwd=settings.BASE_DIR, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout == "False\nTrue\n"


def test_companies_with_live_releases_are_as_before(tmp_path):
    film = FilmFactory()
    kept, other, _third = make_companies(film)
    for language in ("en", "de"):
        publish(film.record, language)
    before, rows = export(tmp_path / "a"), state()
    merging = merge_records(kept, [other], {"city": "Kiel"})
    assert Publication.objects.filter(pk__in=merging.trace["publications"]).count() == 1
    assert export(tmp_path / "b") != before
    unmerge(merging)
    assert export(tmp_path / "c") == before
    live = Publication.objects.live()
    assert sorted(live.values_list("language", flat=True)) == ["", "de", "en"]
    assert [
        found for found in state()[0] if found[0] in set(live.values_list("pk", flat=True))
    ] == [found for found in rows[0] if found[0] in set(live.values_list("pk", flat=True))]


def test_three_of_one_are_three_again(tmp_path):
    film = FilmFactory()
    kept, other, third = make_companies(film)
    before = export(tmp_path / "a")
    merging = merge_records(kept, [third, other], {"name": "Südlicht"})
    assert list(Release.objects.values_list("distributors", flat=True)) == [kept.pk] * 3
    unmerge(merging)
    assert export(tmp_path / "b") == before


def test_merges_are_taken_apart_in_reverse_order(tmp_path):
    world = make_rich_world()
    third = PersonFactory(name="Ana S.")
    before = export(tmp_path / "a")
    first = merge_records(world.kept, [world.other], {})
    between = export(tmp_path / "b")
    second = merge_records(world.kept, [third], {})
    with pytest.raises(CannotUnmerge) as refused:
        unmerge(first)
    assert refused.value.messages[0].startswith("Another merge came after this one: Ana S., on ")
    unmerge(second)
    assert export(tmp_path / "c") == between
    unmerge(first)
    assert export(tmp_path / "d") == before


def test_merged_person_who_was_merged_again_comes_back_with_the_first(tmp_path, client):
    world = make_rich_world()
    last = PersonFactory(name="Ana Maria Sol")
    first = merge_records(world.kept, [world.other], {})
    between = export(tmp_path / "a")
    second = merge_records(last, [Person.objects.get(pk=world.kept.pk)], {})
    with pytest.raises(CannotUnmerge):
        unmerge(first)
    unmerge(second)
    assert export(tmp_path / "b") == between
    old = f"/en/people/{world.other.record.key}/"
    assert client.get(old)["Location"] == f"/en/people/{world.kept.key}/"
    unmerge(first)
    assert client.get(old).status_code == 200


def test_merge_is_taken_back_once():
    world = make_rich_world()
    merging = merge_records(world.kept, [world.other], {})
    unmerge(merging)
    with pytest.raises(CannotUnmerge):
        unmerge(merging)
    assert Person.objects.filter(pk=world.other.pk).count() == 1


def test_old_revisions_restore_with_whom_they_named():
    world = make_rich_world()
    record = world.films[1].record
    old = Revision.objects.filter(record=record, line="desk").first().document
    merging = merge_records(world.kept, [world.other], {})
    merged = Revision.objects.filter(record=record, line="desk").first().document
    unmerge(merging)
    for document, person in ((merged, world.kept), (old, world.other)):
        with change(None, "restored"):
            apply_document(record, document)
        sound = Credit.objects.get(film=world.films[1], role__key="sound")
        assert sound.person_id == person.pk


def test_film_published_meanwhile_shows_the_kept_one_until_it_is_published_again():
    world = make_rich_world()
    record = world.films[1].record
    merging = merge_records(world.kept, [world.other], {})
    publish(record, "en")
    unmerge(merging)
    assert recipients(record) == {world.kept.pk}
    publish(record, "en")
    assert recipients(record) == {world.other.pk}


def recipients(record):
    live = Publication.objects.live().filter(record=record)
    shown = Reference.objects.filter(publication__in=live, usage="recipient")
    return set(shown.values_list("target", flat=True))


def test_who_is_known_to_be_different_stays_so():
    world = make_rich_world()
    third = PersonFactory(name="Ana Sol")
    for pair in ((world.kept, world.other), (world.other, third)):
        first, second = sorted(person.pk for person in pair)
        DistinctPair.objects.create(first_id=first, second_id=second)
    merging = merge_records(world.kept, [world.other], {})
    assert DistinctPair.objects.count() == 2
    unmerge(merging)
    assert DistinctPair.objects.count() == 2


def test_nothing_is_kept_of_a_merge_that_was_taken_back():
    world = make_rich_world()
    unmerge(merge_records(world.kept, [world.other], {}))
    merging = Merging.objects.get()
    assert merging.trace == {"undone": [{"pk": world.other.pk}]}
    assert merging.undone_at is not None


def test_taking_apart_is_one_change_with_its_reason(editor):
    world = make_rich_world()
    merging = merge_records(world.kept, [world.other], {})
    newest = Revision.objects.first().pk
    unmerge(merging, editor)
    made = Revision.objects.filter(pk__gt=newest)
    assert {(r.reason, r.user) for r in made} == {("Taken apart again: Ana Sol", editor)}


# --- something was edited in between ------------------------------------------------------------


def merged_world():
    world = make_rich_world()
    return world, merge_records(world.kept, [world.other], {"biography_en": "Both."})


def questions(merging):
    return {q.text: q for q in make_plan(merging).questions}


def edit(row, **values):
    with change(None, "test"):
        now = type(row).objects.get(pk=row.pk)
        for name, value in values.items():
            setattr(now, name, value)
        now.save()


def test_new_credit_stays_with_the_kept_one_unless_somebody_says_otherwise():
    world, merging = merged_world()
    new = write(Credit, film=FilmFactory(title_en="Ice"), person=world.kept, role_text_en="Cook")
    (question,) = questions(merging).values()
    assert (question.group, question.default) == ("new", "kept")
    assert [choice.value for choice in question.choices] == ["kept", str(world.other.pk)]
    unmerge(merging, choices={question.name: str(world.other.pk)})
    new.refresh_from_db()
    assert new.person_id == world.other.pk


def test_edited_credit_comes_back_as_it_is_now():
    world, merging = merged_world()
    sound = Credit.objects.get(film=world.films[1], role__key="sound")
    edit(sound, credited_as="Anne Sol")
    (question,) = questions(merging).values()
    assert question.default == str(world.other.pk)
    assert question.detail == "Credited as was “empty”, is “Anne Sol”"
    unmerge(merging)
    sound.refresh_from_db()
    assert (sound.person_id, sound.credited_as) == (world.other.pk, "Anne Sol")


def test_edited_credit_stays_if_somebody_says_so():
    world, merging = merged_world()
    sound = Credit.objects.get(film=world.films[1], role__key="sound")
    edit(sound, credited_as="Anne Sol")
    (question,) = questions(merging).values()
    unmerge(merging, choices={question.name: "kept"})
    sound.refresh_from_db()
    assert (sound.person_id, sound.credited_as) == (world.kept.pk, "Anne Sol")


def test_edited_credit_may_go_to_another_who_comes_back():
    world = make_rich_world()
    third = PersonFactory(name="Ana S.")
    merging = merge_records(world.kept, [world.other, third], {})
    sound = Credit.objects.get(film=world.films[1], role__key="sound")
    edit(sound, credited_as="Anne Sol", position=third.pk)
    (question,) = questions(merging).values()
    assert question.default == str(world.other.pk)
    unmerge(merging, choices={question.name: str(third.pk)})
    sound.refresh_from_db()
    assert (sound.person, sound.credited_as) == (third, "Anne Sol")


def test_deleted_credit_stays_deleted_and_is_told():
    world, merging = merged_world()
    with change(None, "test"):
        Credit.objects.get(film=world.films[1], role__key="sound").delete()
    plan = make_plan(merging)
    assert (plan.questions, len(plan.notes)) == ([], 1)
    assert plan.notes[0].endswith("was deleted since, and stays deleted")
    unmerge(merging)
    assert not Credit.objects.filter(film=world.films[1], role__key="sound").exists()


def test_credit_given_to_a_third_person_stays_there():
    world, merging = merged_world()
    third = PersonFactory()
    sound = Credit.objects.get(film=world.films[1], role__key="sound")
    edit(sound, person=third)
    assert len(make_plan(merging).notes) == 1
    unmerge(merging)
    sound.refresh_from_db()
    assert sound.person == third


@pytest.mark.parametrize(
    ("answer", "people"),
    [("both", ["kept", "other"]), ("kept", ["kept"]), ("other", ["other"])],
)
def test_credit_of_both_that_was_edited_goes_to_whom_somebody_says(answer, people):
    world, merging = merged_world()
    credit = Credit.objects.get(film=world.films[0])
    edit(credit, character_en="Herself, older")
    (question,) = questions(merging).values()
    assert question.default == "both"
    sent = str(world.other.pk) if answer == "other" else answer
    unmerge(merging, choices={question.name: sent})
    named = Credit.objects.filter(film=world.films[0]).order_by("person")
    expected = [getattr(world, name).pk for name in people]
    assert list(named.values_list("person", flat=True)) == sorted(expected)
    credit.refresh_from_db()
    assert credit.character_en == "Herself, older"
    assert credit.character_de == (None if answer == "both" else "Sie selbst")


def test_edited_field_goes_to_whom_it_is_about():
    world, merging = merged_world()
    edit(world.kept, website="https://sol.example", biography_en="Both, and more.")
    asked = questions(merging)
    assert sorted((q.name, q.default) for q in asked.values()) == [
        ("field-biography_en", "kept"), ("field-website", "kept"),
    ]  # fmt: skip
    unmerge(merging, choices={"field-website": str(world.other.pk)})
    kept, other = Person.objects.get(pk=world.kept.pk), Person.objects.get(pk=world.other.pk)
    assert (kept.website, other.website) == ("", "https://sol.example")
    assert (kept.biography_en, other.biography_en) == (
        "Both, and more.", "She grew up by the harbour.",
    )  # fmt: skip


def test_new_spellings_of_a_company_are_asked_for():
    kept, other, _third = make_companies(FilmFactory())
    merging = merge_records(kept, [other], {})
    edit(kept, other_names=["Nord Licht GmbH", "NLG"])
    (question,) = questions(merging).values()
    unmerge(merging, choices={question.name: str(other.pk)})
    names = dict(Company.objects.values_list("pk", "other_names"))
    # “NL” was deleted in between.
    assert (names[kept.pk], names[other.pk]) == ([], ["Nordlicht", "NLG"])


def test_plan_that_reads_otherwise_is_not_followed():
    world, merging = merged_world()
    shown = make_plan(merging).digest
    write(Credit, film=FilmFactory(), person=world.kept, role_text_en="Cook")
    with pytest.raises(CannotUnmerge):
        unmerge(merging, digest=shown)
    assert not Person.objects.filter(pk=world.other.pk).exists()


def test_deleted_record_must_be_restored_first():
    kept, other = PersonFactory(), PersonFactory()
    merging = merge_records(kept, [other], {})
    with change(None, "test"):
        Person.objects.get(pk=kept.pk).delete()
    assert make_plan(merging).obstacle.startswith("The record into which it was merged is deleted.")


def test_portrait_that_is_gone_is_told():
    world = make_rich_world()
    merging = merge_records(world.kept, [world.other], {})
    with change(None, "test"):
        world.other.portrait.delete()
    assert unmerge(merging) == ["A. Sol: portrait is gone"]
    assert Person.objects.get(pk=world.other.pk).portrait is None
