"""Likely doubles in the admin: look, merge, or note that they are two."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from editorial.rights import Act, may
from people.doubles.distinct import pairs_apart, tell_apart
from people.doubles.finding import recall_doubles
from people.doubles.page import make_lines, make_sides
from people.models import Person

PER_PAGE = 20


@require_safe
def show_doubles(request: HttpRequest) -> HttpResponse:
    check_may(request, Act.VIEW)
    page = Paginator(recall_doubles(), PER_PAGE).get_page(request.GET.get("p"))
    lines = make_lines(list(page.object_list))
    apart = pairs_apart().count()
    return _answer(request, "list", _("Likely doubles"), page, lines=lines, apart=apart)


@require_safe
def show_apart(request: HttpRequest) -> HttpResponse:
    """Show the pairs that somebody found to be two."""
    check_may(request, Act.VIEW)
    page = Paginator(pairs_apart().select_related("found_by"), PER_PAGE)
    shown = page.get_page(request.GET.get("p"))
    rows = list(shown.object_list)
    sides = make_sides([(row.first_id, row.second_id) for row in rows])
    lines = list(zip(rows, sides, strict=True))
    return _answer(request, "apart", _("Different people"), shown, lines=lines)


@require_POST
def note_apart(request: HttpRequest) -> HttpResponse:
    """Note that two people are two; they are not proposed any more."""
    check_may(request, Act.EDIT)
    people = _sent_people(request)
    if people is None:
        messages.warning(request, _("One of the two is not there any more. Nothing was noted."))
        return HttpResponseRedirect(reverse("doubles"))
    first, second = people
    tell_apart(first.pk, second.pk, request.user)
    names = {"first": first.name, "second": second.name}
    messages.success(request, _("Noted: %(first)s and %(second)s are different people.") % names)
    return HttpResponseRedirect(_back(request))


@require_POST
def forget_apart(request: HttpRequest, pair_id: int) -> HttpResponse:
    """Take a note back: the two may be proposed again."""
    check_may(request, Act.EDIT)
    pair = pairs_apart().filter(pk=pair_id).first()
    if pair is None:
        raise Http404
    pair.delete()
    messages.success(request, _("Taken back: the two may be proposed again."))
    return HttpResponseRedirect(reverse("doubles_apart"))


def check_may(request: HttpRequest, act: Act) -> None:
    if not may(request.user, act):
        raise PermissionDenied


def _sent_people(request: HttpRequest) -> tuple[Person, Person] | None:
    """Return the two people that were sent, None unless they are two who are still there."""
    sent = [request.POST.get(name, "") for name in ("first", "second")]
    numbers = {int(text) for text in sent if text.isascii() and text.isdigit() and len(text) < 19}
    found = list(Person.objects.filter(pk__in=numbers).order_by("pk"))
    return (found[0], found[1]) if len(found) == 2 else None


def _back(request: HttpRequest) -> str:
    number = request.POST.get("p", "")
    address = reverse("doubles")
    return f"{address}?p={number}" if number.isascii() and number.isdigit() else address


def _answer(
    request: HttpRequest, template: str, title: str, page: Any, **context: Any
) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": title,
        "opts": Person._meta,
        "page": page,
        "page_range": page.paginator.get_elided_page_range(page.number),
        "may_edit": may(request.user, Act.EDIT),
        **context,
    }
    return TemplateResponse(request, f"admin/people/doubles/{template}.html", context)
