"""Two records that are one: what moves, what is joined, what still leads there."""

import pytest
from django.urls import reverse

from desk.erasing.erasing import erase_person
from desk.erasing.report import ErasureOptions
from editorial.changes import change
from editorial.documents import apply_document
from editorial.models import Forward, MemberRole, Membership, Record, Reference, Revision
from films.models import Award, CompanyCredit, Credit, Release
from people.merging import CannotMerge, find_twins, merge_records
from people.merging.merge import versions_of
from people.models import Company, Depiction, Person, Role
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_member
from tests.people.merging_world import make_world, write

pytestmark = pytest.mark.django_db


def merge(world, **options):
    return merge_records(world.kept, [world.other], {}, **options)


def test_everything_names_the_kept_person():
    world = make_world()
    merge(world)
    assert Person.objects.get() == world.kept
    assert set(Credit.objects.values_list("person", flat=True)) == {world.kept.pk}
    assert Award.objects.get().recipient == world.kept
    assert Depiction.objects.get().person == world.kept
    shown = Reference.objects.filter(usage__in=["credit", "recipient"])
    assert set(shown.values_list("target", flat=True)) == {world.kept.pk}


def test_names_are_joined():
    world = make_world()
    merge(world)
    assert sorted(world.kept.names.values_list("name", flat=True)) == ["A. Sol", "Ана Соль"]


def test_credit_said_twice_becomes_one_with_what_both_said():
    world = make_world()
    (twin,) = find_twins(world.kept, [world.other])
    assert (twin.owner, twin.other) == (world.films[0], world.twin)
    merge(world)
    credit = Credit.objects.get(film=world.films[0])
    assert (credit.person, credit.character_de) == (world.kept, "Sie selbst")


@pytest.mark.parametrize(
    "facts",
    [
        {"role_key": "sound"},
        {"character_en": "Captain"},
        {"credited_as": "Anita"},
        {"role_key": None, "role_text_en": "Harbour"},
    ],
)
def test_credits_that_contradict_each_other_both_stay(facts):
    role_key = facts.pop("role_key", "director")
    film, kept, other = FilmFactory(), PersonFactory(), PersonFactory()
    director = Role.objects.get(key="director")
    CreditFactory(film=film, person=kept, role=director, character_en="Herself", credited_as="Ana")
    role = Role.objects.get(key=role_key) if role_key else None
    CreditFactory(film=film, person=other, role=role, **facts)
    assert find_twins(kept, [other]) == []


def test_values_are_taken_by_field():
    world = make_world()
    values = {"biography_en": world.other.biography_en, "name": "A. Sol"}
    merge_records(world.kept, [world.other], values)
    kept = Person.objects.get()
    assert (kept.name, kept.biography_en, kept.born_on) == (
        "A. Sol", "She grew up by the harbour.", "1975",
    )  # fmt: skip
    assert sorted(kept.names.values_list("name", flat=True)) == ["Ana Sol", "Ана Соль"]


def test_spelling_of_the_credits_is_kept_if_asked():
    world = make_world()
    merge(world, keeps_spelling=True)
    assert Credit.objects.get(film=world.films[1]).credited_as == "A. Sol"


def test_live_pages_show_the_kept_person_and_old_addresses_lead_there(client):
    world = make_world()
    old = world.other.record.key
    assert client.get(f"/en/people/{old}/").status_code == 200
    merge(world)
    page = client.get(f"/en/{world.films[1].slug_en}/").content.decode()
    assert "Ana Sol" in page
    assert f"/en/people/{world.kept.key}/" in page
    answer = client.get(f"/en/people/{old}/")
    assert (answer.status_code, answer["Location"]) == (301, f"/en/people/{world.kept.key}/")
    assert client.get(f"/en/people/{world.kept.key}/").content.decode().count("film-") >= 2


def test_old_address_of_somebody_without_a_page_leads_nowhere(client):
    kept, other = PersonFactory(), PersonFactory()
    merge_records(kept, [other], {})
    assert client.get(f"/en/people/{other.record.key}/").status_code == 404


def test_second_merge_takes_the_first_along(client):
    world = make_world()
    first = world.other.record.key
    merge(world)
    last = PersonFactory(name="Ana Maria Sol")
    merge_records(last, [Person.objects.get(pk=world.kept.pk)], {})
    assert set(Forward.objects.values_list("record", flat=True)) == {last.pk}
    assert client.get(f"/en/people/{first}/")["Location"] == f"/en/people/{last.key}/"


def test_old_revisions_still_restore():
    world = make_world()
    record = world.films[1].record
    before = Revision.objects.filter(record=record, line="desk").first().document
    assert str(world.other.record.uuid) in str(before)
    merge(world)
    with change(None, "restored"):
        apply_document(record, before)
    assert Credit.objects.get(film=world.films[1]).person == world.kept


def test_history_of_the_merged_record_stays():
    world = make_world()
    merge(world)
    record = Record.objects.get(pk=world.other.pk)
    assert record.revisions.exists()
    assert record.binned_at is None


def test_merging_is_one_change():
    world = make_world()
    newest = Revision.objects.first().pk
    merge(world)
    made = Revision.objects.filter(pk__gt=newest)
    # Both films, the picture and the kept person.
    assert sorted(r.record.kind for r in made) == ["film", "film", "image", "person"]
    assert {r.reason for r in made} == {"Merged into Ana Sol"}


def test_companies_are_merged_with_their_releases():
    film = FilmFactory()
    kept, other = write(Company, name="Nordlicht"), write(Company, name="Nord Licht GmbH")
    write(CompanyCredit, film=film, company=kept, function="funder")
    write(CompanyCredit, film=film, company=other, function="funder")
    write(CompanyCredit, film=film, company=other, function="distributor")
    release = write(Release, film=film, country="DE")
    with change(None, "test"):
        release.distributors.add(other)
    merge_records(kept, [other], {})
    functions = CompanyCredit.objects.order_by("function").values_list("function", "company")
    assert list(functions) == [("distributor", kept.pk), ("funder", kept.pk)]
    assert list(release.distributors.all()) == [kept]
    assert Company.objects.get().other_names == ["Nord Licht GmbH"]


def test_what_cannot_be_merged_is_refused():
    person, company = PersonFactory(), write(Company, name="Nord")
    for kept, others in ((person, []), (person, [company]), (person, [person])):
        with pytest.raises(CannotMerge):
            merge_records(kept, others, {})
    gone = PersonFactory()
    with change(None, "test"):
        Person.objects.get(pk=gone.pk).delete()
    with pytest.raises(CannotMerge):
        merge_records(person, [gone], {})


def change_website(person):
    with change(None, "somebody else"):
        now = Person.objects.get(pk=person.pk)
        now.website = "https://example.org"
        now.save()


def test_what_was_saved_after_the_rows_were_read_stays():
    world = make_world()
    change_website(world.kept)
    merge(world)
    assert Person.objects.get().website == "https://example.org"


@pytest.mark.parametrize("who", ["kept", "other"])
def test_record_changed_after_it_was_shown_is_not_merged(who):
    world = make_world()
    shown = versions_of([world.kept, world.other])
    change_website(getattr(world, who))
    with pytest.raises(CannotMerge):
        merge(world, versions=shown)
    assert Person.objects.count() == 2


def test_erasing_the_kept_person_erases_the_merged_one():
    world = make_world()
    old = world.other.record.pk
    merge(world)
    erase_person(Person.objects.get(), ErasureOptions())
    assert not Record.objects.filter(pk=old).exists()
    assert Revision.objects.filter(record=old).count() == 0


# --- the page ---------------------------------------------------------------------------------


def address(*people):
    return f"{reverse('admin:people_person_merge')}?ids={','.join(str(p.pk) for p in people)}"


def test_page_shows_both_and_merges(desk):
    world = make_world()
    page = desk.get(address(world.kept, world.other))
    context = page.context
    assert [column.total for column in context["columns"]] == [1, 4]
    assert [(line.name, line.is_choice) for line in context["lines"]] == [
        ("name", True), ("sort_name", True), ("born_on", True), ("biography_en", True),
    ]  # fmt: skip
    data = {"merge": "1", "kept": world.kept.pk, "versions": context["versions"]}
    data |= {
        f"field-{line.name}": value.owner
        for line in context["lines"]
        for value in line.values
        if value.is_chosen
    }
    answer = desk.post(address(world.kept, world.other), data)
    assert answer["Location"] == reverse("admin:people_person_change", args=[world.kept.pk])
    kept = Person.objects.get()
    assert (kept.name, kept.biography_en) == ("Ana Sol", "She grew up by the harbour.")


def test_page_costs_the_same_for_few_credits_and_for_many(desk, django_assert_max_num_queries):
    kept, other = PersonFactory(), PersonFactory()
    for _n in range(3):
        CreditFactory(person=other)
    desk.get(address(kept, other))
    with django_assert_max_num_queries(40):
        desk.get(address(kept, other))


def test_record_changed_meanwhile_is_shown_again(desk):
    world = make_world()
    page = desk.get(address(world.kept, world.other))
    change_website(world.other)
    data = {"merge": "1", "kept": world.kept.pk, "versions": page.context["versions"]}
    answer = desk.post(address(world.kept, world.other), data)
    assert answer.status_code == 200
    now = Person.objects.in_bulk([world.kept.pk, world.other.pk])
    assert answer.context["versions"] == versions_of([now[world.kept.pk], now[world.other.pk]])
    assert len(now) == 2


def test_action_leads_to_the_page(desk):
    people = [PersonFactory(), PersonFactory()]
    data = {"action": "merge_selected", "_selected_action": [p.pk for p in people]}
    answer = desk.post(reverse("admin:people_person_changelist"), data)
    assert answer["Location"].startswith(reverse("admin:people_person_merge") + "?ids=")


def test_one_record_offers_those_of_a_similar_name(desk):
    kept, near = PersonFactory(name="Ana Sol"), PersonFactory(name="Ana Sol")
    PersonFactory(name="Ida Torm")
    assert desk.get(address(kept)).context["candidates"] == [near]


@pytest.mark.parametrize("ids", ["", "x", "²", "99999999999999999999", "0"])
def test_nobody_is_sent_back_to_the_list(desk, ids):
    answer = desk.get(f"{reverse('admin:people_person_merge')}?ids={ids}")
    assert answer["Location"] == reverse("admin:people_person_changelist")


@pytest.mark.parametrize("role", [MemberRole.TRANSLATOR, MemberRole.VIEWER])
def test_who_may_not_edit_is_refused(client, django_user_model, role):
    user = django_user_model.objects.create_user("mara", "mara@example.com", "test-pass-1")
    user.is_staff = True
    user.save()
    Membership.objects.create(user=user, role=role, languages=["de"])
    client.force_login(user)
    assert client.get(address(PersonFactory(), PersonFactory())).status_code == 403


def test_list_shows_possible_duplicates(desk):
    twins = [PersonFactory(name="Jürgen Mühlbach"), PersonFactory(name="Muehlbach, Juergen")]
    PersonFactory(name="Ida Torm")
    page = desk.get(reverse("admin:people_person_changelist"), {"duplicates": "1"})
    assert set(page.context["cl"].result_list) == set(twins)


def test_number_of_five_thousand_digits_chooses_nothing(client):
    world = make_world()
    client.force_login(make_member("editor"))
    address = f"{reverse('admin:people_person_merge')}?ids={world.kept.pk},{world.other.pk}"
    assert client.post(address, {"field-name": "9" * 5000}).status_code == 200
