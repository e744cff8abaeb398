"""An editor in a process of its own: publishes the film again and again, tells each commit.

Each line that comes in asks for one more; the title of the film is the number that went out last.
"""

import sys


def main() -> None:
    import django

    django.setup()
    from editorial.changes import change
    from editorial.publishing import publish
    from tests.factories import FilmFactory

    film = FilmFactory(title_en="Number 0.", slug_en="night-ferry")
    publish(film.record, "en")
    print(0, flush=True)
    for number, _line in enumerate(sys.stdin, 1):
        with change(None, "test"):
            film.title_en = f"Number {number}."
            film.save()
            publish(film.record, "en")
        print(number, flush=True)


if __name__ == "__main__":
    main()
