"""The kinds of things that are found, in the order of the results, with their rooms."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Kind: heading, room in the admin.
KINDS: dict[str, tuple[Any, str]] = {
    "film": (_("Films"), "films_film"),
    "person": (_("People"), "people_person"),
    "company": (pgettext_lazy("kind", "Companies"), "people_company"),
    "festival": (_("Festivals"), "festivals_festival"),
    "venue": (_("Venues"), "festivals_venue"),
    "page": (_("Pages"), "pages_page"),
    "image": (_("Pictures"), "assets_image"),
    "video": (_("Videos and subtitles"), "assets_mediafile"),
    "press_item": (_("Press items"), "films_pressitem"),
}
