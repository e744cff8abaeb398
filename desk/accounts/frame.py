"""Puts allauth's pages into the frame of the desk: menu, account, title."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.contrib import admin
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache

from desk.accounts.adapter import WAIT
from desk.accounts.factors import lacks_factor
from desk.accounts.mail import is_mail_configured

TOO_MANY = 429


def in_frame(title: Any, view: Callable[..., Any]) -> Callable[..., Any]:
    """Return the view with what `admin/base_site.html` needs in the context of its page.

    No browser keeps the page: it may show codes, and the account of who logged out since.
    """

    @never_cache
    @wraps(view)
    def framed(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        response = view(request, *args, **kwargs)
        if isinstance(response, TemplateResponse) and not response.is_rendered:
            own = response.context_data or {}
            response.context_data = {**frame_of(request), "title": title, **own}
            tell_to_wait(response, own)
        return say_when(response)

    return framed


def tell_to_wait(response: HttpResponse, context: Mapping[str, Any]) -> None:
    """Turn a page whose form was refused for haste into 429 (RFC 6585, section 4).

    The form stays, with what was typed.
    """
    forms = [value for value in context.values() if isinstance(value, BaseForm)]
    seconds = max((seconds_to_wait(form) for form in forms), default=0)
    if seconds:
        response.status_code = TOO_MANY
        response.headers["Retry-After"] = str(seconds)


def seconds_to_wait(form: BaseForm) -> int:
    """Return what `refuse_haste` has told this form, or 0."""
    if not form.is_bound:
        return 0
    found = [error for errors in form.errors.as_data().values() for error in errors]
    return max((error.params["seconds"] for error in found if error.code == WAIT), default=0)


def say_when(response: Any) -> Any:
    """Add to allauth's own 429 when to come again: its limits are counted in minutes."""
    if response.status_code == TOO_MANY:
        response.headers.setdefault("Retry-After", "60")
    return response


def frame_of(request: HttpRequest) -> dict[str, Any]:
    """Return the context of the desk; who still needs a second factor sees no menu."""
    context = admin.site.each_context(request)
    must_set_up = lacks_factor(request.user)
    if must_set_up:
        context = {**context, "menu": [], "main_rooms": []}
    return {
        **context,
        "must_set_up_factor": must_set_up,
        "is_mail_configured": is_mail_configured(),
    }
