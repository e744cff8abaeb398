"""A credit is saved while somebody deletes it. Prints the answer, and what is left of it."""

import threading
import time

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from editorial.changes import change  # noqa: E402
from editorial.guard.versions import locked  # noqa: E402
from films.credits_desk.rows import version_of  # noqa: E402
from films.models import Credit  # noqa: E402
from tests.factories import CreditFactory  # noqa: E402

# The other one reads and deletes within this, if nothing keeps it from that.
SECONDS = 2.0
is_written = threading.Event()


def save() -> None:
    """Write everything, and take a while to commit."""
    with transaction.atomic():
        with change(None, "test"):
            credit = Credit.objects.get()
            locked(credit.film.record)
            credit.character_en = "The captain"
            credit.save()
        is_written.set()
        time.sleep(SECONDS)
    connection.close()


def main() -> None:
    credit = CreditFactory()
    version = version_of(Credit.objects.get())
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("mara"))
    other = threading.Thread(target=save)
    other.start()
    is_written.wait()
    address = reverse("admin:films_film_credits_act", args=[credit.film_id])
    answer = client.post(address, {"delete": f"{credit.uuid}:{version}"}, headers={"x-part": "1"})
    other.join()
    print(answer.status_code, list(Credit.objects.values_list("character_en", flat=True)))


if __name__ == "__main__":
    main()
