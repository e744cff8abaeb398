"""Likely doubles and pairs known to be two, as editors see them."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from editorial.changes import change
from people.doubles.distinct import known_distinct, pairs_apart, tell_apart
from people.doubles.finding import find_doubles
from people.merging.merge import merge_records
from people.models import DistinctPair, Role
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_member
from tests.people.doubles.office import plant, read_list

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_memory():
    cache.clear()


def make_pair(*names):
    """Return two people who were the sound engineer of one film each."""
    role = Role.objects.get(key="sound")
    people = [PersonFactory(name=name) for name in names or ("Ирина Зотова", "Irina Zotova")]
    for person in people:
        film = FilmFactory(title_en=f"Ferry {person.pk}", title_de="Fähre", year=1999)
        CreditFactory(film=film, person=person, role=role)
    return people


def shown(answer):
    return [tuple(side.person.name for side in line.sides) for line in answer.context_data["lines"]]


def test_pairs_stand_with_films_and_reasons(desk):
    first, second = make_pair()
    answer = desk.get(reverse("doubles"))
    (line,) = answer.context_data["lines"]
    assert shown(answer) == [("Ирина Зотова", "Irina Zotova")]
    assert line.likeness == "the same name in another script"
    assert line.reasons == ("the same job: Sound",)
    assert line.doubts == ()
    assert line.sides[1].films == (f"Ferry {second.pk} (1999): Sound",)
    merge = f"{reverse('admin:people_person_merge')}?ids={first.pk},{second.pk}"
    assert answer.content.decode().count(f'href="{merge}"') == 1
    assert desk.get(merge).status_code == 200


def test_page_speaks_german(desk):
    make_pair()
    answer = desk.get(reverse("doubles"), headers={"accept-language": "de"})
    (line,) = answer.context_data["lines"]
    assert line.likeness == "derselbe Name in anderer Schrift"
    assert line.reasons == ("dieselbe Tätigkeit: Ton",)
    assert line.sides[0].films == ("Fähre (1999): Ton",)


def test_empty_pages_say_what_will_stand_there(desk):
    assert "No likely doubles" in desk.get(reverse("doubles")).content.decode()
    assert "No pair is noted" in desk.get(reverse("doubles_apart")).content.decode()


def test_different_people_are_remembered_and_can_be_taken_back(desk):
    first, second = make_pair()
    sent = {"first": second.pk, "second": first.pk, "p": "1"}
    answer = desk.post(reverse("doubles_note_apart"), sent, follow=True)
    assert shown(answer) == []
    pair = DistinctPair.objects.get()
    assert (pair.first_id, pair.second_id) == (first.pk, second.pk)
    assert pair.found_by is not None
    answer = desk.get(reverse("doubles_apart"))
    assert [row for row, _sides in answer.context_data["lines"]] == [pair]
    answer = desk.post(reverse("doubles_forget_apart", args=[pair.pk]), follow=True)
    assert DistinctPair.objects.count() == 0
    assert shown(desk.get(reverse("doubles"))) == [("Ирина Зотова", "Irina Zotova")]


def test_noting_twice_keeps_the_first_note(desk):
    first, second = make_pair()
    noted = tell_apart(first.pk, second.pk, None)
    assert tell_apart(second.pk, first.pk, None) == noted


@pytest.mark.parametrize(
    "sent",
    [{}, {"first": "x", "second": "1"}, {"first": "9" * 30, "second": "1"}, {"first": "-1"}],
)
def test_bad_input_notes_nothing(desk, sent):
    answer = desk.post(reverse("doubles_note_apart"), sent, follow=True)
    assert answer.status_code == 200
    assert [str(m) for m in answer.context["messages"]] == [
        "One of the two is not there any more. Nothing was noted."
    ]
    assert DistinctPair.objects.count() == 0


def test_one_person_is_no_pair(desk):
    person = PersonFactory()
    desk.post(reverse("doubles_note_apart"), {"first": person.pk, "second": person.pk})
    assert DistinctPair.objects.count() == 0


def test_what_is_gone_cannot_be_taken_back(desk):
    assert desk.post(reverse("doubles_forget_apart", args=[77])).status_code == 404


def test_note_holds_for_the_record_that_stays_after_a_merge(desk):
    kept = PersonFactory(name="Irina Zotova")
    other = PersonFactory(name="Irina Sotowa")
    third = PersonFactory(name="Ирина Зотова")
    tell_apart(other.pk, third.pk, None)
    assert {double.pair for double in find_doubles()} == {
        (kept.pk, other.pk), (kept.pk, third.pk),
    }  # fmt: skip
    merge_records(kept, [other], {})
    assert known_distinct() == {(kept.pk, third.pk)}
    assert find_doubles() == []
    assert desk.get(reverse("doubles_apart")).status_code == 200


def test_note_goes_with_a_person_that_is_deleted():
    first, second = make_pair()
    tell_apart(first.pk, second.pk, None)
    with change(None, "test"):
        second.credits.all().delete()
        second.delete()
    assert list(pairs_apart()) == []


def test_found_pairs_are_looked_for_anew_when_a_name_changes(desk):
    first, _second = make_pair()
    assert len(shown(desk.get(reverse("doubles")))) == 1
    with change(None, "test"):
        first.name = "Ida Torm"
        first.save()
    assert shown(desk.get(reverse("doubles"))) == []


def test_viewer_looks_and_has_no_buttons():
    make_pair()
    viewer = Client()
    viewer.force_login(make_member("viewer"))
    page = viewer.get(reverse("doubles")).content.decode()
    assert "Irina Zotova" in page
    assert reverse("doubles_note_apart") not in page


def test_pages_are_numbered_and_ask_as_often_for_one_as_for_twenty(
    desk, django_assert_max_num_queries
):
    make_pair()
    desk.get(reverse("doubles"))
    cache.clear()
    with django_assert_max_num_queries(20):
        desk.get(reverse("doubles"))
    plant(read_list())
    cache.clear()
    with django_assert_max_num_queries(20):
        assert len(shown(desk.get(reverse("doubles")))) == 20
    assert len(shown(desk.get(reverse("doubles"), {"p": 2}))) == 11
    assert len(shown(desk.get(reverse("doubles"), {"p": "x"}))) == 20


def test_list_of_people_leads_to_likely_doubles(desk):
    PersonFactory()
    page = desk.get(reverse("admin:people_person_changelist")).content.decode()
    assert page.count(f'href="{reverse("doubles")}"') == 1
