"""The page of the search, and what the search box offers while somebody types."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from desk.finding.searching import LONGEST_QUERY, search_desk, with_pages
from editorial.rights import Act, may

PER_KIND, ALL_OF_KIND, OFFERED = 8, 200, 4
# One letter is in everything.
SHORTEST = 2


@require_safe
def search_view(request: HttpRequest) -> HttpResponse:
    """Show what is found, by kind; `kind` asks for all of one."""
    question = question_of(request)
    kind = request.GET.get("kind", "")
    groups = search_desk(question, ALL_OF_KIND if kind else PER_KIND, in_prose=True)
    if kind:
        groups = [group for group in groups if group.kind == kind]
    context = {
        **admin.site.each_context(request),
        "title": _("Search"),
        "question": question,
        "kind": kind,
        "groups": with_pages(groups),
        "most": ALL_OF_KIND,
    }
    return TemplateResponse(request, "desk/finding/search.html", context)


@require_safe
def suggest_view(request: HttpRequest) -> JsonResponse:
    """Answer the search box: a few of each kind, by names only."""
    question = question_of(request)
    groups = search_desk(question, OFFERED) if len(question) >= SHORTEST else []
    found = [
        {
            "name": _("Similar: %s") % group.name if group.is_similar else str(group.name),
            "hits": [{"title": h.title, "note": h.note, "url": h.url} for h in group.hits],
        }
        for group in groups
    ]
    address = f"{reverse('desk_search')}?{urlencode({'q': question})}"
    count = sum(len(group["hits"]) for group in found)
    said = ngettext("%(n)d suggestion", "%(n)d suggestions", count) % {"n": count}
    everything = _("All results for “%(question)s”") % {"question": question}
    return JsonResponse({"groups": found, "all": address, "everything": everything, "said": said})


def question_of(request: HttpRequest) -> str:
    """Return what was typed, without control characters. Raises 403 for who is no member."""
    if not may(request.user, Act.VIEW):
        raise PermissionDenied
    text = request.GET.get("q", "")[: LONGEST_QUERY * 4]
    return " ".join("".join(c for c in text if c.isprintable()).split())[:LONGEST_QUERY]
