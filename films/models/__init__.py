"""The film and every row that is deleted with it."""

from films.models.credits import CompanyCredit, Credit
from films.models.festivals import Award, Screening, Selection
from films.models.film import AlternativeTitle, Country, ExternalId, Film, Genre, Link, Version
from films.models.media import Placement, TextTrack, Trailer
from films.models.press import PressItem, Quote
from films.models.releases import Release

__all__ = [
    "AlternativeTitle",
    "Award",
    "CompanyCredit",
    "Country",
    "Credit",
    "ExternalId",
    "Film",
    "Genre",
    "Link",
    "Placement",
    "PressItem",
    "Quote",
    "Release",
    "Screening",
    "Selection",
    "TextTrack",
    "Trailer",
    "Version",
]
