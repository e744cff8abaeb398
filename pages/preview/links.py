"""Links for outsiders at the desk: make one, see all, revoke."""

from datetime import datetime, time, timedelta

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from editorial.kinds import kind_of
from editorial.models import Record, Revision, ShareLink
from editorial.rights import Act, may
from editorial.sharing import make_link, open_first, revoke_link, states_of_links
from pages.preview.bar import show_record
from pages.preview.desk import find_shown

DAYS = (1, 7, 30)
PER_PAGE = 50
NEWEST, THIS = "newest", "this"
# No link is for ever: a year is more than any festival's viewing takes.
MAX_DAYS = 366


class LinkForm(forms.Form):
    """What somebody decides about a link: for whom, which state, how long."""

    label = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=120,
        widget=forms.TextInput(attrs={"size": 48}),
        help_text=gettext_lazy("Only you and your colleagues see it."),
    )
    state = forms.ChoiceField(
        label=gettext_lazy("It shows"),
        choices=[
            (NEWEST, gettext_lazy("always what is on the desk when it is opened")),
            (THIS, gettext_lazy("the state of this moment, whatever is edited later")),
        ],
        initial=NEWEST,
        widget=forms.RadioSelect,
    )
    lasts = forms.ChoiceField(
        label=gettext_lazy("Valid for"),
        choices=lambda: [
            *((str(n), ngettext("%(n)d day", "%(n)d days", n) % {"n": n}) for n in DAYS),
            ("date", _("until the end of a day")),
        ],
        initial="7",
        widget=forms.RadioSelect,
    )
    until = forms.DateField(
        label=gettext_lazy("Last day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self):
        data = super().clean()
        if data.get("until"):
            # Who types a day means it, whatever is ticked above.
            data["lasts"] = "date"
        if data.get("lasts") != "date" or "until" in self.errors:
            return data
        until, today = data.get("until"), timezone.localdate()
        if until is None:
            self.add_error("until", _("Choose the last day on which the link shall work."))
        elif until < today:
            self.add_error("until", _("This day has passed. Choose a later one."))
        elif until > today + timedelta(days=MAX_DAYS):
            self.add_error("until", _("A link lasts a year at most. Choose an earlier day."))
        return data

    def expires_at(self) -> datetime:
        if self.cleaned_data["lasts"] != "date":
            return timezone.now() + timedelta(days=int(self.cleaned_data["lasts"]))
        day_after = self.cleaned_data["until"] + timedelta(days=1)
        return timezone.make_aware(datetime.combine(day_after, time()))


def record_links(request: HttpRequest, uuid: str) -> HttpResponse:
    """The links of one record, and the form for another; a new token is shown this once."""
    require_share(request)
    shown = find_shown(request, uuid)
    record = shown.record
    form = LinkForm(request.POST or None, initial={"state": THIS if shown.revision else NEWEST})
    new_url = ""
    if request.method == "POST" and form.is_valid():
        revision = shown.revision
        if form.cleaned_data["state"] == NEWEST:
            revision = None
        elif revision is None:
            revision = record.revisions.filter(line=Revision.Line.DESK).first()
        _link, token = make_link(
            record, request.user, form.expires_at(), form.cleaned_data["label"], revision
        )
        new_url = request.build_absolute_uri(shared_address(request, token))
        form = LinkForm()
    opts = kind_of(record.kind).model._meta
    mine = ShareLink.objects.filter(record=record, scope=ShareLink.Scope.PREVIEW)
    context = {
        **admin.site.each_context(request),
        "title": _("Preview links"),
        "opts": opts,
        "original": kind_of(record.kind).model._default_manager.filter(pk=record.pk).first(),
        "shown": shown,
        "form": form,
        "new_url": new_url,
        "links": states_of_links(mine.select_related("created_by", "revision")),
        "back": request.get_full_path(),
        "preview_url": reverse("preview", args=[record.uuid]),
    }
    return TemplateResponse(request, "admin/editorial/preview_links.html", context)


def shared_address(request: HttpRequest, token: str) -> str:
    """Return where a link leads: to the language and page from which it was made."""
    # A page of an output is named by the output's own key.
    names = ("language", "page", request.GET.get("page", "language"))
    query = {name: request.GET[name] for name in names if name in request.GET}
    return reverse("shared_preview", args=[token]) + (f"?{urlencode(query)}" if query else "")


def all_links(request: HttpRequest) -> HttpResponse:
    """Every link there is, those that still work first."""
    require_share(request)
    page = Paginator(open_first(), PER_PAGE).get_page(request.GET.get("p"))
    states = states_of_links(page)
    names = _names({state.link.record for state in states})
    context = {
        **admin.site.each_context(request),
        "title": _("Preview links"),
        "rows": [(state, names.get(state.link.record_id, "")) for state in states],
        "page": page,
        "page_range": page.paginator.get_elided_page_range(page.number),
        "back": request.path,
    }
    return TemplateResponse(request, "admin/editorial/all_preview_links.html", context)


def _names(records: set[Record]) -> dict[int, str]:
    """Return what the records are called, one query a kind."""
    names = {}
    for kind in {record.kind for record in records}:
        ids = [record.pk for record in records if record.kind == kind]
        for row in kind_of(kind).model._default_manager.filter(pk__in=ids):
            names[row.pk] = str(row)
    return names


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a link at once."""
    require_share(request)
    link = get_object_or_404(ShareLink.objects.select_related("record"), pk=pk)
    revoke_link(link)
    messages.success(request, _("The link “%(label)s” is revoked.") % {"label": link.label})
    if request.POST.get("from") == "all" or show_record(link.record) is None:
        return HttpResponseRedirect(reverse("preview_all_links"))
    if link.scope == ShareLink.Scope.PRESS:
        return HttpResponseRedirect(reverse("press_links", args=[link.record_id]))
    return HttpResponseRedirect(reverse("preview_links", args=[link.record.uuid]))


def require_share(request: HttpRequest) -> None:
    if not may(request.user, Act.SHARE):
        raise PermissionDenied
