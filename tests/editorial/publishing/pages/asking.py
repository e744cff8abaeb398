"""A film edited, published and asked about, for tests of the pages that ask."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from editorial.changes import change
from editorial.models import Publication
from editorial.publishing import publish
from films.models import Film

LATER = "2099-09-01T09:00"


def url(page: str, film, language: str = "de") -> str:
    return reverse(f"admin:films_film_{page}", args=[film.pk, language])


def edit(film, **values) -> None:
    with change(None, "test"):
        film = Film.objects.get(pk=film.pk)
        for name, value in values.items():
            setattr(film, name, value)
        film.save()


def live_titles(film) -> dict[str, str]:
    live = Publication.objects.live().filter(record=film.record).exclude(language="")
    return dict(live.values_list("language", "title"))


def confirm(client, address: str, **data):
    """Open the page that asks and press its button."""
    asked = client.get(address)
    state = asked.context["forecast"].state
    target, _mark, query = address.partition("?")
    if "at=" in query:
        data["at"] = query.partition("at=")[2]
    return client.post(target, {"state": state, **data})


def collide(film):
    """Live: Live; scheduled: Planned; on the desk: Desk."""
    edit(film, title_de="Live")
    publish(film.record, "de")
    edit(film, title_de="Planned")
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    edit(film, title_de="Desk")
