"""Before users, rights, second factors and what cannot be brought back: is it really you?

Who has not shown it for a while (REAUTHENTICATION_MINUTES) is asked before the page is shown. A
form that was open for so long is asked for when it is sent: the page that asks holds what was typed
and sends it on together with the password. Nothing waits in the session, where it might be carried
out for somebody who only wanted to look.
"""

from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import (
    is_reauthentication_required,
    reauthenticate_by_password,
)
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from desk.accounts.forms import ReauthenticateForm
from desk.accounts.frame import frame_of, tell_to_wait

PROVEN = frozenset(
    {
        # users and rights
        "editorial_membership_changelist",
        "editorial_membership_add",
        "editorial_membership_change",
        "desk_remove_member",
        "desk_password_link",
        "desk_take_factors",
        "desk_renew_invitation",
        "desk_revoke_invitation",
        # deletion for ever
        "desk_bin_purge",
        "desk_erase_person",
        # one's own account; changing the password asks for the old one itself
        "account_set_password",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
        "mfa_add_webauthn",
        "mfa_edit_webauthn",
        "mfa_remove_webauthn",
    }
)
# Begins the names of what the page that asks adds to a form.
PREFIX = "proof"


def require_proof(get_response: Any) -> Any:
    """Ask members for their password, a code or a passkey where the address is one of `PROVEN`."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response: HttpResponse = get_response(request)
        return response

    middleware.process_view = ask_for_proof  # type: ignore[attr-defined]
    return middleware


def ask_for_proof(request: HttpRequest, *args: Any) -> HttpResponse | None:
    """Return the question, or None where none is needed; strangers are the page's own business."""
    match = request.resolver_match
    if match is None or match.url_name not in PROVEN or not request.user.is_authenticated:
        return None
    if not is_reauthentication_required(request, app="desk"):
        return _take_off(request)
    if request.method in ("GET", "HEAD"):
        query = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{query}")
    return _ask_on_the_way(request)


def _ask_on_the_way(request: HttpRequest) -> HttpResponse | None:
    """Let a form go on with the right password, or show the page that asks for it."""
    is_answer = f"{PREFIX}-password" in request.POST
    data = request.POST if is_answer else None
    form = ReauthenticateForm(data, user=request.user, prefix=PREFIX, use_required_attribute=False)
    if form.is_bound and form.is_valid():
        reauthenticate_by_password(request)
        return _take_off(request)
    context = {
        **frame_of(request),
        "title": _("Is it you?"),
        "form": form,
        "sent": _typed(request),
        "ways": _other_ways(request),
    }
    page = TemplateResponse(request, "account/prove.html", context, status=403)
    tell_to_wait(page, {"form": form})
    add_never_cache_headers(page)
    return page


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return names and values of the form that waits."""
    return [
        (name, str(value))
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken" and not name.startswith(f"{PREFIX}-")
    ]


def _other_ways(request: HttpRequest) -> list[dict[str, Any]]:
    own = reverse("account_reauthenticate")
    return [way for way in get_adapter().get_reauthentication_methods(request.user)
            if way["url"] != own]  # fmt: skip


def _take_off(request: HttpRequest) -> None:
    """Keep the password from the view behind."""
    added = [name for name in request.POST if name.startswith(f"{PREFIX}-")]
    if not added:
        return
    data = request.POST.copy()
    for name in added:
        del data[name]
    data._mutable = False
    request.POST = data  # type: ignore[assignment]
