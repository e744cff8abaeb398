"""The credits desk: what it shows, saves, refuses and brings back."""

import re

import pytest
from django.urls import reverse

from editorial.changes import change
from editorial.models import MemberRole, Membership
from films.models import Credit
from people.models import Company, Person, Role
from tests.factories import CreditFactory, FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db
PART = {"HTTP_X_PART": "1"}


def at(film, name="credits", *args):
    return reverse(f"admin:films_film_{name}", args=[film.pk, *args])


def credit_of(film, name, key="director", **facts):
    person = PersonFactory(name=name)
    return CreditFactory(film=film, person=person, role=Role.objects.get(key=key), **facts)


def names(film, key="director"):
    return list(
        Credit.objects.filter(film=film, role__key=key)
        .order_by("position", "pk")
        .values_list("person__name", flat=True)
    )


def member(django_user_model, role, *languages):
    user = django_user_model.objects.create_user(role, f"{role}@example.com", "test-pass-1")
    user.is_staff = True
    user.save()
    Membership.objects.create(user=user, role=role, languages=list(languages))
    return user


def fields_of(desk, address):
    """What the form at this address would send."""
    form = desk.get(address).context["form"]
    data = {f.html_name: f.value() for f in form if f.value() not in (None, False)}
    return data | {"version": desk.get(address).context["version"]}


@pytest.mark.parametrize("count", [1, 3, 300])
def test_desk_asks_as_often_for_many_rows_as_for_one(desk, django_assert_num_queries, count):
    film = FilmFactory()
    with change(None, "test"):
        people = [Person(name=f"Ana Sol {n}") for n in range(count)]
        for person in people:
            person.save()
        roles = list(Role.objects.all()[:5])
        Credit.objects.bulk_create(
            Credit(film=film, person=person, role=roles[n % 5], position=n,
                   character_en="Young Nele of the harbour", character_de="Junge Nele vom Hafen")
            for n, person in enumerate(people)
        )  # fmt: skip
    desk.get(at(film))
    with django_assert_num_queries(6):
        page = desk.get(at(film))
    assert page.content.count(b'class="credit"') == count
    assert len(page.content) < 500_000


def test_rows_stand_by_department_and_role(desk):
    film = FilmFactory()
    credit_of(film, "Ida Torm", "sound")
    credit_of(film, "Ana Sol", "director")
    credit_of(film, "Peer Lund", "director")
    sections = desk.get(at(film)).context["sections"]
    assert [(s.label, [r.name for r in s.rows]) for s in sections] == [
        ("Direction", ["Ana Sol", "Peer Lund"]),
        ("Sound", ["Ida Torm"]),
    ]


def test_old_address_of_the_long_list_leads_to_the_desk(desk):
    film = FilmFactory()
    answer = desk.get(reverse("admin:films_film_change", args=[film.pk]) + "?part=credits")
    assert (answer.status_code, answer["Location"]) == (302, at(film))


@pytest.mark.parametrize(
    ("button", "who", "order"),
    [
        ("up", 1, ["Ida Torm", "Ana Sol", "Peer Lund"]),
        ("down", 0, ["Ida Torm", "Ana Sol", "Peer Lund"]),
        ("down", 1, ["Ana Sol", "Peer Lund", "Ida Torm"]),
        ("up", 0, ["Ana Sol", "Ida Torm", "Peer Lund"]),
        ("down", 2, ["Ana Sol", "Ida Torm", "Peer Lund"]),
    ],
)
@pytest.mark.parametrize("spread", [0, 1, 5], ids=["one number", "following", "gaps"])
def test_row_moves_by_one_place(desk, button, who, order, spread):
    film = FilmFactory()
    rows = [
        credit_of(film, name, position=n * spread)
        for n, name in enumerate(["Ana Sol", "Ida Torm", "Peer Lund"])
    ]
    answer = desk.post(at(film, "credits_act"), {button: rows[who].uuid})
    assert answer["Location"] == f"{at(film)}#credit-{rows[who].uuid}"
    assert names(film) == order


def test_row_is_dragged_and_its_place_said(desk):
    film = FilmFactory()
    rows = [credit_of(film, n, position=p) for p, n in enumerate(["Ana Sol", "Ida Torm", "Lu Wei"])]
    facts = {"row": rows[2].uuid, "before": rows[0].uuid}
    answer = desk.post(at(film, "credits_act"), facts, **PART)
    assert answer.json() == {"place": 1, "total": 3}
    assert names(film) == ["Lu Wei", "Ana Sol", "Ida Torm"]


def test_row_does_not_leave_its_role(desk):
    film = FilmFactory()
    first, second = credit_of(film, "Ana Sol"), credit_of(film, "Ida Torm", "sound")
    facts = {"row": first.uuid, "before": second.uuid}
    answer = desk.post(at(film, "credits_act"), facts, **PART)
    assert answer.status_code == 422
    assert answer.json() == {"message": "Only names of the same role change places."}


def test_row_of_another_film_is_not_found(desk):
    film, other = FilmFactory(), credit_of(FilmFactory(), "Ana Sol")
    assert desk.post(at(film, "credits_act"), {"up": other.uuid}).status_code == 404
    assert desk.post(at(film, "credits_act"), {"up": "nonsense"}).status_code == 404
    assert desk.post(at(film, "credits_act"), {}).status_code == 404
    assert desk.get(at(film, "credit", other.uuid)).status_code == 404


def test_one_row_is_saved(desk):
    credit = credit_of(FilmFactory(), "Ana Sol")
    address = at(credit.film, "credit", credit.uuid)
    data = fields_of(desk, address) | {
        "character_en": "The Captain", "character_de": "Die Kapitänin", "credited_as": "A. Sol",
        "is_lead": "on", "billing": "with",
    }  # fmt: skip
    answer = desk.post(address, data, **PART)
    assert answer.json()["uuid"] == str(credit.uuid)
    assert "A. Sol" in answer.json()["html"]
    credit.refresh_from_db()
    assert (credit.character_en, credit.character_de) == ("The Captain", "Die Kapitänin")
    assert (credit.credited_as, credit.is_lead, credit.billing) == ("A. Sol", True, "with")


def test_row_saved_without_script_leads_back_to_it(desk):
    credit = credit_of(FilmFactory(), "Ana Sol")
    address = at(credit.film, "credit", credit.uuid)
    answer = desk.post(address, fields_of(desk, address))
    assert answer["Location"] == f"{at(credit.film)}#credit-{credit.uuid}"


def test_person_is_changed_by_name(desk):
    credit, other = credit_of(FilmFactory(), "Ana Sol"), PersonFactory(name="Jürgen Mühlbach")
    address = at(credit.film, "credit", credit.uuid)
    data = fields_of(desk, address) | {"name": "Juergen Muehlbach"}
    refused = desk.post(address, data, **PART)
    assert refused.status_code == 422
    form = refused.context["form"]
    offered = dict(form.fields["who"].widget.choices)
    assert offered[f"p{other.pk}"] == "Jürgen Mühlbach"
    data |= {"who": form["who"].value(), "seen": form["seen"].value()}
    assert desk.post(address, data, **PART).status_code == 200
    credit.refresh_from_db()
    assert credit.person == other


def test_new_person_group_and_company_come_with_the_row(desk):
    film = FilmFactory()
    role = Role.objects.get(key="sound").pk
    new = at(film, "credit_new")
    for name, who in (("Ida Torm", "new"), ("Harbour Choir", "group"), ("Nord GmbH", "newc")):
        data = {"role": role, "name": name, "who": who, "seen": name, "version": ""}
        assert desk.post(new, data, **PART).status_code == 200
    rows = Credit.objects.filter(film=film).order_by("position")
    assert [(str(r.person or r.company or r.group_en), r.is_group) for r in rows] == [
        ("Ida Torm", False), ("Harbour Choir", True), ("Nord GmbH", False),
    ]  # fmt: skip
    assert Person.objects.get().name == "Ida Torm"
    assert Company.objects.get().name == "Nord GmbH"


@pytest.mark.parametrize("who", ["", "p999", "pabc", "x1", "p²"])
def test_nobody_is_no_answer(desk, who):
    film = FilmFactory()
    data = {"role": Role.objects.first().pk, "name": "Ida Torm", "who": who, "seen": "Ida Torm"}
    answer = desk.post(at(film, "credit_new"), data | {"version": ""}, **PART)
    assert answer.status_code == 422
    assert answer.context["form"].errors["who"] == ["Say who is meant by “Ida Torm”."]


def test_row_changed_meanwhile_is_shown_and_nothing_is_lost(desk):
    credit = credit_of(FilmFactory(), "Ana Sol")
    address = at(credit.film, "credit", credit.uuid)
    data = fields_of(desk, address) | {"credited_as": "Mine"}
    with change(None, "somebody else"):
        credit.credited_as = "Theirs"
        credit.save()
    answer = desk.post(address, data, **PART)
    assert answer.status_code == 409
    assert answer.context["theirs"].marks == ("as “Theirs”",)
    assert answer.context["form"]["credited_as"].value() == "Mine"
    credit.refresh_from_db()
    assert credit.credited_as == "Theirs"
    again = desk.post(address, data | {"version": answer.context["version"]}, **PART)
    assert again.status_code == 200
    credit.refresh_from_db()
    assert credit.credited_as == "Mine"


def test_row_deleted_meanwhile_can_be_added_again(desk):
    credit = credit_of(FilmFactory(), "Ana Sol")
    address = at(credit.film, "credit", credit.uuid)
    data = fields_of(desk, address) | {"credited_as": "Mine"}
    with change(None, "somebody else"):
        credit.delete()
    answer = desk.post(address, data, **PART)
    assert (answer.status_code, answer.context["is_gone"]) == (409, True)
    again = desk.post(answer.context["action"], data | {"version": ""}, **PART)
    assert again.status_code == 200
    assert Credit.objects.get().credited_as == "Mine"


def version_in(page, credit):
    return re.search(rf'"{credit.uuid}:(\w+)"', page.content.decode())[1]


def test_deleted_row_comes_back(desk):
    film = FilmFactory()
    credit = credit_of(film, "Ana Sol", credited_as="A. Sol", character_de="Die Kapitänin")
    version = version_in(desk.get(at(film)), credit)
    answer = desk.post(at(film, "credits_act"), {"delete": f"{credit.uuid}:{version}"})
    assert answer["Location"] == f"{at(film)}?deleted={credit.uuid}"
    assert Credit.objects.count() == 0
    assert str(credit.uuid) in desk.get(answer["Location"]).content.decode()
    desk.post(at(film, "credits_undo"), {"uuid": credit.uuid})
    back = Credit.objects.get()
    assert (back.uuid, back.person.name) == (credit.uuid, "Ana Sol")
    assert (back.credited_as, back.character_de) == ("A. Sol", "Die Kapitänin")
    assert back.role.key == "director"


def test_row_changed_meanwhile_is_not_deleted(desk):
    credit = credit_of(FilmFactory(), "Ana Sol")
    answer = desk.post(at(credit.film, "credits_act"), {"delete": f"{credit.uuid}:old"}, **PART)
    assert answer.status_code == 409
    assert Credit.objects.count() == 1


def test_what_history_does_not_have_cannot_come_back(desk):
    film = FilmFactory()
    for uuid in ("nonsense", "6f0d0e8e-3a55-4b69-bb60-2f0f6a1a0b11"):
        answer = desk.post(at(film, "credits_undo"), {"uuid": uuid}, **PART)
        assert answer.status_code == 410


def test_suggestions_name_similar_people(desk):
    person = PersonFactory(name="Jürgen Mühlbach", born_on="1970")
    answer = desk.get(at(FilmFactory(), "credits_names"), {"q": "Jurgen Muhlbarch"}).json()
    assert answer["options"][0] == [f"p{person.pk}", "Jürgen Mühlbach (1970) – similar"]
    assert (answer["chosen"], answer["similar"]) == ("new", 1)


def test_translator_writes_own_language_only(client, django_user_model):
    client.force_login(member(django_user_model, MemberRole.TRANSLATOR, "de"))
    credit = credit_of(FilmFactory(), "Ana Sol")
    address = at(credit.film, "credit", credit.uuid)
    data = fields_of(client, address)
    assert sorted(data) == ["version"]
    fields = list(client.get(address).context["form"].fields)
    assert sorted(fields) == ["character_de", "group_de", "role_text_de"]
    sent = data | {"character_de": "Die Kapitänin", "character_en": "Captain", "credited_as": "X"}
    assert client.post(address, sent, **PART).status_code == 200
    credit.refresh_from_db()
    assert (credit.character_de, credit.character_en or "") == ("Die Kapitänin", "")
    assert credit.credited_as == ""


def test_translator_sees_the_source_beside_the_field(client, django_user_model):
    client.force_login(member(django_user_model, MemberRole.TRANSLATOR, "de"))
    credit = credit_of(FilmFactory(), "Ana Sol", character_en="The captain", character_de="Alt")
    page = client.get(at(credit.film, "credit", credit.uuid)).content.decode()
    sources = re.findall(r'credit-form__source"><abbr>(\w+)</abbr> <span lang="\w+">([^<]+)', page)
    assert sources == [("en", "The captain")]


@pytest.mark.parametrize("role", [MemberRole.TRANSLATOR, MemberRole.VIEWER])
def test_who_may_not_edit_is_refused(client, django_user_model, role):
    client.force_login(member(django_user_model, role, "de"))
    credit = credit_of(FilmFactory(), "Ana Sol")
    film = credit.film
    assert client.get(at(film)).status_code == 200
    assert b"credits-act" not in client.get(at(film)).content.split(b"<section")[1]
    assert client.get(at(film, "credits_paste")).status_code == 403
    assert client.get(at(film, "credit_new")).status_code == 403
    assert client.get(at(film, "credits_names"), {"q": "Ana"}).status_code == 403
    assert client.post(at(film, "credits_act"), {"up": credit.uuid}).status_code == 403
    assert client.post(at(film, "credits_undo"), {"uuid": credit.uuid}).status_code == 403
    is_translator = role == MemberRole.TRANSLATOR
    row = client.get(at(film, "credit", credit.uuid))
    assert row.status_code == (200 if is_translator else 403)


def test_stranger_is_sent_to_the_login(client):
    assert client.get(at(FilmFactory())).status_code == 302
