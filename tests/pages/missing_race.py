"""A missing address is asked for while another one holds its note.

Prints whether the visitor waited, how often it was counted, and for how long others may wait.
"""

import threading
import time

import django

django.setup()

from django.db import connection, transaction  # noqa: E402
from django.test import RequestFactory  # noqa: E402

from pages.missing import note_missing  # noqa: E402
from pages.models import MissingAddress  # noqa: E402

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0"
# Longer than anybody would wait for a page.
SECONDS = 8.0
is_locked, is_answered = threading.Event(), threading.Event()


def hold() -> None:
    with transaction.atomic():
        MissingAddress.objects.select_for_update().get()
        is_locked.set()
        is_answered.wait(SECONDS)
    connection.close()


def ask() -> None:
    note_missing(RequestFactory().get("/alt.html", headers={"user-agent": BROWSER}))


def main() -> None:
    ask()
    other = threading.Thread(target=hold)
    other.start()
    is_locked.wait()
    start = time.monotonic()
    ask()
    is_answered.set()
    is_patient = time.monotonic() - start > SECONDS / 2
    other.join()
    ask()
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        print(is_patient, MissingAddress.objects.get().count, cursor.fetchone()[0])


if __name__ == "__main__":
    main()
