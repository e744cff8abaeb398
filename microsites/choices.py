"""Closed lists of microsites."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BackgroundMode(models.TextChoices):
    """How a picture lies behind a page."""

    FIXED = "fixed", _("fixed, fills the window")
    COVER = "cover", _("scrolls, fills the width")
    TILE = "tile", _("repeated as a pattern")


class Layout(models.TextChoices):
    COLUMN = "column", _("narrow column")
    SPLIT = "split", _("split: key art beside the text")
    SECTIONS = "sections", _("sections over the full width")


class Navigation(models.TextChoices):
    BAR = "bar", _("bar at the top")
    SIDE = "side", _("beside the content")
    FOOT = "foot", _("below the content")


class Width(models.TextChoices):
    NARROW = "narrow", pgettext_lazy("width", "narrow")
    MEDIUM = "medium", pgettext_lazy("width", "medium")
    WIDE = "wide", pgettext_lazy("width", "wide")


class PhaseKey(models.TextChoices):
    """Where a film stands in its life; a microsite follows."""

    ANNOUNCED = "announced", _("announced")
    PRODUCTION = "production", _("in production")
    FESTIVALS = "festivals", _("festival run")
    CINEMA = "cinema", _("in cinemas")
    HOME = "home", _("at home")
    ARCHIVE = "archive", _("archive")


class CallKind(models.TextChoices):
    """What a button or a link of an entry is for."""

    WATCH = "watch", _("Watch")
    BUY = "buy", _("Buy")
    TICKETS = "tickets", _("Tickets")
    OTHER = "other", _("Link")
