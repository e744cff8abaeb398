"""The page on which a merge is taken apart."""

import pytest
from django.urls import reverse

from editorial.models import MemberRole
from films.models import Credit
from people.merging import merge_records
from people.merging.undoing import unmerge
from people.models import Merging, Person
from tests.factories import FilmFactory, PersonFactory, make_member
from tests.people.merging_world import make_world, write

pytestmark = pytest.mark.django_db


def address(merging):
    return f"/admin/people/merging/{merging.pk}/undo/"


def merged():
    world = make_world()
    return world, merge_records(world.kept, [world.other], {})


def test_form_and_message_lead_to_the_page(desk):
    world = make_world()
    page = f"{reverse('admin:people_person_merge')}?ids={world.kept.pk},{world.other.pk}"
    versions = desk.get(page).context["versions"]
    data = {"merge": "1", "kept": world.kept.pk, "versions": versions}
    answer = desk.post(page, data, follow=True)
    merging = Merging.objects.get()
    text = answer.content.decode()
    link = f'<a href="{address(merging)}">'
    assert f"Merged into Ana Sol. {link}Take apart again</a>" in text
    assert f"– {link}take apart again</a>" in text
    assert f"Merged with {world.other.name} on " in text


def test_untouched_merge_is_taken_apart_by_one_button(desk):
    world, merging = merged()
    page = desk.get(address(merging))
    assert (page.context["groups"], page.context["notes"]) == ([], [])
    assert len(page.context["returning"]) == 5
    assert page.context["fields"][0].values == ("Ana Sol", "A. Sol")
    answer = desk.post(address(merging), {"digest": page.context["digest"]})
    assert answer["Location"] == reverse("admin:people_person_change", args=[world.kept.pk])
    assert Person.objects.count() == 2
    assert address(merging) not in desk.get(answer["Location"]).content.decode()


def test_page_asks_and_follows_the_answer(desk):
    world, merging = merged()
    new = write(Credit, film=FilmFactory(title_en="Ice"), person=world.kept, role_text_en="Cook")
    page = desk.get(address(merging))
    (group,) = page.context["groups"]
    (asked,) = group.asked
    assert (asked.question.text, asked.answer) == ("Ice – Credit", "kept")
    sent = {"digest": page.context["digest"], asked.question.name: str(world.other.pk)}
    desk.post(address(merging), sent)
    new.refresh_from_db()
    assert new.person_id == world.other.pk


def test_what_came_after_the_page_is_shown_and_answers_stay(desk):
    world, merging = merged()
    first = write(Credit, film=FilmFactory(), person=world.kept, role_text_en="Cook")
    page = desk.get(address(merging))
    write(Credit, film=FilmFactory(), person=world.kept, role_text_en="Driver")
    name = f"row-{first.uuid}"
    sent = {"digest": page.context["digest"], name: str(world.other.pk)}
    again = desk.post(address(merging), sent)
    assert again.status_code == 200
    answers = {a.question.name: a.answer for g in again.context["groups"] for a in g.asked}
    assert len(answers) == 2
    assert answers[name] == str(world.other.pk)
    assert Person.objects.count() == 1


def test_later_merge_is_named_with_the_way_to_it(desk):
    world, first = merged()
    later = merge_records(world.kept, [PersonFactory(name="Ana S.")], {})
    page = desk.get(address(first))
    assert page.context["later"] == later
    assert f'href="{address(later)}"' in page.content.decode()
    assert desk.post(address(first)).status_code == 200
    assert Person.objects.count() == 1


def test_second_time_says_when_it_was_taken_apart(desk):
    _world, merging = merged()
    unmerge(merging)
    page = desk.get(address(merging))
    assert page.context["obstacle"].startswith("This merge was taken apart on ")
    assert desk.post(address(merging)).status_code == 200
    assert Person.objects.count() == 2


def test_unknown_merge_is_not_found(desk):
    assert desk.get("/admin/people/merging/999/undo/").status_code == 404


@pytest.mark.parametrize("role", [MemberRole.TRANSLATOR, MemberRole.VIEWER])
def test_who_may_not_edit_is_refused(client, role):
    _world, merging = merged()
    client.force_login(make_member(role, languages=["de"]))
    assert client.post(address(merging)).status_code == 403
    assert Person.objects.count() == 1


def test_answers_that_nobody_offered_are_the_proposals(desk):
    world, merging = merged()
    new = write(Credit, film=FilmFactory(), person=world.kept, role_text_en="Cook")
    digest = desk.get(address(merging)).context["digest"]
    desk.post(address(merging), {"digest": digest, f"row-{new.uuid}": "9" * 5000})
    new.refresh_from_db()
    assert new.person == world.kept


def test_page_is_german(desk):
    world, merging = merged()
    write(Credit, film=FilmFactory(), person=world.kept, role_text_en="Cook")
    text = desk.get(address(merging), headers={"accept-language": "de"}).content.decode()
    assert text.count("Zusammenführung aufheben") == 4
    assert text.count("Seit der Zusammenführung dazugekommen: Zu wem gehört es?") == 1
