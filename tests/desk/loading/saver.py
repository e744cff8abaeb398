"""An editor in a process of its own: gives film after film a new tagline while others import.

Says `begun` after the first one, ends with the line that comes in, and then says as JSON what was
lost, and how often the two took turns.
"""

import json
import select
import sys
from itertools import pairwise


def main() -> None:
    import django

    django.setup()
    from editorial.changes import change
    from editorial.guard.versions import locked
    from films.models import Film

    keys = list(Film.objects.order_by("pk").values_list("pk", flat=True))
    count = 0
    while not select.select([sys.stdin], [], [], 0)[0]:
        with change(None, "by hand"):
            film = Film.objects.select_related("record").get(pk=keys[count % len(keys)])
            locked(film.record)
            film.refresh_from_db()
            film.tagline_en = f"Take {count}"
            film.save()
        count += 1
        if count == 1:
            print("begun", flush=True)
    years = sorted(set(Film.objects.values_list("year", flat=True)))
    print(json.dumps({"lost": lost(), "years": years, "runs": runs()}))


def lost() -> list[str]:
    """Return what was saved and stood there no more in the revision that came next."""
    from editorial.models import Revision

    found, last = [], {}
    desk = Revision.objects.filter(record__kind="film", line=Revision.Line.DESK).order_by("pk")
    for film, document in desk.values_list("record", "document"):
        text = document["texts"]["en"]["facts"].get("tagline", "Take -1")
        if int(text.split()[1]) < int(last.get(film, text).split()[1]):
            found.append(last[film])
        last[film] = text
    return found


def runs() -> int:
    """Return how often, in the order of the revisions, one of the two came after the other."""
    from editorial.models import Revision

    desk = Revision.objects.filter(record__kind="film", line=Revision.Line.DESK)
    reasons = list(desk.order_by("pk").values_list("reason", flat=True))
    return sum(one != other for one, other in pairwise(reasons))


if __name__ == "__main__":
    main()
