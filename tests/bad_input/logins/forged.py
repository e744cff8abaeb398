"""Forms that were not asked for, and hosts that are not ours."""

import re
import subprocess
import sys

from tests.bad_input.logins.somebody import (
    environment,
    is_in,
    mails,
    make_account,
    send_without_form,
    server,
    visitor_at,
)
from tests.bad_input.redirects import LOGIN
from tests.bad_input.world import PASSWORD, ROOT

RESET = "/admin/account/reset/"
EVIL = "evil.example"


def no_token() -> str:
    make_account("forged")
    visitor = visitor_at("192.0.2.51")
    fields = {"username": "forged", "password": PASSWORD}
    status, _headers, body = send_without_form(visitor, LOGIN, fields)
    if status != 403 or is_in(visitor):
        return f"status {status}"
    return "" if b"load the page again" in body else "the page does not say what to do"


def forged_host() -> str:
    """A forged host is refused; where a proxy forwards one, the mail has our own all the same."""
    make_account("forgetful")
    fields = {"email": "forgetful@example.com"}
    refused = visitor_at("192.0.2.52").ask(RESET, headers={"Host": EVIL})[0]
    if refused != 400:
        return f"the host {EVIL} answers {refused}"
    forwarded = visitor_at("192.0.2.53", **{"X-Forwarded-Host": EVIL})
    status = forwarded.send(RESET, fields, RESET)[0]
    if status != 302:
        return f"asking for the mail answers {status}"
    _work()
    texts = [file.read_text() for file in mails().iterdir()]
    links = re.findall(r"https?://\S+", "".join(texts))
    if [link for link in links if not link.startswith(f"https://{server().host}/admin/")]:
        return f"the mail leads to {links}"
    return "" if len(links) == 1 and EVIL not in "".join(texts) else f"{len(links)} links"


def _work() -> None:
    """Let the worker do what waits."""
    import os

    env = os.environ | environment() | {"DEBUG": "0", "SITE_URL": f"https://{server().host}"}
    command = [sys.executable, "manage.py", "work", "--batch"]
    subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, timeout=120)
