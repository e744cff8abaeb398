"""The life of an invitation: made, sent, accepted once; or taken back, or too old."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from desk.members.inviting import invite
from editorial.changes import change
from editorial.models import Invitation
from editorial.rights import languages_of, role_of
from editorial.tokens import hash_token
from pages.models import Profile
from tests.factories import make_member

pytestmark = pytest.mark.django_db
NEW = {"email": "mara@example.com", "role": "translator", "languages": ["de"],
       "mail_language": "de"}  # fmt: skip
ACCOUNT = {"username": "mara", "name": "Mara Lind", "password": "lamp-harbour-snow"}


@pytest.fixture
def owner(client):
    user = make_member("owner")
    client.force_login(user)
    return user


def invitation(role="editor", **facts):
    known = {"email": "mara@example.com", "languages": [], "ends_on": None, "invited_by": None}
    return invite(**{**known, "role": role, **facts})


def address(token) -> str:
    return reverse("desk_accept_invitation", args=[token])


def send(client, **changes):
    return client.post(reverse("admin:editorial_membership_add"), NEW | changes)


def test_mail_speaks_the_chosen_language_and_its_link_lets_in(client, owner):
    assert send(client).status_code == 302
    (letter,) = mail.outbox
    assert letter.to == ["mara@example.com"]
    assert letter.subject == "Einladung in die Redaktion von Lichtspiel"
    assert "owner lädt Sie in die Redaktion von Lichtspiel ein." in letter.body
    (path,) = re.findall(r"http://localhost:8000(/admin/invitation/\S+/)", letter.body)
    client.logout()
    response = client.post(path, ACCOUNT)
    assert (response.status_code, response.url) == (302, "/admin/")
    user = get_user_model().objects.get(username="mara")
    assert (user.email, user.first_name, user.last_name) == ("mara@example.com", "Mara", "Lind")
    assert user.check_password("lamp-harbour-snow")
    assert (role_of(user), languages_of(user)) == ("translator", ["de"])
    assert client.get("/admin/").context["user"] == user


def test_token_is_stored_nowhere(owner):
    made, token = invitation()
    assert len(token) >= 43
    assert made.token_hash == hash_token(token)
    stored = Invitation.objects.values().get()
    assert not any(token in str(value) for value in stored.values())
    assert timedelta(days=7) - (made.expires_at - timezone.now()) < timedelta(minutes=1)


@pytest.mark.parametrize(
    "backend", ["console.EmailBackend", "dummy.EmailBackend"], ids=["console", "dummy"]
)
def test_without_mail_the_link_is_shown(client, owner, settings, backend):
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{backend}"
    page = send(client)
    assert page.status_code == 200
    (path,) = re.findall(r'value="http://localhost:8000(/admin/invitation/[^"]+/)"',
                         page.content.decode())  # fmt: skip
    assert client.get(path).status_code == 200


def test_link_is_shown_if_sending_fails(client, owner, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    page = send(client)
    assert page.context["is_failed"] is True
    assert "could not be sent" in page.content.decode()
    assert page.context["link"].startswith("http://localhost:8000/admin/invitation/")


def test_accept_page_is_kept_from_search_engines_caches_and_other_sites(client):
    _made, token = invitation()
    response = client.get(address(token))
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in response.headers["Cache-Control"]
    assert response.context["form"].initial["username"] == "mara"


def test_looking_uses_nothing_up(client):
    _made, token = invitation()
    assert [client.get(address(token)).status_code for _n in range(3)] == [200, 200, 200]


def test_link_works_once(client):
    _made, token = invitation()
    assert client.post(address(token), ACCOUNT).status_code == 302
    again = client.post(address(token), ACCOUNT | {"username": "other"})
    assert again.status_code == 410
    assert get_user_model().objects.count() == 1


def spent_tokens() -> dict[str, str]:
    tokens = {"unknown": "x" * 43}
    for state, column in (("used", "accepted_at"), ("taken back", "revoked_at")):
        made, tokens[state] = invitation()
        Invitation.objects.filter(pk=made.pk).update(**{column: timezone.now()})
    made, tokens["too old"] = invitation()
    Invitation.objects.filter(pk=made.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    return tokens


def test_all_spent_tokens_get_the_same_answer(client):
    pages = set()
    for token in spent_tokens().values():
        response = client.get(address(token))
        assert response.status_code == 410
        assert client.post(address(token), ACCOUNT).status_code == 410
        pages.add(re.sub(r'value="\w+"', "", response.content.decode()))
    assert len(pages) == 1
    assert get_user_model().objects.count() == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("username", "Owner"),
        ("username", "two words"),
        ("password", "short"),
        ("password", "1234567890"),
        ("name", ""),
    ],
)
def test_bad_input_makes_no_account_and_keeps_the_link(client, field, value):
    make_member("owner")
    _made, token = invitation()
    response = client.post(address(token), ACCOUNT | {field: value})
    assert list(response.context["form"].errors) == [field]
    assert get_user_model().objects.count() == 1
    assert client.post(address(token), ACCOUNT).status_code == 302


def test_second_invitation_ends_the_first(client, owner):
    _made, first = invitation()
    _made, second = invitation(role="viewer", email="Mara@example.com")
    assert client.get(address(first)).status_code == 410
    assert client.get(address(second)).status_code == 200


def test_owner_takes_an_invitation_back(client, owner):
    made, token = invitation()
    url = reverse("admin:desk_revoke_invitation", args=[made.pk])
    assert client.get(url).status_code == 405
    assert client.post(url).status_code == 302
    assert client.get(address(token)).status_code == 410
    assert "taken back before" in client.post(url, follow=True).content.decode()


def test_owner_sends_a_new_link(client, owner):
    made, token = invitation()
    client.post(reverse("admin:desk_renew_invitation", args=[made.pk]))
    (letter,) = mail.outbox
    assert client.get(address(token)).status_code == 410
    (path,) = re.findall(r"http://localhost:8000(/admin/invitation/\S+/)", letter.body)
    assert client.get(path).status_code == 200


def test_new_link_is_sent_in_the_language_that_the_owner_chooses(client, owner):
    made, _token = invitation()
    page = client.get(reverse("admin:editorial_membership_changelist")).content.decode()
    assert page.count('<select name="mail_language"') == 1
    client.post(reverse("admin:desk_renew_invitation", args=[made.pk]), {"mail_language": "de"})
    assert mail.outbox[0].subject.startswith("Einladung")


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"email": "owner@example.com"}, "email"),
        ({"email": "nobody"}, "email"),
        ({"languages": []}, "languages"),
        ({"languages": ["fr"]}, "languages"),
        ({"role": "king"}, "role"),
        ({"ends_on": "2001-01-01"}, "ends_on"),
    ],
)
def test_impossible_invitation_is_refused(client, owner, changes, wrong):
    response = send(client, **changes)
    assert list(response.context["form"].errors) == [wrong]
    assert (Invitation.objects.count(), mail.outbox) == (0, [])


@pytest.mark.parametrize("role", ["editor", "translator", "viewer"])
def test_only_owners_invite(client, role):
    client.force_login(make_member(role, languages=["de"]))
    assert send(client).status_code == 403
    assert Invitation.objects.count() == 0


def test_user_name_of_look_alikes_is_read_as_what_it_is(client):
    make_member("owner", "admin")
    _made, token = invitation()
    response = client.post(address(token), ACCOUNT | {"username": "\uff41dmin"})
    assert list(response.context["form"].errors) == ["username"]
    assert client.post(address(token), ACCOUNT).status_code == 302


def test_invitation_ends_when_somebody_has_its_address(client):
    _made, token = invitation()
    make_member("viewer", "mara")
    assert client.post(address(token), ACCOUNT | {"username": "other"}).status_code == 410
    assert get_user_model().objects.count() == 1


def test_subject_of_the_mail_is_one_line(client, owner):
    with change(None, "test"):
        Profile.objects.create(name="Nord\nBcc: all@example.com")
    assert send(client).status_code == 302
    assert mail.outbox[0].subject == "Einladung in die Redaktion von Nord Bcc: all@example.com"
