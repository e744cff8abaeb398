"""The panel above a form that is published language by language, and its buttons."""

from dataclasses import dataclass

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy

from editorial.admin.base import EditorialAdmin
from editorial.models import Publication
from editorial.moments import say_moment
from editorial.names import spoken
from editorial.publishing.answers import SaysStates
from editorial.publishing.lists import PublishingLists
from editorial.publishing.overview import overviews, shorten
from editorial.publishing.pages import PublishingPages
from editorial.publishing.states import LanguageState, states_of
from editorial.publishing.wishes import MOMENT, read_wish
from editorial.rights import Act, may


@dataclass(frozen=True)
class PanelRow:
    """One language in the panel: its state, and what this user may do about it."""

    state: LanguageState
    name: str
    may_publish: bool
    may_withdraw: bool
    scheduled_for: str
    scheduled_url: str
    withdraw_url: str
    preview_url: str


class PublishingAdmin(PublishingLists, PublishingPages, SaysStates, EditorialAdmin):
    """A form with buttons that save, say what visitors will notice, and ask."""

    change_form_template = "admin/editorial/publishing_change_form.html"

    def change_view(self, request, object_id, form_url="", extra_context=None):
        obj = self.get_object(request, object_id)
        panel = self.make_panel(request, obj) if obj else []
        context = {
            "short_states": [shorten(row.state) for row in panel],
            "panel": panel,
            "zone": timezone.get_current_timezone_name(),
            **(extra_context or {}),
        }
        return super().change_view(request, object_id, form_url, context)

    def make_panel(self, request, obj) -> list[PanelRow]:
        may_edit = may(request.user, Act.EDIT)
        preview = reverse("preview", args=[obj.record.uuid])
        return [
            PanelRow(
                state=state,
                name=spoken(state.language),
                may_publish=may(request.user, Act.PUBLISH, state.language),
                may_withdraw=may_edit,
                scheduled_for=say_moment(state.scheduled_at) if state.scheduled_at else "",
                scheduled_url=self.page_url("scheduled", obj.pk, state.language),
                withdraw_url=self.page_url("withdraw", obj.pk, state.language),
                preview_url=f"{preview}?language={state.language}",
            )
            for state in states_of(obj.record)
        ]

    def response_change(self, request, obj):
        """After saving, lead to the page that the pressed button asked for."""
        wish = read_wish(request.POST)
        if wish is None:
            return super().response_change(request, obj)
        verb, language = wish
        if verb == "preview":
            base = reverse("preview", args=[obj.record.uuid])
            return HttpResponseRedirect(f"{base}?language={language}")
        if verb == "schedule":
            query = urlencode({"later": 1, "at": request.POST.get(f"{MOMENT}{language}", "")})
            return HttpResponseRedirect(f"{self.page_url('publish', obj.pk, language)}?{query}")
        return HttpResponseRedirect(self.page_url(verb, obj.pk, language))

    def delete_view(self, request, object_id, extra_context=None):
        obj = self.get_object(request, unquote(object_id))
        if obj is None:  # such as a word where a number belongs: Django says so
            return super().delete_view(request, object_id, extra_context)
        mine = Publication.objects.filter(record=obj.pk).exclude(language="")
        shown = [
            {"url": reverse("address", args=[publication.language, publication.path])}
            for publication in mine.live().order_by("language")
        ]
        context = {
            "is_published_kind": True,
            "live_pages": shown,
            "scheduled_pages": mine.scheduled().exists(),
        }
        return super().delete_view(request, object_id, {**context, **(extra_context or {})})

    def has_delete_permission(self, request, obj=None):
        """Deleting takes off the site what is live: that needs the right to withdraw."""
        allowed = super().has_delete_permission(request, obj)
        if not allowed or obj is None or self.has_withdraw_permission(request):
            return allowed
        mine = Publication.objects.filter(record=obj.pk).exclude(language="")
        return not (mine.live().exists() or mine.scheduled().exists())

    def get_changelist(self, request, **kwargs):
        return StateChangeList

    @admin.display(description=gettext_lazy("state"))
    def state_column(self, obj) -> str:
        """A chip for each language, for lists; `StateChangeList` looks them up for a whole page."""
        return render_to_string("admin/components/chips.html", {"states": obj.short_states})


class StateChangeList(ChangeList):
    """A list whose rows know the states of their languages."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        known = overviews([obj.pk for obj in self.result_list])
        for obj in self.result_list:
            obj.short_states = known[obj.pk].states if obj.pk in known else ()
