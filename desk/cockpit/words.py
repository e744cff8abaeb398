"""Kinds of records in the plural, in the order of the matrix's filter."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "film": _("Films"),
    "page": _("Pages"),
    "image": _("Pictures"),
    "person": _("People"),
    "company": _("Companies"),
    "festival": _("Festivals"),
    "profile": _("Company profile"),
}
