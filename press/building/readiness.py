"""What a good press kit of a film still lacks, each thing with the way to its field.

Editors build nevertheless: gaps are named on the desk, never printed.
"""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from editorial.documents import document_of
from films.choices import CompanyFunction
from films.models import Film
from pages.models import Profile
from press.building.gaps import Gap, form_url, weigh
from press.building.letter_gaps import letter_gaps
from press.building.picture_gaps import caption_gaps, find_shown, picture_gaps
from press.building.text_gaps import read_marks, terms_gaps, text_gaps


def find_gaps(film: Film, languages: tuple[str, ...]) -> list[Gap]:
    """Return what is missing for a kit in these languages; what all lack comes first.

    The number of queries depends on neither pictures nor credits.
    """
    profile: Any = Profile.objects.first()
    document = document_of(film.record) or {}
    shown, marks = find_shown(film), read_marks(film)
    letters = list(letter_gaps(film))
    gaps = [
        *_contacts(film),
        *_releases(film),
        *picture_gaps(film, shown),
        *(gap for gap in letters if not gap.language),
    ]
    found = weigh(gaps)
    for language in languages:
        found += weigh(
            [
                *text_gaps(film, document, language, marks),
                *caption_gaps(film, shown, language),
                *terms_gaps(profile, language),
                *(gap for gap in letters if gap.language == language),
            ]
        )
    return found


def _contacts(film: Film) -> Iterator[Gap]:
    agents = film.company_credits.filter(function=CompanyFunction.PRESS_AGENT)
    companies = [credit.company for credit in agents.select_related("company")]
    if not companies:
        yield Gap("no press contact", "", {}, form_url(film, "company_credits-group"))
    elif not any(company.email or company.phone for company in companies):
        url = reverse("admin:people_company_change", args=[companies[0].pk]) + "#id_email"
        yield Gap("silent press contact", "", {"name": companies[0].name}, url)


def _releases(film: Film) -> Iterator[Gap]:
    if not film.releases.exclude(date=None).exists():
        yield Gap("no release", "", {}, form_url(film, "releases-group"))
