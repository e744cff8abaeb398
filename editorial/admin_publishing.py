"""Publish, schedule and withdraw from the change form: one panel, one row per language."""

from datetime import UTC, datetime

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from editorial.admin_base import EditorialAdmin
from editorial.fields import languages
from editorial.models import Publication, Record
from editorial.names import own_name
from editorial.overview import overviews
from editorial.publishing import cancel, publish, withdraw
from editorial.states import states_of


class PublishingAdmin(EditorialAdmin):
    """A change form with buttons that save and then publish, schedule or withdraw a language."""

    change_form_template = "admin/editorial/publishing_change_form.html"
    actions = ["publish_selected", "withdraw_selected"]

    def has_publish_permission(self, request) -> bool:
        return request.user.has_perm("editorial.add_publication")

    def change_view(self, request, object_id, form_url="", extra_context=None):
        obj = self.get_object(request, object_id)
        known = overviews([obj.pk]).get(obj.pk) if obj else None
        context = {
            "short_states": known.states if known else (),
            "states": [(state, own_name(state.language)) for state in states_of(obj.record)]
            if obj
            else [],
            "may_publish": self.has_publish_permission(request),
            "zone": timezone.get_current_timezone_name(),
            **(extra_context or {}),
        }
        return super().change_view(request, object_id, form_url, context)

    def response_change(self, request, obj):
        wish = read_wish(request.POST)
        if wish is None:
            return super().response_change(request, obj)
        if not self.has_publish_permission(request):
            raise PermissionDenied
        self.fulfil(request, obj.record, *wish)
        return HttpResponseRedirect(request.get_full_path())

    def fulfil(self, request, record: Record, verb: str, language: str) -> None:
        """Do what the button says and tell the editor what it did."""
        name = own_name(language)
        try:
            if verb == "cancel":
                cancel(record, language, request.user)
                self.message_user(
                    request, _("%(name)s: the schedule is cancelled.") % {"name": name}
                )
            elif verb == "withdraw":
                withdraw(record, language, request.user)
                self.message_user(request, _("%(name)s is off the site.") % {"name": name})
            elif verb == "schedule":
                at = read_moment(request.POST.get(f"_schedule_at_{language}", ""))
                publish(record, language, request.user, at)
                shown = date_format(timezone.localtime(at), "DATETIME_FORMAT")
                zone = timezone.get_current_timezone_name()
                self.message_user(
                    request,
                    _("%(name)s goes live on %(at)s (%(zone)s).")
                    % {"name": name, "at": shown, "zone": zone},
                )
            else:
                publish(record, language, request.user)
                self.message_user(request, _("%(name)s is live.") % {"name": name})
        except ValidationError as error:
            text = _("%(name)s was saved but not published: %(reasons)s")
            reasons = " ".join(error.messages)
            self.message_user(request, text % {"name": name, "reasons": reasons}, messages.ERROR)

    def delete_view(self, request, object_id, extra_context=None):
        mine = Publication.objects.filter(record=object_id).exclude(language="")
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
        """Deleting takes off the site what is live: that needs the right to publish."""
        allowed = super().has_delete_permission(request, obj)
        if not allowed or obj is None or self.has_publish_permission(request):
            return allowed
        mine = Publication.objects.filter(record=obj.pk).exclude(language="")
        return not (mine.live().exists() or mine.scheduled().exists())

    @admin.action(
        description=gettext_lazy("Publish in every language that is ready"),
        permissions=["publish"],
    )
    def publish_selected(self, request, queryset):
        for obj in queryset.select_related("record"):
            for language in languages():
                self._publish_one(request, obj, language)

    def _publish_one(self, request, obj, language: str) -> None:
        try:
            publish(obj.record, language, request.user)
        except ValidationError as error:
            text = f"{obj}, {own_name(language)}: {' '.join(error.messages)}"
            self.message_user(request, text, messages.WARNING)
        else:
            text = pgettext("film, language", "%(title)s, %(name)s: live.")
            self.message_user(request, text % {"title": obj, "name": own_name(language)})

    @admin.action(description=gettext_lazy("Withdraw in every language"), permissions=["publish"])
    def withdraw_selected(self, request, queryset):
        for obj in queryset.select_related("record"):
            for language in languages():
                withdraw(obj.record, language, request.user)
            self.message_user(request, _("%(title)s is off the site.") % {"title": obj})

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


def read_wish(post) -> tuple[str, str] | None:
    """Return (verb, language) of the pressed button, if it was one of ours."""
    for verb in ("publish", "schedule", "cancel", "withdraw"):
        language = post.get(f"_{verb}", "")
        if language in languages():
            return verb, language
    return None


def read_moment(text: str) -> datetime:
    """Return the moment of a date-time field in the site's zone.

    Raises ValidationError for no date, a past one, or a time that the clocks skip.
    """
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None:
        raise ValidationError(_("Choose date and time of going live."))
    zone = timezone.get_current_timezone()
    aware = moment.replace(tzinfo=zone)
    if not 2000 <= aware.year <= 2200:
        raise ValidationError(_("Choose date and time of going live."))
    if not is_on_the_clock(aware):
        raise ValidationError(_("The clocks skip this time on that night. Choose another."))
    if aware <= timezone.now():
        raise ValidationError(_("This moment has passed. Use “Publish” to go live now."))
    return aware


def is_on_the_clock(moment: datetime) -> bool:
    """Tell whether the local clocks show this moment (they skip an hour in spring)."""
    there_and_back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return there_and_back.replace(tzinfo=None) == moment.replace(tzinfo=None)
