"""How pages and the company profile stand in documents and publications."""

from django.utils.translation import gettext as _

from editorial.kinds import Document, Finding, Kind, Part, Target
from editorial.prose import plain_text
from editorial.spelling import make_search_text
from pages.addresses import path_problem, slug_problem
from pages.models import Page, Profile
from pages.paths import is_parent_live, page_path

# As deep as addresses are understood (config/converters.py), as long as they are stored.
MAX_DEPTH = 8
MAX_PATH = 250


def _texts(document: Document, language: str) -> dict:
    return document.get("texts", {}).get(language, {}).get("facts", {})


def index_page(document: Document, language: str) -> dict:
    facts = document.get("facts", {})
    if not language:
        return {"category": facts.get("menu", ""), "position": facts.get("position", 0)}
    texts = _texts(document, language)
    title, body = texts.get("title", ""), texts.get("body", "")
    return {
        "title": title,
        "path": page_path(document, language),
        "search_text": make_search_text(title, prose=[plain_text(body)]),
    }


def page_targets(document: Document, language: str):
    image = document.get("facts", {}).get("image")
    if image and not language:
        yield Target(image, "still")


def page_checklist(document: Document, language: str) -> list[Finding]:
    texts = _texts(document, language)
    findings = []
    if not texts.get("title"):
        findings.append(Finding(True, "title", _("The title is missing.")))
    problem = slug_problem(texts.get("slug", ""))
    if problem:
        findings.append(Finding(True, "slug", problem))
    if not (texts.get("body") or document.get("facts", {}).get("purpose")):
        findings.append(Finding(True, "body", _("The text is missing.")))
    return [*findings, *_place_findings(document, language)]


def _place_findings(document: Document, language: str) -> list[Finding]:
    """Return what is wrong with the page's place in the tree."""
    findings = []
    path = page_path(document, language)
    if path is None or not is_parent_live(document, language):
        message = _("The page above is not live in this language. Publish it first.")
        findings.append(Finding(True, "parent", message))
    elif path.count("/") >= MAX_DEPTH or len(path) > MAX_PATH:
        message = _("The page lies too deep: at most %(n)d pages one below the other.")
        findings.append(Finding(True, "parent", message % {"n": MAX_DEPTH}))
    elif problem := path_problem(path):
        findings.append(Finding(True, "slug", problem))
    return findings


PAGE = Kind(
    "page",
    Page,
    (Part("facts", Page),),
    is_published=True,
    index=index_page,
    targets=page_targets,
    checklist=page_checklist,
)
PROFILE = Kind("profile", Profile, (Part("facts", Profile),))
