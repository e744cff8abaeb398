"""The nights on which clocks are changed, and a clock that is set back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.bad_input.doors import editor
from tests.factories import FilmFactory, make_image

# https://eur-lex.europa.eu/eli/dir/2000/84: the last Sundays of March and October, at 1:00 UTC.
SPRING, AUTUMN = "2099-03-29", "2099-10-25"
FIRST = datetime(2099, 10, 25, 0, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
SKIPPED = "The clocks skip this time on that night."


def dst_nights(_folder: Path) -> str:
    """02:30 is refused in spring, and the first of two in autumn; what opens stays open."""
    return _schedule() or _rights()


def _schedule() -> str:
    film = FilmFactory(key="dst-night")
    address = reverse("admin:films_film_publish", args=[film.pk, "en"])
    page = editor().get(address, {"later": "1", "at": f"{SPRING}T02:30"})
    if not page.context["error"].startswith(SKIPPED):
        return f"02:30 in spring: {page.context['error']!r}"
    page = editor().get(f"{address}?at={AUTUMN}T02:30")
    forecast = page.context["forecast"]
    editor().post(f"{address}?at={AUTUMN}T02:30", {"later": "1", "at": f"{AUTUMN}T02:30",
                                                   "state": forecast.state})  # fmt: skip
    second = timedelta(seconds=1)
    moments = [FIRST - HOUR, FIRST - second, FIRST, FIRST + HOUR - second, FIRST + HOUR,
               FIRST + 2 * HOUR]  # fmt: skip
    seen = [_status_at(moment, "/en/dst-night/") for moment in moments]
    return "" if seen == [404, 404, 200, 200, 200, 200] else f"opens like this: {seen}"


def _status_at(moment: datetime, path: str) -> int:
    with clock_at(moment):
        return int(Client().get(path).status_code)


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    """Let Django's clock stand."""
    with patch.object(timezone, "now", lambda: moment):
        yield


def _rights() -> str:
    """The end of the rights of a picture follows the same rule, at its field."""
    image = make_image()
    address = reverse("admin:assets_image_change", args=[image.pk])
    kept = {"caption_en": "typed", "access": "public", "focal_x": "50", "focal_y": "50"}
    page = editor().post(address, {**kept, "rights_until_0": SPRING, "rights_until_1": "02:30"})
    errors: Any = page.context["adminform"].form.errors if page.context else {}
    if not str(errors.get("rights_until", [""])[0]).startswith(SKIPPED):
        return f"rights until 02:30 in spring: {errors}"
    page = editor().post(address, {**kept, "rights_until_0": AUTUMN, "rights_until_1": "02:30"})
    image.refresh_from_db()
    return "" if image.rights_until == FIRST else f"rights until {image.rights_until}"


def clock_back(_folder: Path) -> str:
    """Set back by a day: what was live stays, no login has to wait for it, no form is taken."""
    from desk.accounts.delays import Door, knock
    from editorial.guard.presence import note_editing, others_in
    from editorial.publishing import publish

    now = timezone.now()
    with clock_at(now - timedelta(days=3)):
        film = FilmFactory(key="clock-back")
        publish(film.record, "en")
    door = Door("account", "clock-back")
    for _n in range(9):
        knock([door])
    user = _some_user()
    note_editing(film.record, user)
    with clock_at(now - timedelta(days=1)):
        if Client().get("/en/clock-back/").status_code != 200:
            return "what was published days ago is gone"
        if wait := knock([door]):
            return f"a login has to wait for {wait} s"
        if others_in(film.record, None):
            return "somebody is said to have the form open for a day"
    return ""


def _some_user() -> Any:
    from django.contrib.auth import get_user_model

    return get_user_model().objects.first()
