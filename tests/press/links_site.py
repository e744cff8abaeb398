"""A site with two press links, made in a process of its own: `python -m tests.press.links_site`.

Prints the token of a link and of one that may be opened LIMIT times; as soon as it gets a line it
revokes the first, and prints another.
"""

import sys
from datetime import timedelta

import django

LIMIT = 7


def main() -> None:
    django.setup()
    from django.utils import timezone

    from editorial.models import ShareLink
    from editorial.publishing import publish
    from editorial.sharing import make_link, revoke_link
    from tests.factories import FilmFactory, make_image, place

    film = FilmFactory(key="ferry", slug_en="ferry", logline_en="It sails.")
    place(film, make_image(access="link"))
    publish(film.record, "en")
    until, press = timezone.now() + timedelta(days=1), ShareLink.Scope.PRESS
    link, token = make_link(film.record, None, until, scope=press)
    _link, limited = make_link(film.record, None, until, scope=press, max_openings=LIMIT)
    print(token, limited, flush=True)
    sys.stdin.readline()
    revoke_link(link)
    print("revoked", flush=True)


if __name__ == "__main__":
    main()
