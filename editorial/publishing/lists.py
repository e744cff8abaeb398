"""Publishing and withdrawing several records at once: one page that says what it means for each."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from editorial.changes import change
from editorial.documents import document_of
from editorial.fields import languages
from editorial.guard.versions import locked
from editorial.names import spoken
from editorial.publishing.acting import publish, require_state, withdraw
from editorial.publishing.errors import Stale
from editorial.publishing.forecast import Farewell, Forecast, foresee, foresee_withdrawal
from editorial.publishing.pages import may_confirm
from editorial.rights import Act, may


@dataclass(frozen=True)
class Plan:
    """One language of one record in the list of what is about to happen."""

    name: str
    language: str
    forecast: Forecast | None = None
    farewell: Farewell | None = None

    @property
    def field(self) -> str:
        """The name of the hidden field that says what was confirmed, or ''."""
        ready = self.forecast is not None and self.is_ready
        return state_field(self.forecast.record.pk, self.language) if ready else ""

    @property
    def is_ready(self) -> bool:
        """Whether something will happen."""
        if self.farewell is not None:
            return self.farewell.is_live or bool(self.farewell.schedules)
        seen = self.forecast
        if seen is None or not may_confirm(seen) or seen.questions:
            return False
        return not seen.is_nothing


class PublishingLists:
    """Mixin of a ModelAdmin with the two actions of lists."""

    actions = ["publish_selected", "withdraw_selected"]

    def has_publish_permission(self, request) -> bool:
        return any(may(request.user, Act.PUBLISH, language) for language in languages())

    def has_withdraw_permission(self, request) -> bool:
        return may(request.user, Act.EDIT) and may(request.user, Act.PUBLISH)

    @admin.action(
        description=gettext_lazy("Publish in every language that is ready"),
        permissions=["publish"],
    )
    def publish_selected(self, request, queryset):
        mine = [code for code in languages() if may(request.user, Act.PUBLISH, code)]
        texts_only = not may(request.user, Act.EDIT)
        chosen = queryset.select_related("record")
        if "confirmed" not in request.POST:
            rows = [
                (obj, [plan_publishing(obj, code, texts_only) for code in mine]) for obj in chosen
            ]
            title = _("Publish what is ready?")
            return self._ask(request, rows, title, "publish_selected", texts_only)
        for obj in chosen:
            names = {code: state_field(obj.pk, code) for code in mine}
            states = {c: request.POST[name] for c, name in names.items() if name in request.POST}
            try:
                self._publish_confirmed(request, obj, states, texts_only)
            except Stale as error:
                text = f"{obj}: {' '.join(error.messages)}"
                self.message_user(request, text, messages.WARNING)
        return None

    def _publish_confirmed(self, request, obj, states: dict[str, str], texts_only: bool) -> None:
        """Publish the languages, each if it is what the page showed. Raises `Stale`."""
        # All are compared before the first goes live: that changes how the others stand.
        with change(request.user, _("Published")):
            document = document_of(locked(obj.record))
            for state in states.values():
                require_state(obj.record, document, state)
            for language in states:
                self._publish_one(request, obj, language, texts_only)

    def _publish_one(self, request, obj, language: str, texts_only: bool) -> None:
        try:
            publish(obj.record, language, request.user, texts_only=texts_only)
        except ValidationError as error:
            text = f"{obj}, {spoken(language)}: {' '.join(error.messages)}"
            self.message_user(request, text, messages.WARNING)
        else:
            text = pgettext("film, language", "%(title)s, %(name)s: live.")
            self.message_user(request, text % {"title": obj, "name": spoken(language)})

    @admin.action(description=gettext_lazy("Withdraw in every language"), permissions=["withdraw"])
    def withdraw_selected(self, request, queryset):
        rows = [
            (obj, [plan_withdrawing(obj, code) for code in languages()])
            for obj in queryset.select_related("record")
        ]
        if "confirmed" not in request.POST:
            title = _("Withdraw in every language?")
            return self._ask(request, rows, title, "withdraw_selected", False)
        for obj, plans in rows:
            for plan in plans:
                withdraw(obj.record, plan.language, request.user)
            self.message_user(request, _("%(title)s is off the site.") % {"title": obj})
        return None

    def _ask(
        self, request, rows: list[tuple[Any, list[Plan]]], title: str, action: str, texts_only: bool
    ) -> TemplateResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "rows": [(obj, self.form_url(obj.pk), plans) for obj, plans in rows],
            "count": sum(plan.is_ready for _obj, plans in rows for plan in plans),
            "action": action,
            "texts_only": texts_only,
            "checkbox": ACTION_CHECKBOX_NAME,
            "zone": timezone.get_current_timezone_name(),
        }
        return TemplateResponse(request, "admin/editorial/publish_selected.html", context)


def state_field(pk: int, language: str) -> str:
    return f"state:{pk}:{language}"


def plan_publishing(obj: Any, language: str, texts_only: bool) -> Plan:
    forecast = foresee(obj.record, language, texts_only=texts_only)
    return Plan(spoken(language), language, forecast)


def plan_withdrawing(obj: Any, language: str) -> Plan:
    farewell = foresee_withdrawal(obj.record, language)
    return Plan(spoken(language), language, farewell=farewell)
