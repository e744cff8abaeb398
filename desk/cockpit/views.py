"""The cockpit: what is open in which language, and the words of the vocabularies."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from desk.cockpit.matrix import page_of, read_question, rows_of, totals
from desk.cockpit.vocabulary import count_gaps, fill_gaps, gaps
from desk.cockpit.words import KINDS
from editorial.changes import change
from editorial.fields import languages
from editorial.memory import remember
from editorial.names import spoken
from editorial.rights import Act, languages_of, may
from editorial.translating.keeping import fill_states, uncounted
from editorial.translating.looks import LOOKS, SIGNS
from editorial.translating.writing import Result

COUNTED_AT_ONCE = 100
STATES = {
    "open": gettext_lazy("everything open"),
    "missing": gettext_lazy("missing"),
    "outdated": gettext_lazy("outdated"),
    "same": gettext_lazy("same as source"),
    "reviewed": gettext_lazy("reviewed"),
    "all": gettext_lazy("all"),
}


@require_safe
def matrix_view(request: HttpRequest) -> HttpResponse:
    if not may(request.user, Act.VIEW):
        raise PermissionDenied
    # After a bare migrate, or with a language that is new, there are records without counts.
    if remember(("uncounted records",), uncounted().exists):
        fill_states(COUNTED_AT_ONCE)
    mine = languages_of(request.user)
    question = read_question(request.GET, mine)
    page = page_of(question, request.GET.get("page"))
    counted = totals(question)
    asked = {"kind": question.kind, "language": question.language, "state": question.state}
    context = {
        **admin.site.each_context(request),
        "title": _("Translations"),
        "matrix_question": question,
        "page": page,
        "rows": rows_of(page.object_list, question),
        "kinds": [
            _choice(asked, "kind", name, label, counted[name]["open"])
            for name, label in KINDS.items()
        ],
        "states": [_choice(asked, "state", name, label) for name, label in STATES.items()],
        "languages": [
            _choice(asked, "language", "", _("all languages")),
            *(_choice(asked, "language", code, spoken(code)) for code in languages()),
        ],
        "open_count": sum(kind["open"] for kind in counted.values()),
        "legend": [(look.value, SIGNS[look], label) for look, label in LOOKS.items()],
        "vocabulary": [(code, spoken(code), count_gaps(code)) for code in question.languages],
        "export_languages": [
            (code, spoken(code)) for code in languages() if may(request.user, Act.EXPORT, code)
        ],
        "may_import": bool(mine),
        "query": urlencode(asked),
    }
    return TemplateResponse(request, "desk/cockpit/matrix.html", context)


def _choice(
    asked: dict[str, str], name: str, value: str, label: Any, count: int | None = None
) -> dict[str, Any]:
    return {
        "label": label,
        "query": urlencode({**asked, name: value}),
        "is_chosen": asked[name] == value,
        "count": count,
    }


@require_http_methods(["GET", "HEAD", "POST"])
def vocabulary_view(request: HttpRequest, language: str) -> HttpResponse:
    """Words that are missing in a language."""
    if not may(request.user, Act.VIEW):
        raise PermissionDenied
    if language not in languages():
        raise Http404
    may_write = may(request.user, Act.TRANSLATE, language)
    outcomes = {}
    if request.method == "POST":
        if not may_write:
            raise PermissionDenied
        texts = {
            k.removeprefix("text:"): v for k, v in request.POST.dict().items() if k[:5] == "text:"
        }
        with change(request.user, _("Translated")):
            outcomes = fill_gaps(language, texts)
        saved = [o for o in outcomes.values() if o.result is Result.SAVED]
        if saved:
            text = ngettext("One text is saved.", "%(n)d texts are saved.", len(saved))
            messages.success(request, text % {"n": len(saved)})
        for outcome in outcomes.values():
            if outcome.result is Result.CONFLICT:
                text = _("Somebody else has written “%(theirs)s”; yours was “%(mine)s”.")
                messages.warning(request, text % {"theirs": outcome.theirs, "mine": outcome.text})
        if not any(outcome.result is Result.WRONG for outcome in outcomes.values()):
            return HttpResponseRedirect(request.path)
    context = {
        **admin.site.each_context(request),
        "title": _("Vocabulary · %s") % spoken(language),
        "language": language,
        "language_name": spoken(language),
        "gaps": [(gap, outcomes.get(gap.id)) for gap in gaps(language)],
        "may_write": may_write,
    }
    return TemplateResponse(request, "desk/cockpit/vocabulary.html", context)
