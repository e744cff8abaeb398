"""Press room and press areas of the sitemap."""

from collections import defaultdict

from django.urls import reverse

from desk.sitemap.entries import Entry, Place
from desk.sitemap.films import Live
from editorial.fields import languages
from press.offering import has_room


def press_entries(live: Live) -> list[Entry]:
    """Return the press room, then the area of each film, in the languages that have them."""
    return [*room_entries(live), *area_entries(live)]


def room_entries(live: Live) -> list[Entry]:
    rooms = []
    for code in languages():
        if has_room(code):
            changes = [live.latest("film", code), live.latest("page", code)]
            latest = max((change for change in changes if change), default=None)
            rooms.append(Place(code, reverse("press_room", args=[code]), latest))
    return [Entry(tuple(rooms))] if rooms else []


def area_entries(live: Live) -> list[Entry]:
    areas: dict[int, list[Place]] = defaultdict(list)
    for record, code, path, changed in live.titles.get("film", []):
        url = reverse("press_area", args=[code, path])
        areas[record].append(Place(code, url, max(changed, live.facts[record])))
    return [Entry(tuple(places)) for places in areas.values()]
