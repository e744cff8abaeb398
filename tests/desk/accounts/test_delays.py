"""Failed logins wait, longer every time, and never for ever."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from desk.accounts.delays import (
    LONGEST_SECONDS,
    Door,
    address_door,
    delay_after,
    knock,
    open_doors,
)
from desk.models import FailedLogin
from tests.desk.accounts.test_login import errors, is_in

pytestmark = pytest.mark.django_db
VERA = Door("account", "Vera")


def let_pass(seconds: float) -> None:
    """Let time go by: what failed, failed that much earlier."""
    for row in FailedLogin.objects.all():
        row.failed_at -= timedelta(seconds=seconds)
        row.save()


def test_delay_grows_to_a_minute():
    assert [delay_after(count, 3) for count in range(2, 10)] == [0, 2, 4, 8, 16, 32, 60, 60]
    assert delay_after(100_000, 3) == LONGEST_SECONDS


def test_each_failure_makes_the_next_try_wait_longer():
    waits = []
    for _try in range(6):
        waits.append(knock([VERA]))
        let_pass(waits[-1])
        if waits[-1]:
            knock([VERA])
    assert waits == [0, 0, 0, 2, 4, 8]


def test_try_that_came_too_early_is_not_counted():
    for _try in range(30):
        knock([VERA])
    assert FailedLogin.objects.get().failures == 3


def test_failures_are_forgotten_after_a_day():
    for _try in range(3):
        knock([VERA])
    let_pass(25 * 3600)
    assert (knock([VERA]), FailedLogin.objects.get().failures) == (0, 1)


def test_case_and_blanks_make_no_other_account():
    assert Door("account", " VERA ").key == VERA.key


def test_addresses_of_one_ipv6_network_are_one():
    one, two = address_door("2001:db8:1:2::1"), address_door("2001:db8:1:2:ffff::9")
    assert one == two
    assert address_door("2001:db8:1:3::1") != one


def test_success_gives_the_address_only_this_try_back():
    address = address_door("192.0.2.1")
    for _try in range(2):
        knock([VERA, address])
    open_doors([VERA, address])
    assert list(FailedLogin.objects.values_list("key", "failures")) == [(address.key, 1)]


def test_nothing_that_was_typed_is_kept(member, log_in):
    log_in("my-password-in-the-wrong-field", "x")
    rows = str(list(FailedLogin.objects.values()))
    assert ("my-password" in rows, "127.0.0.1" in rows) == (False, False)


def test_too_early_login_is_told_how_long_to_wait(client, member, log_in):
    for _try in range(3):
        log_in(password="wrong")
    assert errors(log_in()) == ["Too many failed tries. Wait 2 seconds, then try again."]
    assert not is_in(client)


def test_unknown_name_waits_just_as_long(member, log_in):
    for _try in range(3):
        log_in("Nobody", "wrong")
    assert errors(log_in("Nobody", "wrong")) == [
        "Too many failed tries. Wait 2 seconds, then try again."
    ]


def test_right_password_after_the_delay_works_and_clears_it(client, member, log_in):
    for _try in range(5):
        log_in(password="wrong")
        let_pass(LONGEST_SECONDS)
    log_in()
    assert is_in(client)
    assert FailedLogin.objects.filter(key=VERA.key).count() == 0


def test_failures_at_one_account_leave_others_alone(client, member, log_in):
    for _try in range(5):
        log_in("Nobody", "wrong")
    log_in()
    assert is_in(client)


def test_one_address_trying_many_names_waits(member, log_in):
    for number in range(12):
        log_in(f"name-{number}", "wrong")
    assert errors(log_in("name-12", "wrong"))[0].startswith("Too many failed tries.")
    assert errors(log_in("name-13", "x", Client(), REMOTE_ADDR="192.0.2.7"))[0][:4] == "Name"


def test_server_without_addresses_lets_in(client, member, log_in):
    log_in(REMOTE_ADDR="")
    assert is_in(client)


def test_worker_forgets_old_failures():
    from desk.tidying import tidy

    knock([VERA])
    assert tidy(timezone.now())["failed_logins"] == 0
    assert tidy(timezone.now() + timedelta(days=2))["failed_logins"] == 1


def test_name_and_address_of_an_account_are_one_door(member, log_in):
    for typed in ("Vera", "vera@example.org", "VERA@example.org"):
        log_in(typed, "wrong")
    assert errors(log_in("vera", "wrong")) == [
        "Too many failed tries. Wait 2 seconds, then try again."
    ]


def test_addresses_of_the_old_kind_in_the_new_writing_are_told_apart():
    assert address_door("::ffff:192.0.2.7") == address_door("192.0.2.7")
    assert address_door("::ffff:192.0.2.7") != address_door("::ffff:198.51.100.7")


def test_who_has_to_wait_fills_no_table(member, log_in):
    for number in range(12):
        log_in(f"name-{number}", "wrong")
    count = FailedLogin.objects.count()
    log_in("name-12", "wrong")
    assert FailedLogin.objects.count() == count


def test_who_has_to_wait_is_answered_429_with_the_form_as_typed(member, log_in):
    for _try in range(3):
        log_in(password="wrong")
    response = log_in(password="wrong", HTTP_ACCEPT_LANGUAGE="de")
    page = response.content.decode()
    assert (response.status_code, response["Retry-After"]) == (429, "2")
    assert errors(response) == [
        "Zu viele Fehlversuche. Warten Sie 2 Sekunden und versuchen Sie es dann noch einmal."
    ]
    assert ('name="username" value="Vera"' in page, "wrong" in page) == (True, False)


def test_claiming_to_be_a_script_changes_no_answer(member, log_in):
    ajax = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}
    assert [log_in(password="wrong", **ajax).status_code for _try in range(4)] == [
        200, 200, 200, 429,
    ]  # fmt: skip


def test_other_doors_answer_429_as_well(client, member, app, log_in):
    log_in()
    code = {"code": "000000"}
    answers = [client.post("/admin/account/factor/", code).status_code for _try in range(4)]
    assert answers == [200, 200, 200, 429]
    client.force_login(member)
    answers = [client.post("/admin/account/confirm/code/", code) for _try in range(2)]
    assert [answer.status_code for answer in answers] == [429, 429]


def test_current_password_is_not_guessed_faster_than_at_the_login(client, member):
    client.force_login(member)
    sent = {"oldpassword": "wrong", "password1": "new-slide-88", "password2": "new-slide-88"}
    answers = [client.post("/admin/password_change/", sent) for _try in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]


@pytest.mark.parametrize("email", ["vera@example.org", "nobody@example.org"])
def test_mails_to_one_address_wait_up_to_an_hour(client, member, mailoutbox, email):
    def ask():
        return client.post("/admin/account/reset/", {"email": email})

    answers = [ask().status_code for _try in range(4)]
    for _try in range(20):
        let_pass(3600)
        ask()
    assert answers == [302, 302, 302, 429]
    assert ask()["Retry-After"] == "3600"
    assert len(mailoutbox) == (23 if email == member.email else 0)


def test_one_address_asking_for_many_mails_waits(client, member):
    for number in range(12):
        client.post("/admin/account/reset/", {"email": f"{number}@example.org"})
    assert client.post("/admin/account/reset/", {"email": "new@example.org"}).status_code == 429


def test_clock_that_was_set_back_lets_nobody_wait_for_it():
    for _n in range(9):
        knock([VERA])
    assert knock([VERA]) > 0

    let_pass(-24 * 3600)

    assert knock([VERA]) == 0
