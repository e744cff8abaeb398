"""The list of members, and what an owner does with them."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from desk.members.roster import members
from editorial.changes import change
from editorial.models import Membership, Revision
from editorial.rights import role_of
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db
FORM = {"name": "Mara Lind", "email": "mara@example.com", "role": "viewer"}


@pytest.fixture
def owner(client):
    user = make_member("owner")
    client.force_login(user)
    return user


def page(name, user):
    return reverse(f"admin:{name}", args=[user.pk])


def fresh(user):
    return type(user).objects.get(pk=user.pk)


def test_list_names_everybody_with_role_languages_end_and_login(client, owner):
    make_member("translator", languages=["de"], ends_on=date(2001, 1, 2))
    make_member("editor")
    rows = [(m.account, m.role, m.languages, m.ends_on, m.state) for m in members()]
    assert rows == [
        ("editor", "Editor", "", None, "active"),
        ("owner", "Owner", "", None, "active"),
        ("translator", "Translator", "German", date(2001, 1, 2), "ended"),
    ]
    assert client.get(reverse("admin:editorial_membership_changelist")).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_with_one_member_and_with_three(
    client, owner, count, django_assert_num_queries
):
    for n in range(count):
        make_member("editor", f"editor-{n}")
    with django_assert_num_queries(1):
        assert len(members()) == count + 1


def test_owner_changes_a_role(client, owner):
    user = make_member("editor")
    response = client.post(page("editorial_membership_change", user), FORM)
    assert response.status_code == 302
    user = fresh(user)
    assert (role_of(user), user.get_full_name(), user.email) == (
        "viewer", "Mara Lind", "mara@example.com",
    )  # fmt: skip


def test_superuser_becomes_an_editor(client, owner, django_user_model):
    user = django_user_model.objects.create_superuser("root", "root@example.com", "x")
    data = FORM | {"role": "editor", "email": "root@example.com"}
    client.post(page("editorial_membership_change", user), data)
    assert (fresh(user).is_superuser, role_of(fresh(user))) == (False, "editor")


@pytest.mark.parametrize(
    "changes", [{"role": "editor"}, {"role": "owner", "ends_on": "2099-01-01"}]
)
def test_last_owner_stays_owner(client, owner, changes):
    # One whose membership ends does not count.
    make_member("owner", "other", ends_on=timezone.localdate() + timedelta(days=9))
    url = page("editorial_membership_change", owner)
    response = client.post(url, FORM | changes)
    assert "last owner" in str(response.context["form"].errors["role"])
    assert role_of(fresh(owner)) == "owner"
    assert Membership.objects.get(user=owner).ends_on is None


def test_last_owner_cannot_be_removed(client, owner):
    response = client.post(page("desk_remove_member", owner), follow=True)
    assert "last owner" in response.content.decode()
    assert fresh(owner).is_active


def test_one_of_two_owners_may_go(client, owner):
    make_member("owner", "other")
    client.post(page("desk_remove_member", owner))
    assert not fresh(owner).is_active
    assert client.get("/admin/").status_code == 302


def test_removed_member_is_out_at_once_and_what_was_written_stays(client, owner):
    from django.test import Client

    user, browser = make_member("editor"), Client()
    browser.force_login(user)
    film = FilmFactory()
    with change(user, "edited"):
        film.year = 2012
        film.save()
    assert client.post(page("desk_remove_member", user)).status_code == 302
    assert browser.get("/admin/").status_code == 302
    assert Revision.objects.filter(user=user).count() == 1
    assert [m.state for m in members() if m.account == "editor"] == ["removed"]


def test_removed_member_is_let_in_again(client, owner):
    user = make_member("editor")
    client.post(page("desk_remove_member", user))
    client.post(page("editorial_membership_change", user), FORM)
    assert role_of(fresh(user)) == "viewer"


def test_address_of_another_member_is_refused(client, owner):
    user = make_member("editor")
    data = FORM | {"email": "Owner@example.com"}
    response = client.post(page("editorial_membership_change", user), data)
    assert list(response.context["form"].errors) == ["email"]


def test_link_for_a_new_password_sets_one(client, owner):
    user = make_member("editor")
    shown = client.post(page("desk_password_link", user))
    path = shown.context["link"].removeprefix("http://localhost:8000")
    client.logout()
    form = client.get(path, follow=True)
    data = {"password1": "lamp-harbour-snow", "password2": "lamp-harbour-snow"}
    client.post(form.redirect_chain[-1][0], data)
    assert fresh(user).check_password("lamp-harbour-snow")
    assert client.get(path, follow=True).context.get("token_fail") is True


@pytest.mark.parametrize("role", ["editor", "translator", "viewer"])
def test_only_owners_change_members(client, owner, role):
    user = make_member(role, languages=["de"])
    client.force_login(user)
    for name in ("editorial_membership_change", "desk_remove_member", "desk_password_link"):
        assert client.post(page(name, owner), FORM | {"role": "owner"}).status_code == 403
    assert client.get(reverse("admin:editorial_membership_changelist")).status_code == 403
    assert role_of(fresh(user)) == role


def test_staff_of_before_get_a_role(django_user_model):
    from importlib import import_module

    users = django_user_model.objects
    may_change = Permission.objects.get(codename="change_film")
    editors = Group.objects.create(name="editors")
    editors.permissions.add(may_change)
    by_right = users.create_user("by-right", is_staff=True)
    by_right.user_permissions.add(may_change)
    by_group = users.create_user("by-group", is_staff=True)
    by_group.groups.add(editors)
    looks = users.create_user("looks", is_staff=True)
    looks.user_permissions.add(Permission.objects.get(codename="view_film"))
    users.create_user("no-staff")
    users.create_superuser("root")
    known = make_member("translator", languages=["de"])
    import_module("desk.migrations.0004_members").make_members(apps, None)
    found = Membership.objects.order_by("user__username").values_list("user__username", "role")
    assert list(found) == [
        ("by-group", "editor"),
        ("by-right", "editor"),
        ("looks", "viewer"),
        (known.username, "translator"),
    ]
