"""Who has not shown for a while who it is does so before what is delicate; nothing is lost."""

import html
import re
import time
from itertools import product

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client
from django.urls import NoReverseMatch, reverse

from desk.accounts.proof import PROVEN
from editorial.models import Invitation
from tests.desk.accounts.conftest import PASSWORD
from tests.house.rights_table import OWNERS, TABLE

pytestmark = pytest.mark.django_db
ASKS = reverse("account_reauthenticate")
INVITE = reverse("admin:editorial_membership_add")
# They answer to POST as to GET.
LISTS = ("_changelist", "_history")
INVITATION = {
    "email": "new@example.org",
    "role": "translator",
    "languages": ["de", "en"],
    "mail_language": "de",
}


@pytest.fixture
def old(client, member):
    """A browser whose login is twenty minutes old."""
    client.force_login(member)
    let_grow_old(client)
    return client


def let_grow_old(browser, minutes=20):
    session = browser.session
    records = session["account_authentication_methods"]
    then = [{**record, "at": time.time() - minutes * 60} for record in records]
    session["account_authentication_methods"] = then
    session.save()


def fields_of(page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page):
        if name != "csrfmiddlewaretoken":
            found.setdefault(name, []).append(html.unescape(value))
    return found


def test_every_address_where_only_owners_write_asks():
    """A new one is found here: users, rights and deletion for ever are the owners' own."""
    written = {name for name, row in TABLE.items() if row.writes == OWNERS}
    assert {
        name for name in written - PROVEN if not name.endswith(("_changelist", "_history"))
    } == set()


def test_fresh_login_is_not_asked(client, member):
    client.force_login(member)
    assert client.get(INVITE).status_code == 200


def test_old_login_is_asked_before_the_page_and_led_there(old):
    response = old.get(f"{INVITE}?from=list")
    assert response["Location"] == f"{ASKS}?next={INVITE.replace('/', '%2F')}%3Ffrom%3Dlist"
    response = old.post(response["Location"], {"password": PASSWORD})
    assert (response["Location"], old.get(INVITE).status_code) == (f"{INVITE}?from=list", 200)


def test_every_delicate_address_asks(old):
    for name in sorted(PROVEN):
        path = address_of(name)
        assert (name, old.get(path).headers.get("Location", "")[: len(ASKS)]) == (name, ASKS)
        page = old.post(path, {"typed": "kept"})
        assert (name, page.status_code) == (name, 403)
        assert fields_of(page.content.decode()) == {"typed": ["kept"]}


def address_of(name: str) -> str:
    for site, arguments in product(("", "admin:"), ([], [1])):
        try:
            return reverse(f"{site}{name}", args=arguments)
        except NoReverseMatch:
            continue
    raise AssertionError(name)


def test_form_sent_too_late_goes_on_with_the_password(old):
    page = old.post(INVITE, INVITATION).content.decode()
    assert Invitation.objects.count() == 0
    kept = fields_of(page)
    assert kept == {
        name: value if isinstance(value, list) else [value] for name, value in INVITATION.items()
    }
    old.post(INVITE, {**kept, "proof-password": PASSWORD})
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.languages) == ("new@example.org", ["de", "en"])


def test_wrong_password_does_nothing_and_keeps_the_form(old):
    sent = {**INVITATION, "proof-password": "wrong"}
    response = old.post(INVITE, sent)
    page = response.content.decode()
    assert (response.status_code, Invitation.objects.count()) == (403, 0)
    assert ("This is not your password." in page, fields_of(page)["email"]) == (
        True,
        ["new@example.org"],
    )
    assert "wrong" not in page


def test_passwords_are_not_guessed_here_either(old):
    answers = [old.post(INVITE, {"proof-password": "wrong"}) for _try in range(4)]
    assert [answer.status_code for answer in answers] == [403, 403, 403, 429]
    assert answers[-1]["Retry-After"] == "2"


def test_view_does_not_see_the_password(old):
    response = old.post(INVITE, {"email": "", "proof-password": PASSWORD})
    assert "proof-password" not in response.wsgi_request.POST


def test_form_that_was_given_up_is_not_sent_by_looking_again(old):
    """Nothing waits in the session for a proof that was meant for something else."""
    old.post(INVITE, INVITATION)
    old.post(old.get(INVITE)["Location"], {"password": PASSWORD})
    old.get(INVITE)
    assert Invitation.objects.count() == 0


def test_strangers_are_led_to_the_login(db):
    browser = Client()
    assert browser.get(INVITE)["Location"].startswith("/admin/login/")
    assert browser.post(INVITE, INVITATION)["Location"].startswith("/admin/login/")


def test_new_recovery_codes_are_made_after_the_proof_only(old, member, app):
    seed = RecoveryCodes.activate(member).instance.data["seed"]
    path = reverse("mfa_generate_recovery_codes")
    old.post(path)
    assert RecoveryCodes.activate(member).instance.data["seed"] == seed
    old.post(path, {"proof-password": PASSWORD})
    assert RecoveryCodes.activate(member).instance.data["seed"] != seed


def test_other_ways_are_offered_in_another_tab(old, app):
    page = old.post(INVITE, INVITATION).content.decode()
    assert re.findall(r'<li><a href="([^"]+)" target="_blank"', page) == [
        reverse("mfa_reauthenticate")
    ]
