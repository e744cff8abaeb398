"""Puts allauth's pages into the frame of the desk: menu, account, title."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache

from desk.accounts.factors import lacks_factor
from desk.accounts.mail import is_mail_configured


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
        return response

    return framed


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
