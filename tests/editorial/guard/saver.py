"""Saves one film for ever, as another process that will be killed. Arguments: key, a number.

Prints the hash of each state before it is saved; every save rewrites texts and rows.
"""

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


def main() -> None:
    key, seed = sys.argv[1], int(sys.argv[2])
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


main()
