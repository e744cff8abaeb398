"""Saves one film for ever, in a process that will be killed. Argument: the film's key.

For each line, a number or "look", a child is started, which prints its own number first: starting
Python anew for each of them would take a minute. It prints the hash of each state before it is
saved; every save rewrites texts and rows. "look" prints what stands there.
"""

import os
import sys
from uuid import UUID

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.http import QueryDict  # noqa: E402

from editorial.changes import change  # noqa: E402
from editorial.documents import apply_document, document_of, hash_of  # noqa: E402
from editorial.guard.saving import Guard  # noqa: E402
from editorial.guard.sent import SentForm  # noqa: E402
from editorial.models import Record  # noqa: E402


def look(key: str) -> None:
    record = Record.objects.get(key=key)
    latest = record.revisions.first()
    print(hash_of(document_of(record)), latest.hash, record.version, latest.version, flush=True)


def save(key: str, seed: int) -> None:
    record = Record.objects.get(key=key)
    user = get_user_model().objects.get()
    token = UUID(int=seed + 1)
    for number in range(1, 1000):
        document = dict(document_of(record))
        text = {"logline": f"{seed} {number}", "title": "Night"}
        document["texts"] = {"en": {"facts": text}}
        document["countries"] = [
            {"uuid": str(UUID(int=n + 1)), "code": code, "position": (n + number) % 3}
            for n, code in enumerate(("FR", "DE", "PL"))
        ]
        document["countries"].sort(key=lambda row: row["position"])
        print(hash_of(document), flush=True)
        sent = SentForm("/", QueryDict(), token, None, number, True, False, False, False)
        with change(user, "test"):
            guard = Guard(user, record, sent)
            guard.begin()
            apply_document(guard.record, document)
            guard.finish()
        print("saved", flush=True)


def main() -> None:
    key = sys.argv[1]
    for line in sys.stdin:
        child = os.fork()
        if not child:
            print(os.getpid(), flush=True)
            look(key) if line.strip() == "look" else save(key, int(line))
            os._exit(0)
        os.waitpid(child, 0)
        print("done", flush=True)


main()
