"""The demo site with a look on every film."""

import pytest

from tests.browser import world

# What somebody might enter who does not care: the proposals make it readable.
EDGE = {
    "background_colour": "#7f7f7f",
    "surface_colour": "#8a7f70",
    "surface_opacity": 40,
    "text_colour": "#998877",
    "heading_colour": "#aa3333",
    "link_colour": "#3366aa",
    "accent_colour": "#ffee00",
    "heading_font": "shantell",
    "body_font": "unbounded",
    "layout": "sections",
    "navigation": "side",
}
FILMS = {
    "house": "the-glass-orchard",
    "orbit": "baikonur",
    "confetti": "lane-four",
    "marquee": "brass",
    "salon": "paper-boats",
    "dossier": "line-11",
    "fjord": "the-weather-woman",
    "edge": "every-fifteen-seconds",
}
DRESS = f"""
from django.conf import settings
from editorial.changes import change
from editorial.publishing import publish
from films.models import Film
from microsites.models import MicrositePage, Theme
from microsites.theming import READY
from microsites.theming.checking import find_better
from microsites.theming.ready import resolve

for key, film_key in {FILMS!r}.items():
    film = Film.objects.get(record__key=film_key)
    values = READY[key].values if key in READY else {EDGE!r}
    picture = None if key in READY else film.placements.filter(usage="still").first().image
    better = find_better(resolve({{**values, "background_image": picture}}))
    with change(None, "Look"):
        MicrositePage.objects.filter(film=film).delete()
        Theme.objects.filter(film=film).delete()
        theme = Theme(film=film, **{{**values, **better, "background_image": picture}})
        theme.full_clean()
        theme.save()
    for code, _name in settings.LANGUAGES:
        publish(film.record, code)
"""


@pytest.fixture(scope="package")
def dressed(site):
    """The site, with the microsite of each film in a look of its own."""
    world.manage(site.environment, "shell", "--verbosity", "0", "--command", DRESS)
    return site
