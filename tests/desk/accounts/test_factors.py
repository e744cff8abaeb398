"""Second factors: who must have one, how it is set up, used, lost and reset."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from desk.accounts.factors import has_factor
from tests.desk.accounts.conftest import PASSWORD, code_of
from tests.desk.accounts.test_delays import let_pass
from tests.desk.accounts.test_login import errors, is_in
from tests.desk.accounts.test_proof import let_grow_old

pytestmark = pytest.mark.django_db
SET_UP = "/admin/account/"


@pytest.fixture
def required(settings):
    settings.REQUIRE_SECOND_FACTOR = True


@pytest.mark.parametrize("path", ["/admin/", "/admin/films/film/", "/admin/account/nothing-here/"])
def test_member_without_factor_is_led_to_set_one_up(client, member, required, log_in, path):
    log_in()
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (302, SET_UP)


def test_member_without_factor_is_a_stranger_elsewhere(client, member, required, log_in):
    log_in()
    response = client.get("/media/originals/aa/bb.jpg")
    assert (response.status_code, response.wsgi_request.user.is_anonymous) == (404, True)


@pytest.mark.parametrize("path", [SET_UP, "/admin/account/app/", "/admin/jsi18n/"])
def test_pages_that_lead_out_are_open_without_factor(client, member, required, log_in, path):
    log_in()
    assert client.get(path).status_code == 200


def test_member_without_factor_may_log_out(client, member, required, log_in):
    log_in()
    assert client.post(reverse("admin:logout")).status_code == 200
    assert client.get(SET_UP).status_code == 302


def test_member_with_factor_is_let_in(client, required, app, log_in):
    log_in()
    client.post(reverse("mfa_authenticate"), {"code": app.code()})
    assert is_in(client)


def test_password_alone_is_enough_where_no_factor_is_required(client, member, log_in):
    page = log_in(follow=True).content.decode()
    assert is_in(client)
    assert "Add a passkey or an authenticator app" in page


def test_app_is_set_up_by_its_first_code(client, member, required, log_in):
    log_in()
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    secret = re.search(r'<code class="account-secret">(\w+)</code>', page)[1]
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    assert (
        len(re.findall(r"<li><code>\d{8}</code>", client.get(answer["Location"]).content.decode()))
        == 10
    )
    assert is_in(client)


def test_wrong_first_code_sets_nothing_up(client, member, log_in):
    log_in()
    client.get(reverse("mfa_activate_totp"))
    page = client.post(reverse("mfa_activate_totp"), {"code": "000000"}).content.decode()
    assert "This code is not right, or no longer." in page
    assert not has_factor(member)


def test_password_without_code_is_not_enough(client, app, log_in):
    assert log_in()["Location"] == reverse("mfa_authenticate")
    assert not is_in(client)


def test_code_works_once(client, app, log_in):
    code = app.code()
    for browser, expected in ((client, True), (Client(), False)):
        log_in(browser=browser)
        browser.post(reverse("mfa_authenticate"), {"code": code})
        assert is_in(browser) is expected


def test_wrong_codes_wait(client, app, log_in):
    log_in()
    for _try in range(3):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    page = client.post(reverse("mfa_authenticate"), {"code": app.code()}).content.decode()
    assert "Too many failed tries. Wait 2 seconds, then try again." in page
    let_pass(3)
    client.post(reverse("mfa_authenticate"), {"code": app.code()})
    assert is_in(client)


def test_recovery_code_replaces_the_app_once(client, member, app, log_in):
    code = RecoveryCodes.activate(member).get_unused_codes()[0]
    for browser, expected in ((client, True), (Client(), False)):
        log_in(browser=browser)
        browser.post(reverse("mfa_authenticate"), {"code": code})
        assert is_in(browser) is expected


def test_recovery_codes_are_no_factor(member):
    RecoveryCodes.activate(member)
    assert not has_factor(member)


def test_passkey_is_offered(client, member, log_in):
    page = client.get("/admin/login/").content.decode()
    assert 'id="passkey_login"' in page
    options = client.get(reverse("mfa_login_webauthn"), HTTP_ACCEPT="application/json").json()
    assert options["request_options"]["publicKey"]["userVerification"] == "required"
    log_in()
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200


@pytest.mark.parametrize("credential", ["", "{", "[]", "{}", '{"response": {"userHandle": "x"}}'])
def test_nonsense_is_no_passkey(client, db, credential):
    client.get(reverse("mfa_login_webauthn"), HTTP_ACCEPT="application/json")
    response = client.post(reverse("mfa_login_webauthn"), {"credential": credential})
    assert (response.status_code, is_in(client)) == (302, False)


def test_old_session_must_show_itself_again(client, member):
    client.force_login(member)
    let_grow_old(client)
    response = client.get(reverse("mfa_activate_totp"))
    assert response["Location"].startswith(reverse("account_reauthenticate"))
    page = client.post(response["Location"], {"password": "wrong"}).content.decode()
    assert "This is not your password." in page
    client.post(response["Location"], {"password": PASSWORD})
    assert client.get(reverse("mfa_activate_totp")).status_code == 200


def test_lost_factor_is_reset_by_command(client, member, app, log_in, capsys):
    RecoveryCodes.activate(member)
    log_in()
    client.post(reverse("mfa_authenticate"), {"code": app.code()})
    call_command("reset_factors", "vera@example.org")
    assert Authenticator.objects.count() == 0
    assert not is_in(client)
    assert capsys.readouterr().out[:38] == "1 second factor(s) of Vera removed, al"


def test_reset_of_nobody_says_so(db):
    with pytest.raises(CommandError, match="No account is called “Nobody”"):
        call_command("reset_factors", "Nobody")


def test_errors_are_said_once(client, app, log_in):
    log_in()
    response = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert errors(response) == []
    assert response.content.decode().count("This code is not right") == 1


def test_limit_of_allauth_says_when_to_come_again(client, db):
    url = reverse("mfa_login_webauthn")
    answers = [client.post(url, {"credential": "{}"}) for _try in range(61)]
    assert [answer.status_code for answer in answers[59:]] == [302, 429]
    assert answers[-1]["Retry-After"] == "60"
