"""Saves beside the web server, as a script of the house does: `python -m tests.soak.changing RATE`.

Prints film, field and value when a save is committed, one line each, until standard input ends.
"""

import itertools
import select
import sys
import time

from tests.soak.site import OF_BOTH, OF_PROCESS, key_of

FIELD = "logline_en"
# Seconds: an import that is written takes eight.
LATE = 10.0


def main(rate: float) -> None:
    import django

    django.setup()
    from editorial.changes import change
    from films.models import Film

    keys = [key_of(number) for number in (*OF_BOTH, *OF_PROCESS)]
    numbers = {key: Film.objects.get(record__key=key).pk for key in keys}
    due = time.monotonic()
    for count in itertools.count():
        # Who is late catches up, but not with what it would have done while others wrote for long.
        due = max(due + 1 / rate, time.monotonic() - LATE)
        if ended(due - time.monotonic()):
            return
        key, value = keys[count % len(keys)], f"Saved by a script for the {count}th time."
        asked = time.monotonic()
        try:
            with change(None, "soak"):
                film = Film.objects.get(pk=numbers[key])
                setattr(film, FIELD, value)
                film.save()
        except Exception as error:
            print("failed", key, repr(error), sep="\t", flush=True)
            continue
        print(f"{time.monotonic() - asked:.3f}", key, value, sep="\t", flush=True)


def ended(seconds: float) -> bool:
    """Wait so long; tell whether whoever started this wants it to end."""
    return bool(select.select([sys.stdin], [], [], max(seconds, 0))[0])


if __name__ == "__main__":
    main(float(sys.argv[1]))
