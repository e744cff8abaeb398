"""The rooms of the admin in the order and the words in which an editor thinks of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

# Group: key, name, models by label; an app's models that are not named follow in its group.
GROUPS: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
    ("films", _("Films"), ("films.film", "films.pressitem", "films.trailer", "films.genre",
               "sources.points",
               "desk.data")),
    ("people", _("People and companies"),
     ("people.person", "people.company", "people.role", "people.department")),
    ("festivals", _("Festivals and cinemas"),
     ("festivals.festival", "festivals.edition", "festivals.venue")),
    ("assets", _("Pictures and videos"), ("assets.image", "assets.mediafile")),
    ("pages", _("Website"),
     ("pages.page", "desk.translations", "pages.profile", "pages.redirect",
      "pages.missingaddress")),
    ("house", _("History and accounts"),
     ("editorial.publication", "editorial.revision", "desk.bin", "editorial.membership",
      "editorial.auditentry", "desk.manual")),
)  # fmt: skip
HOMES = {"editorial": "house", "auth": "house", "desk": "house"}
# These stand in the head of every page.
MAIN = ("films.film", "people.person", "people.company", "festivals.festival", "assets.image",
        "pages.page", "desk.translations")  # fmt: skip


@dataclass(frozen=True)
class Room:
    """The list of one model."""

    label: str
    name: str
    url: str
    add_url: str
    is_open: bool


@dataclass(frozen=True)
class Group:
    key: str
    name: str
    rooms: tuple[Room, ...]


def arrange(app_list: Iterable[dict[str, Any]], path: str = "") -> list[Group]:
    """Return the rooms a user may enter in their groups; `path` is the page that is open."""
    apps = list(app_list)
    rooms = {room.label: room for app in apps for room in _rooms(app, path)}
    if rooms:
        rooms["desk.bin"] = _page_room("desk.bin", _("Bin"), "desk_bin", path)
        rooms["desk.manual"] = _page_room("desk.manual", _("Manual"), "manual", path)
        rooms["desk.translations"] = _page_room(
            "desk.translations", _("Translations"), "translations", path
        )
    if any(room.add_url for room in rooms.values()):  # who adds edits, and may take data along
        rooms["desk.data"] = _page_room("desk.data", _("Data"), "data_out", path)
    if rooms:
        rooms["sources.points"] = _page_room(
            "sources.points", _("Open points"), "open_points", path
        )
    named = {label for _key, _name, labels in GROUPS for label in labels}
    groups = []
    for key, name, labels in GROUPS:
        mine = [rooms[label] for label in labels if label in rooms]
        mine += [r for label, r in rooms.items() if label not in named and home_of(label) == key]
        if mine:
            groups.append(Group(key, str(name), tuple(mine)))
    known = {key for key, _name, _labels in GROUPS}
    for app in apps:
        others = [r for r in _rooms(app, path) if home_of(r.label) not in known]
        if others:
            groups.append(Group(app["app_label"], str(app["name"]), tuple(others)))
    return groups


def main_rooms(groups: Iterable[Group]) -> list[Room]:
    """Return the rooms that are always in sight."""
    rooms = {room.label: room for group in groups for room in group.rooms}
    return [rooms[label] for label in MAIN if label in rooms]


def home_of(label: str) -> str:
    app = label.partition(".")[0]
    return HOMES.get(app, app)


def _page_room(label: str, name: Any, view: str, path: str) -> Room:
    """Return a page that is no list of a model, but a room like any other."""
    address = reverse(view)
    return Room(label, str(name), address, "", path.startswith(address))


def _rooms(app: dict[str, Any], path: str) -> list[Room]:
    return [
        Room(
            label=model["model"]._meta.label_lower,
            name=str(model["name"]),
            url=model["admin_url"],
            add_url=model["add_url"] or "",
            is_open=path.startswith(model["admin_url"]),
        )
        for model in app["models"]
        if model["admin_url"]
    ]
