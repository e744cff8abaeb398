"""People found by what somebody types."""

from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from editorial.changes import change
from people.looking_up import How, find_names
from people.models import Company, NameKey, Person, PersonName
from tests.factories import CreditFactory, FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db


def find(text, kind="person"):
    models = {"person": Person, "company": Company}
    found = find_names(text, kind)
    return [(models[kind].objects.get(pk=pk).name, str(how)) for pk, how in found.items()]


def call(person, name):
    with change(None, "test"):
        PersonName.objects.create(person=person, name=name)


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("Jürgen Mühlbach", How.EXACT),
        ("juergen muehlbach", How.EXACT),
        ("Mühlbach, Jürgen", How.EXACT),
        ("muehlb jur", How.BEGINNING),
        ("J. Mühlbach", How.BEGINNING),
        ("Jürgen Mülbach", How.SIMILAR),
        ("Yürgen Mühlbach", How.SOUND),
        ("Jürgen Wühlbach", How.SIMILAR),
    ],
)
def test_person_is_found(typed, how):
    PersonFactory(name="Jürgen Mühlbach")
    PersonFactory(name="Ida Torm")
    assert find(typed) == [("Jürgen Mühlbach", how)]


def test_name_is_found_by_the_initials_that_stand_in_the_index():
    PersonFactory(name="J. Mühlbach")
    assert find("Jürgen Mühlbach") == [("J. Mühlbach", "initials")]


def test_other_names_are_found_like_the_usual_one():
    person = PersonFactory(name="Ada Lindqvist")
    call(person, "Ада Линдквист")
    assert find("Ada Lindkvist") == [("Ada Lindqvist", "sound")]
    assert find("Линдквист Ада") == [("Ada Lindqvist", "exact")]


def test_hyphen_may_be_missing():
    PersonFactory(name="Ana-Maria Sol")
    assert find("Anamaria Sol") == [("Ana-Maria Sol", "beginning")]
    PersonFactory(name="Annalena Torm")
    assert find("Anna-Lena Torm") == [("Annalena Torm", "beginning")]


def test_exact_names_stand_first_even_if_only_an_other_name_is_exact():
    PersonFactory(name="Ana Solberg")
    PersonFactory(name="Ana Solen")
    call(PersonFactory(name="Zoe Winter"), "Ana Sol")
    assert find("ana sol")[0] == ("Zoe Winter", "exact")
    assert [name for name, _how in find("ana sol")[1:]] == ["Ana Solberg", "Ana Solen"]


def test_nothing_is_found_by_signs_or_by_another_name():
    PersonFactory(name="Ana Sol")
    assert find("?") == find("") == find("Ida Torm") == []


def test_kinds_are_not_mixed():
    PersonFactory(name="Nord Film")
    with change(None, "test"):
        Company.objects.create(name="Nordlicht", other_names=["Nord Film"])
    assert find("Nord Film", "company") == [("Nordlicht", "exact")]
    assert find("Nord Film") == [("Nord Film", "exact")]


def test_index_follows_every_change():
    person = PersonFactory(name="Ana Sol")
    call(person, "Ana Winter")
    with change(None, "test"):
        person.name = "Ana Torm"
        person.save()
        person.names.all().delete()
    assert (find("Ana Sol"), find("Ana Winter"), find("Ana Torm")) == (
        [], [], [("Ana Torm", "exact")],
    )  # fmt: skip
    with change(None, "test"):
        person.delete()
    assert NameKey.objects.count() == 0


def public_words(person):
    keys = NameKey.objects.filter(record=person.pk, form="word", is_public=True)
    return sorted(keys.values_list("key", flat=True))


def test_key_is_public_if_any_name_but_a_legal_one_has_it():
    person = PersonFactory(name="Ana Sol")
    call(person, "Ana Winter")
    with change(None, "test"):
        person.names.create(name="Ana Torm", kind="legal")
    assert public_words(person) == ["ana", "sol", "winter"]
    with change(None, "test"):
        legal = person.names.get(kind="legal")
        legal.kind = "stage"
        legal.save()
    assert public_words(person) == ["ana", "sol", "torm", "winter"]


def test_keys_from_before_are_told_apart():
    person = PersonFactory(name="Ana Sol")
    with change(None, "test"):
        person.names.create(name="Ana Torm", kind="legal")
        Company.objects.create(name="Nordlicht", other_names=["Nord Film"])
    expected = set(NameKey.objects.values_list("form", "key", "is_public"))
    for former in (True, False):
        NameKey.objects.update(is_public=former)
        import_module("people.migrations.0006_public_name_keys").mark_public(apps, None)
        assert set(NameKey.objects.values_list("form", "key", "is_public")) == expected


def pick(desk, term):
    query = {"app_label": "films", "model_name": "credit", "field_name": "person", "term": term}
    answer = desk.get(reverse("admin:autocomplete"), query)
    return [row["text"] for row in answer.json()["results"]]


def test_picker_tells_namesakes_apart(desk):
    film = FilmFactory(title_en="The Night Ferry")
    CreditFactory(film=film, person=PersonFactory(name="Ana Sol", born_on="1975-02"))
    PersonFactory(name="Ana Sol")
    PersonFactory(name="Ida Torm")
    assert sorted(pick(desk, "sol ana")) == ["Ana Sol", "Ana Sol (1975, The Night Ferry)"]


def test_picker_asks_as_often_for_three_as_for_one(desk, django_assert_num_queries):
    PersonFactory(name="Ana Sol")
    pick(desk, "sol")
    with django_assert_num_queries(7):
        pick(desk, "sol")
    for name in ("Ana Solberg", "Ida Solen"):
        PersonFactory(name=name)
    with django_assert_num_queries(7):
        pick(desk, "sol")


def test_list_finds_other_spellings_surest_first(desk):
    PersonFactory(name="Annika Mühlbacher")
    PersonFactory(name="Zeno Mühlbach")
    PersonFactory(name="Ida Torm")
    page = desk.get(reverse("admin:people_person_changelist"), {"q": "Zeno Muehlbach"})
    assert [p.name for p in page.context["cl"].result_list] == ["Zeno Mühlbach"]
    page = desk.get(reverse("admin:people_person_changelist"), {"q": "muehlb"})
    assert [p.name for p in page.context["cl"].result_list] == [
        "Zeno Mühlbach", "Annika Mühlbacher",
    ]  # fmt: skip
