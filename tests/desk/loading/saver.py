"""An editor in a process of its own: gives film after film a new tagline while others import.

Says `begun` after the first one, ends with the line that comes in, and then says as JSON what was
saved and what of it does not stand any more.
"""

import json
import os
import select
import sys
from itertools import pairwise


def main() -> None:
    import django

    django.setup()
    from editorial.changes import change
    from editorial.guard.versions import locked
    from films.models import Film

    saved: dict[int, str] = {}
    keys = list(Film.objects.order_by("pk").values_list("pk", flat=True))
    count = 0
    while not select.select([sys.stdin], [], [], 0)[0]:
        pk, text = keys[count % len(keys)], f"Take {count}"
        with change(None, f"by hand, {os.getpid()}"):
            film = Film.objects.get(pk=locked(Film.objects.get(pk=pk).record).pk)
            film.tagline_en = text
            film.save()
        saved[pk] = text
        count += 1
        if count == 1:
            print("begun", flush=True)
    now = dict(Film.objects.values_list("pk", "tagline_en"))
    lost = [pk for pk, text in saved.items() if now[pk] != text]
    years = sorted(set(Film.objects.values_list("year", flat=True)))
    print(json.dumps({"count": count, "lost": lost, "years": years, "runs": runs()}))


def runs() -> int:
    """Return how often, in the order of the revisions, one of the two came after the other."""
    from editorial.models import Revision

    desk = Revision.objects.filter(record__kind="film", line=Revision.Line.DESK)
    reasons = list(desk.order_by("pk").values_list("reason", flat=True))
    return sum(one != other for one, other in pairwise(reasons))


if __name__ == "__main__":
    main()
