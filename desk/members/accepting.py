"""The one page of the desk for somebody without an account: accepting an invitation."""

from allauth.account.internal.flows.login import record_authentication
from django.contrib import admin
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from desk.members.forms import AcceptForm
from desk.members.inviting import Spent, accept, find_invitation

BACKEND = "desk.accounts.backend.NameOrMailBackend"


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for user name, name and password, then make the account and log in.

    Whatever is wrong with a token, the answer is the same. Looking at the page uses nothing up:
    programs that check mails follow links.
    """
    try:
        invitation = find_invitation(token)
        form = AcceptForm(request.POST or None, email=invitation.email)
        if form.is_bound and form.is_valid():
            user = accept(invitation, **form.cleaned_data)
            login(request, user, BACKEND)
            record_authentication(request, user, "password", username=user.get_username())
            return _unseen(HttpResponseRedirect(reverse("admin:index")))
    except Spent:
        return _page(request, "spent", _("This invitation does not work"), 410)
    context = {"form": form, "invitation": invitation}
    return _page(request, "accept", _("Welcome to the desk"), 200, **context)


def _page(
    request: HttpRequest, part: str, title: str, status: int, **context: object
) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": title, **context}
    page = TemplateResponse(request, f"desk/members/{part}.html", context, status=status)
    return _unseen(page)


def _unseen(response: HttpResponse) -> HttpResponse:
    """Keep the address, which is a secret, from search engines, caches and other sites.

    With “no-referrer” browsers would send the form with the origin “null”, which is refused.
    """
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    return response
