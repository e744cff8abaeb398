"""Forms of the public doors, and of the desk for somebody who may do everything."""

from random import Random
from urllib.parse import urlencode

from django.db import connection, transaction

from editorial.memory import forget
from tests.fuzz.addresses import make_path
from tests.fuzz.asking import ask, judge, read_case, write_case
from tests.fuzz.mutating import mutate
from tests.fuzz.target import Target
from tests.fuzz.values import FIELDS, HEADER_VALUES, TOKEN, TYPED
from tests.fuzz.world import known

PUBLIC_FORMS = (
    "/admin/login/", "/admin/login/passkey/", "/admin/account/reset/", "/admin/account/factor/",
    "/admin/language/", "/admin/account/reset/1-set-password/", "/admin/account/signup/",
    "/admin/account/confirm/", "{invitation}", "/admin/logout/", "/admin/password_change/",
    "/en/search/", "/hosts/known", "/press/x/", "/admin/account/app/",
)  # fmt: skip


def make_form(dice: Random) -> bytes:
    path = dice.choice(PUBLIC_FORMS).format(invitation=known()["invitation"][0])
    return _form_case(dice, path, {})


def _form_case(dice: Random, path: str, cookies: dict[str, str]) -> bytes:
    """Return a form of random fields, with its token or not, as browsers send it or nearly."""
    pairs = [
        (dice.choice(FIELDS), dice.choice(TYPED)) for _number in range(dice.choice((0, 2, 6, 20)))
    ]
    if dice.random() < 0.9:
        pairs.append(("csrfmiddlewaretoken", TOKEN))
        cookies = {**cookies, "csrftoken": TOKEN}
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    body = urlencode([(name, value.encode("utf-8", "surrogatepass")) for name, value in pairs])
    how = dice.random()
    if how < 0.25:
        body = "".join(_part(dice, *pair) for pair in pairs) + "--x--\r\n"
        headers["Content-Type"] = "multipart/form-data; boundary=x"
    if how > 0.9:
        body = mutate(dice, [body.encode("latin-1", "replace")], HEADER_VALUES).decode("latin-1")
    if dice.random() < 0.1:
        headers["X-Requested-With"] = "XMLHttpRequest"
    return write_case(method="POST", path=path, headers=headers, body=body)


def _part(dice: Random, name: str, value: str) -> str:
    value = value.encode("utf-8", "surrogatepass").decode("latin-1")
    file = f'; filename="{value[:50]}"\r\nContent-Type: x/y' if dice.random() < 0.3 else ""
    return f'--x\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n{value}\r\n'


# What would end the session that the others need.
LEFT_OUT = ("logout", "sessions", "password", "factor", "passkey")


def make_desk(dice: Random) -> bytes:
    """Return a request of somebody who may do everything."""
    path = make_path(dice, is_desk=True)
    cookies = {"sessionid": known()["session"][0]}
    if any(word in path for word in LEFT_OUT):
        path = "/admin/"
    if dice.random() < 0.5:
        return _form_case(dice, path, cookies)
    return write_case(path=path, headers={"Cookie": f"sessionid={cookies['sessionid']}"})


def check_and_undo(case: bytes) -> str:
    """As `check_request`; what was written is taken back, so that each case finds the same site."""
    asked = read_case(case)
    if asked is None:
        return ""
    try:
        with transaction.atomic():
            problem = judge(asked, ask(asked))
            transaction.set_rollback(True)
    finally:
        connection.run_on_commit.clear()
        forget()
    return problem


FORMS = (
    Target("form", check_and_undo, make=make_form),
    Target("desk", check_and_undo, make=make_desk),
)
