"""A link is saved while somebody publishes the film. Prints the links that are live afterwards."""

import threading
import time

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from editorial.changes import change  # noqa: E402
from editorial.guard.versions import locked  # noqa: E402
from editorial.models import Publication, Record  # noqa: E402
from editorial.publishing import publish  # noqa: E402
from films.models import Film, Link  # noqa: E402

# The other one reads and publishes within this, if nothing keeps it from that.
SECONDS = 2.0
is_written = threading.Event()


def save() -> None:
    """Write everything, and take a while to commit."""
    with transaction.atomic():
        with change(None, "test"):
            record = locked(Record.objects.get())
            Link.objects.create(film_id=record.pk, url="https://example.com/watch")
        is_written.set()
        time.sleep(SECONDS)
    connection.close()


def main() -> None:
    with change(None, "test"):
        Film.objects.create(key="ferry", category="feature", year=2011, title_en="Night",
                            slug_en="night", logline_en="x")  # fmt: skip
    publish(Record.objects.get(), "en")
    other = threading.Thread(target=save)
    other.start()
    is_written.wait()
    publish(Record.objects.get(), "en")
    other.join()
    facts = Publication.objects.live().get(language="")
    print([link["url"] for link in facts.parts["links"]])


if __name__ == "__main__":
    main()
