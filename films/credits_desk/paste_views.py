"""Pasting a list: read it, show it as rows, write what is confirmed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from editorial.changes import change
from editorial.fields import languages
from editorial.guard.versions import locked
from editorial.names import spoken
from editorial.rights import Act
from films.credits_desk.confirming import Confirmed, confirm
from films.credits_desk.pasting import (
    PasteForm,
    Sheet,
    count_new,
    is_sheet,
    read_posted,
    read_sheet,
)
from films.credits_desk.roles import RoleWords
from films.credits_desk.views import desk_url, find_film, page_context
from films.models import Film


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: HttpRequest, film_id: int) -> HttpResponse:
    """Three steps on one address: the text, the rows to confirm, what is left of them."""
    film = find_film(request, film_id, Act.EDIT)
    if request.method != "POST":
        return _show(request, film, PasteForm())
    if not is_sheet(request.POST):
        form = PasteForm(request.POST)
        if not form.is_valid():
            return _show(request, film, form, status=422)
        return _show(request, film, form, read_sheet(form.cleaned_data["text"], film))
    if "check" in request.POST:
        return _show(request, film, PasteForm(), read_posted(request.POST, film))
    with change(request.user, _("Credits pasted")):
        # Locked before it is read what is there: of a form sent twice the second sees the first.
        locked(film.record)
        sheet = read_posted(request.POST, film)
        done = confirm(sheet, film, _language(request))
    _tell(request, done)
    if not sheet.rows and not sheet.unread and sheet.rest.strip():
        sheet = read_sheet(sheet.rest, film)
    if sheet.is_empty:
        return HttpResponseRedirect(desk_url(film))
    return _show(request, film, PasteForm(), sheet)


def _tell(request: HttpRequest, done: Confirmed) -> None:
    if done.written:
        message = ngettext("%(count)s credit added.", "%(count)s credits added.", done.written)
        messages.success(request, message % {"count": done.written})
    if done.left_out:
        message = _("Not added, because you did not take them: %(rows)s.")
        messages.info(request, message % {"rows": "; ".join(done.left_out)})


def _language(request: HttpRequest) -> str:
    """Return the language in which characters and roles as printed are kept."""
    asked = request.POST.get("language", "")
    active = (get_language() or "").split("-")[0]
    known = languages()
    return next((code for code in (asked, active) if code in known), known[0])


def _show(
    request: HttpRequest, film: Film, form: PasteForm, sheet: Sheet | None = None, status: int = 200
) -> HttpResponse:
    chosen = _language(request)
    context = page_context(request, film, _("Paste credits")) | {
        "form": form,
        "sheet": sheet,
        "role_words": RoleWords().labels() if sheet else [],
        "languages": [(code, spoken(code), code == chosen) for code in languages()],
        "doubtful": sum(bool(row.doubts or row.errors) for row in sheet.rows) if sheet else 0,
        "new": count_new(sheet.rows) if sheet else 0,
    }
    return TemplateResponse(request, "admin/films/credits/paste.html", context, status=status)
