"""What keeps a language of a film from going live, and what an editor should know before."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from assets.models import Image
from editorial.fields import column
from editorial.kinds import Document, Finding
from editorial.models import Address
from films.abridging import check_abridged
from films.choices import IdScheme
from films.models import ExternalId
from pages.addresses import legal_problem, slug_problem

TEXTS = ("logline", "synopsis_short", "synopsis_medium", "synopsis_long")


def film_checklist(document: Document, language: str) -> list[Finding]:
    """Return blocking findings first, then what is only worth a look."""
    blocking = [*_blocking(document, language), *_wrong_words(document, language)]
    return [*blocking, *_warnings(document, language)]


def film_findings(document: Document, language: str) -> list[Finding]:
    """Return the checklist without what must be looked up: no query, for lists of films."""
    return [*_blocking(document, language), *_row_warnings(document)]


def _blocking(document: Document, language: str) -> list[Finding]:
    texts = document.get("texts", {}).get(language, {}).get("facts", {})
    findings = []
    if not texts.get("title"):
        findings.append(Finding(True, "title", _("The title is missing.")))
    problem = slug_problem(texts.get("slug", ""))
    if problem:
        findings.append(Finding(True, "slug", problem))
    if not document.get("facts", {}).get("year"):
        findings.append(Finding(True, "year", _("The year is missing.")))
    if not any(texts.get(name) for name in TEXTS):
        findings.append(
            Finding(True, "synopsis_short", _("There is no text: write a logline or a synopsis."))
        )
    return findings + _unfaithful_quotes(document)


def _wrong_words(document: Document, language: str) -> list[Finding]:
    """Find an address that belongs to a legal page, unless the film has had it before."""
    slug = document.get("texts", {}).get(language, {}).get("facts", {}).get("slug", "")
    problem = legal_problem(slug)
    own = Address.objects.filter(language=language, path=slug, record__uuid=document.get("uuid"))
    return [Finding(True, "slug", problem)] if problem and not own.exists() else []


def _unfaithful_quotes(document: Document) -> list[Finding]:
    """Find shortened quotes that say what the original does not: the words of others."""
    findings = []
    for row in document.get("quotes", []):
        try:
            if row.get("abridged"):
                check_abridged(row["abridged"], row["text"])
        except ValidationError as error:
            words = {"quote": row["abridged"][:60], "reason": " ".join(error.messages)}
            message = _("The shortened quote “%(quote)s” is not its original. %(reason)s") % words
            findings.append(Finding(True, "press_items", message))
    return findings


def _warnings(document: Document, language: str) -> list[Finding]:
    rows = document.get("images", [])
    pictures = _picture_warnings([row["image"] for row in rows], language)
    return [*_row_warnings(document), *_doubles(document), *pictures]


def _doubles(document: Document) -> list[Finding]:
    """Find numbers of other catalogues that another film has as well: one of the two is wrong."""
    numbers = Q()
    for row in document.get("external_ids", []):
        if row["scheme"] != IdScheme.OTHER:
            numbers |= Q(scheme=row["scheme"], value=row["value"])
    if not numbers:
        return []
    others = ExternalId.objects.filter(numbers).exclude(film__record__uuid=document["uuid"])
    message = _("%(number)s is also the number of the film “%(film)s”. The same film twice?")
    return [
        Finding(False, "external_ids", message % {"number": row, "film": row.film})
        for row in others.select_related("film__record").order_by("film", "pk")
    ]


def _row_warnings(document: Document) -> list[Finding]:
    findings = []
    roles = {row.get("role") for row in document.get("credits", [])}
    if "director" not in roles:
        findings.append(Finding(False, "credits", _("Nobody is credited as director.")))
    rows = document.get("images", [])
    if not any(row["usage"] == "poster" for row in rows):
        findings.append(Finding(False, "images", _("There is no poster.")))
    if not any(row["usage"] == "still" for row in rows):
        findings.append(Finding(False, "images", _("There is no still.")))
    return findings


def _picture_warnings(uuids: list[str], language: str) -> list[Finding]:
    images = Image.objects.filter(record__uuid__in=uuids).order_by()
    names = (column("alt", language), column("caption", language), "photographer", "copyright")
    missing = {"alt": 0, "caption": 0, "credit": 0}
    for alt, caption, photographer, copyright in images.values_list(*names):
        missing["alt"] += not alt
        missing["caption"] += not caption
        missing["credit"] += not (photographer or copyright)
    messages = {
        "alt": _("Pictures without alternative text: %(n)d. Readers hear a general one."),
        "caption": _("Pictures without caption: %(n)d."),
        "credit": _("Pictures without photographer or copyright: %(n)d."),
    }
    return [
        Finding(False, "images", messages[name] % {"n": count})
        for name, count in missing.items()
        if count
    ]
