"""Two windows of one user keep a text each. Prints the texts that are kept afterwards."""

import threading
import time

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from desk.cockpit.saving import Saved  # noqa: E402
from desk.cockpit.typed import keep_typed  # noqa: E402
from editorial.changes import change  # noqa: E402
from editorial.models import Draft, Record  # noqa: E402
from editorial.translating.texts import Key  # noqa: E402
from editorial.translating.writing import Outcome, Result, Wish  # noqa: E402
from films.models import Film  # noqa: E402

# The other window reads and writes within this, if nothing keeps it from that.
SECONDS = 1.0
KEY = Key("facts", "", "logline")
is_written = threading.Event()


def keep(text: str) -> None:
    saved = Saved({text: Outcome(KEY, Result.HELD, text)})
    user = get_user_model().objects.get()
    keep_typed(user, "/screen/", Record.objects.get(), [(text, Wish(KEY, text, ""))], saved)


def keep_slowly() -> None:
    """Keep a text, and take a while to commit."""
    with transaction.atomic():
        keep("first")
        is_written.set()
        time.sleep(SECONDS)
    connection.close()


def main() -> None:
    get_user_model().objects.create_user("ada")
    with change(None, "test"):
        Film.objects.create(key="ferry", title_en="Night", slug_en="night")
    other = threading.Thread(target=keep_slowly)
    other.start()
    is_written.wait()
    keep("second")
    other.join()
    print(sorted(Draft.objects.get().fields))


if __name__ == "__main__":
    main()
