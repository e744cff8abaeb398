"""Two make a record of one name; the first commits late. Prints the keys that there are then."""

import threading
import time

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from editorial.models import Record  # noqa: E402
from editorial.models.new_records import new_record  # noqa: E402

# The other one looks for a free key within this.
SECONDS = 1.0
is_written = threading.Event()


def take_first() -> None:
    with transaction.atomic():
        new_record("image", "Still")
        is_written.set()
        time.sleep(SECONDS)
    connection.close()


def main() -> None:
    other = threading.Thread(target=take_first)
    other.start()
    is_written.wait()
    with transaction.atomic():
        new_record("image", "Still")
    other.join()
    print(sorted(Record.objects.values_list("key", flat=True)))


if __name__ == "__main__":
    main()
