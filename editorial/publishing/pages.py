"""The pages between a button and what it does: publish, scheduled, withdraw, each per language."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.fields import languages
from editorial.models import Publication, Record
from editorial.moments import field_value, read_moment, say_moment
from editorial.names import spoken
from editorial.outputs import previews_of
from editorial.publishing.acting import cancel, move_schedule, publish, withdraw
from editorial.publishing.carrying import MINE, SCHEDULED
from editorial.publishing.errors import Blocked, Collided, Stale
from editorial.publishing.forecast import (
    Forecast,
    foresee,
    foresee_withdrawal,
    scheduled_differences,
)
from editorial.rights import Act, may


class PublishingPages:
    """Mixin of a ModelAdmin: asks before it publishes, and says what visitors will notice."""

    def get_urls(self):
        info = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        pages = [
            ("publish", self.publish_view),
            ("scheduled", self.scheduled_view),
            ("withdraw", self.withdraw_view),
        ]
        return [
            path(f"<int:object_id>/{name}/<str:language>/", wrap(view), name=f"{info}_{name}")
            for name, view in pages
        ] + super().get_urls()

    def page_url(self, name: str, pk: int, language: str) -> str:
        info = f"{self.opts.app_label}_{self.opts.model_name}"
        return reverse(f"admin:{info}_{name}", args=[pk, language])

    def form_url(self, pk: int) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[pk])

    # --- publish and schedule -------------------------------------------------------------------

    def publish_view(self, request: HttpRequest, object_id: int, language: str) -> HttpResponse:
        """Show what publishing changes, and do it when the editor confirms.

        `at` is the moment as it was typed; `later` asks for one.
        """
        obj = self._record_of(request, object_id, language)
        data = request.POST if request.method == "POST" else request.GET
        typed, answers = data.get("at", "").strip(), read_answers(data)
        is_later = bool(typed) or "later" in data
        at, error = read_typed(typed, is_asked=is_later and "at" in data)
        texts_only = not may(request.user, Act.EDIT)
        forecast = foresee(obj.record, language, at, texts_only, answers)
        if forecast is None:
            raise Http404
        reasons: list[str] = []
        if request.method == "POST" and not error and (at or not is_later):
            state = data.get("state", "")
            if texts_only and forecast.has_no_facts and state == forecast.state:
                raise PermissionDenied
            try:
                publish(obj.record, language, request.user, at, texts_only, answers, state)
            except Stale:
                reasons = [_("Something was changed meanwhile. This is how it stands now.")]
            except Collided:
                reasons = [_("Please decide below what shall stand in each place.")]
            except Blocked as blocked:
                reasons = blocked.messages
            else:
                self.message_user(request, say_published(language, at))
                return HttpResponseRedirect(self.form_url(object_id))
            forecast = foresee(obj.record, language, at, texts_only, answers)
            if forecast is None:
                raise Http404
        context = {
            "forecast": forecast,
            "typed": typed or (field_value(at) if at else ""),
            "error": error,
            "is_later": is_later,
            "is_asking": is_later and at is None,
            "reasons": reasons,
            "action": say_action(forecast),
            "other_names": [spoken(code) for code in forecast.fact_languages],
            "may_confirm": may_confirm(forecast) and not error,
            "previews": preview_links(obj.record, language),
        }
        return self._answer(request, obj, language, "publish", say_question(forecast), context)

    # --- what is scheduled ----------------------------------------------------------------------

    def scheduled_view(self, request: HttpRequest, object_id: int, language: str) -> HttpResponse:
        """Show a scheduled change; move or cancel it."""
        obj = self._record_of(request, object_id, language)
        found = scheduled_differences(obj.record, language)
        if found is None:
            self.message_user(
                request, _("Nothing is scheduled in this language any more."), messages.INFO
            )
            return HttpResponseRedirect(self.form_url(object_id))
        later, to_live, to_desk = found
        if not (may(request.user, Act.EDIT) or is_texts_only(later)):
            raise PermissionDenied
        typed, error = field_value(later.publish_at), ""
        if request.method == "POST" and request.POST.get("verb") == "cancel":
            cancel(obj.record, language, request.user)
            text = _("%(name)s: the schedule is cancelled.") % {"name": spoken(language)}
            self.message_user(request, text)
            return HttpResponseRedirect(self.form_url(object_id))
        if request.method == "POST":
            typed = request.POST.get("at", "").strip()
            at, error = read_typed(typed, is_asked=True)
            if at is not None:
                try:
                    move_schedule(obj.record, language, at, request.user)
                except Blocked as blocked:
                    error = " ".join(blocked.messages)
                else:
                    self.message_user(request, say_published(language, at))
                    return HttpResponseRedirect(self.form_url(object_id))
        live = Publication.objects.live().filter(record=obj.record, language=language)
        anew = self.page_url("publish", object_id, language)
        context = {
            "later": later,
            "moment": say_moment(later.publish_at),
            "typed": typed,
            "error": error,
            "is_live": live.exists(),
            "to_live": to_live,
            "to_desk": to_desk,
            "anew": f"{anew}?at={field_value(later.publish_at)}",
        }
        title = _("Scheduled: %(name)s") % {"name": spoken(language)}
        return self._answer(request, obj, language, "scheduled", title, context)

    # --- withdraw -------------------------------------------------------------------------------

    def withdraw_view(self, request: HttpRequest, object_id: int, language: str) -> HttpResponse:
        """Say what leaves the site, and withdraw when the editor confirms."""
        obj = self._record_of(request, object_id, language)
        if not may(request.user, Act.EDIT):
            raise PermissionDenied
        name = spoken(language)
        if request.method == "POST":
            if withdraw(obj.record, language, request.user):
                self.message_user(request, _("%(name)s is off the site.") % {"name": name})
            return HttpResponseRedirect(self.form_url(object_id))
        farewell = foresee_withdrawal(obj.record, language)
        context = {
            "farewell": farewell,
            "staying": [spoken(code) for code in farewell.staying],
        }
        title = _("Withdraw %(name)s?") % {"name": name}
        return self._answer(request, obj, language, "withdraw", title, context)

    # --- shared ---------------------------------------------------------------------------------

    def _record_of(self, request: HttpRequest, object_id: int, language: str) -> Any:
        """Return the row, or raise 404 or 403."""
        if language not in languages():
            raise Http404
        if not may(request.user, Act.PUBLISH, language):
            raise PermissionDenied
        obj = self.get_object(request, str(object_id))
        if obj is None:
            raise Http404
        return obj

    def _answer(
        self, request: HttpRequest, obj: Any, language: str, page: str, title: str, context: dict
    ) -> HttpResponse:
        full = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": obj,
            "title": title,
            "language": language,
            "name": spoken(language),
            "zone": timezone.get_current_timezone_name(),
            "form_url": self.form_url(obj.pk),
            "publish_url": self.page_url("publish", obj.pk, language),
            **context,
        }
        return TemplateResponse(request, f"admin/editorial/{page}.html", full)


def read_typed(typed: str, is_asked: bool) -> tuple[datetime | None, str]:
    """Return (moment, error) of a field; an empty one is a mistake only if it `is_asked`."""
    if not typed and not is_asked:
        return None, ""
    try:
        return read_moment(typed), ""
    except ValidationError as error:
        return None, " ".join(error.messages)


def read_answers(data: QueryDict) -> dict[str, str]:
    """Return the answers to collisions from fields named `answer:<key>`."""
    return {
        name.removeprefix("answer:"): value
        for name, value in data.items()
        if name.startswith("answer:") and value in (MINE, SCHEDULED)
    }


def may_confirm(forecast: Forecast) -> bool:
    """Tell whether the button would do anything but refuse."""
    is_away = forecast.has_no_facts or forecast.withdrawn_at
    is_refused = (forecast.texts_only and is_away) or forecast.is_for_editors
    return not (forecast.blocking or is_refused)


def say_action(forecast: Forecast) -> str:
    """Return what the button does, in words: Publish German on 1 September 2027, 09:00 ..."""
    name = spoken(forecast.language)
    if forecast.moment is None:
        return _("Publish %(name)s now") % {"name": name}
    at = say_moment(forecast.moment)
    return _("Publish %(name)s on %(at)s") % {"name": name, "at": at}


def say_question(forecast: Forecast) -> str:
    return f"{say_action(forecast)}?"


def say_published(language: str, at: datetime | None) -> str:
    name = spoken(language)
    if at is None:
        return _("%(name)s is live.") % {"name": name}
    return _("%(name)s goes live on %(at)s.") % {"name": name, "at": say_moment(at)}


def is_texts_only(later: Publication) -> bool:
    """Tell whether a scheduled publication brings no facts."""
    facts = Publication.objects.scheduled().filter(
        record=later.record_id, language="", publish_at=later.publish_at
    )
    return not facts.exists()


def preview_links(record: Record, language: str) -> list[tuple[Any, str]]:
    base = reverse("preview", args=[record.uuid])
    outputs = previews_of(record.kind)
    return [(output.label, f"{base}?language={language}&page={output.key}") for output in outputs]
