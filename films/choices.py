"""Closed lists of the film trade; labels in the editor's and the reader's language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.functions import CompanyFunction as CompanyFunction


class Category(models.TextChoices):
    FEATURE = "feature", _("Feature film")
    DOCUMENTARY = "documentary", _("Documentary")
    SHORT = "short", _("Short film")
    SERIES = "series", _("Series")
    COMMERCIAL = "commercial", _("Commercial")


class TitleKind(models.TextChoices):
    ORIGINAL = "original", _("original title")
    INTERNATIONAL = "international", _("international title")
    WORKING = "working", _("working title")
    RELEASE = "release", _("release title")
    TRANSLATION = "translation", _("translation")
    TRANSLITERATION = "transliteration", _("transliteration")
    OTHER = "other", _("other title")


class LinkKind(models.TextChoices):
    WATCH = "watch", _("Watch the film")
    WEBSITE = "website", _("Website")
    TRAILER = "trailer", _("Trailer")
    REVIEW = "review", _("Review")
    SHOP = "shop", _("Shop")
    OTHER = "other", _("Link")


class IdScheme(models.TextChoices):
    IMDB = "imdb", "IMDb"
    EIDR = "eidr", "EIDR"
    ISAN = "isan", "ISAN"
    WIKIDATA = "wikidata", "Wikidata"
    FILMPORTAL = "filmportal", "filmportal.de"
    TMDB = "tmdb", "TMDB"
    OTHER = "other", _("other")


class Colour(models.TextChoices):
    COLOUR = "colour", _("Colour")
    BLACK_AND_WHITE = "black_and_white", _("Black and white")
    TINTED = "tinted", _("Black and white, tinted")
    HAND_COLOURED = "hand_coloured", _("Hand-coloured")
    MIXED = "mixed", _("Colour and black and white")


class Billing(models.TextChoices):
    NONE = "", _("usual")
    WITH = "with", pgettext_lazy("billing", "with")
    AND = "and", pgettext_lazy("billing", "and")


class Premiere(models.TextChoices):
    NONE = "", _("none")
    WORLD = "world", _("World premiere")
    INTERNATIONAL = "international", _("International premiere")
    EUROPEAN = "european", _("European premiere")
    NATIONAL = "national", _("National premiere")


class ScreeningStatus(models.TextChoices):
    PLANNED = "", _("takes place")
    CANCELLED = "cancelled", _("cancelled")


class AwardResult(models.TextChoices):
    WON = "won", _("Won")
    NOMINATED = "nominated", _("Nominated")
    MENTION = "mention", _("Special mention")


class ReleaseKind(models.TextChoices):
    CINEMA = "cinema", _("Cinema")
    TELEVISION = "television", _("Television")
    STREAMING = "streaming", _("Streaming")
    DISC = "disc", _("DVD and Blu-ray")


class ReleaseStatus(models.TextChoices):
    EXPECTED = "expected", _("Expected")
    DONE = "done", _("Released")


class Precision(models.TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


class PressKind(models.TextChoices):
    REVIEW = "review", _("Review")
    ARTICLE = "article", _("Article")
    INTERVIEW = "interview", _("Interview")
    BOOK = "book", _("Book")


class Usage(models.TextChoices):
    STILL = "still", _("Still")
    POSTER = "poster", _("Poster")
    TEASER = "teaser", _("Teaser poster")
    TITLE_ART = "title_art", _("Title art")
    BACKGROUND = "background", _("Background")


class TrackKind(models.TextChoices):
    SUBTITLES = "subtitles", _("Subtitles")
    CAPTIONS = "captions", _("Captions for the deaf and hard of hearing")
    DESCRIPTIONS = "descriptions", _("Audio description as text")


class Status(models.TextChoices):
    DEVELOPMENT = "development", _("In development")
    PRODUCTION = "production", _("In production")
    POST = "post", _("In post-production")
    FINISHED = "finished", _("Finished")
