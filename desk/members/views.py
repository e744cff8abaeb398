"""Pages of owners: who belongs to the house, inviting, changing and removing members."""

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from desk.accounts.factors import has_factor, reset_factors
from desk.accounts.mail import is_mail_configured
from desk.members.changing import LastOwner, change_member, remove_member
from desk.members.forms import InviteForm, MemberForm, RenewForm
from desk.members.inviting import VALID_FOR, invite, open_invitations, revoke
from desk.members.mailing import link_of, send_invitation
from desk.members.roster import accounts, members, role_in_roster
from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.models import Invitation, Membership
from editorial.names import person_name
from editorial.rights import Act, may

LIST = "admin:editorial_membership_changelist"


def for_owners(*methods: str) -> Any:
    """Let only owners in, and only with these methods."""

    def wrap(view: Any) -> Any:
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may(request.user, Act.MANAGE):
                raise PermissionDenied
            response: HttpResponse = view(request, *args, **kwargs)
            return response

        return never_cache(require_http_methods(list(methods))(guarded))

    return wrap


@for_owners("GET", "HEAD")
def list_members(request: HttpRequest) -> HttpResponse:
    context = {
        "members": members(),
        "invitations": open_invitations().select_related("invited_by"),
        "renewal": RenewForm(auto_id=False) if is_mail_configured() else None,
    }
    return _page(request, "list", _("Members"), **context)


@for_owners("GET", "HEAD", "POST")
def invite_member(request: HttpRequest) -> HttpResponse:
    form = InviteForm(request.POST or None)
    if not (form.is_bound and form.is_valid()):
        return _page(
            request, "invite", _("Invite somebody"), form=form, sends_mail=is_mail_configured()
        )
    data = form.cleaned_data
    facts = (data["email"], data["role"], data["languages"], data["ends_on"])
    invitation, token = invite(*facts, request.user)
    return _answer(request, invitation, token, data["mail_language"])


@for_owners("POST")
def renew_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Send another link; the former one works no more."""
    old = get_object_or_404(open_invitations(), pk=pk)
    facts = (old.email, old.role, old.languages, old.ends_on)
    invitation, token = invite(*facts, request.user)
    form = RenewForm(request.POST)
    language = form.cleaned_data["mail_language"] if form.is_valid() else request.LANGUAGE_CODE
    return _answer(request, invitation, token, str(language))


def _answer(
    request: HttpRequest, invitation: Invitation, token: str, language: str
) -> HttpResponse:
    """Say that the mail is on its way, or show the link: it is stored nowhere."""
    if send_invitation(invitation, token, language):
        text = _("The invitation to %(email)s is on its way.")
        messages.success(request, text % {"email": invitation.email})
        return HttpResponseRedirect(reverse(LIST))
    context = {"invitation": invitation, "link": link_of(token), "days": VALID_FOR.days}
    is_failed = is_mail_configured()
    return _page(request, "link", _("Invitation"), is_failed=is_failed, **context)


@for_owners("POST")
def revoke_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(Invitation, pk=pk)
    if revoke(invitation):
        text = _("The invitation to %(email)s is taken back.")
        messages.success(request, text % {"email": invitation.email})
    else:
        messages.warning(request, _("This invitation was used or taken back before."))
    return HttpResponseRedirect(reverse(LIST))


@for_owners("GET", "HEAD", "POST")
def show_member(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a member; saving lets in again who was removed."""
    user = get_object_or_404(accounts(), pk=pk)
    form = MemberForm(request.POST or None, user=user, initial=_known_of(user))
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        try:
            change_member(user, data["role"], data["languages"], data["ends_on"])
        except LastOwner as error:
            form.add_error("role", error)
        else:
            _save_account(user, data["name"], data["email"])
            messages.success(request, _("%(name)s is saved.") % {"name": person_name(user)})
            return HttpResponseRedirect(reverse(LIST))
    context = {
        "member": user,
        "form": form,
        "name": person_name(user),
        "has_factor": has_factor(user),
    }
    return _page(request, "member", person_name(user), **context)


@for_owners("GET", "HEAD", "POST")
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(accounts(), pk=pk)
    name = person_name(user)
    if request.method == "POST":
        try:
            remove_member(user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("%(name)s is no longer a member.") % {"name": name})
        return HttpResponseRedirect(reverse(LIST))
    title = _("Remove %(name)s?") % {"name": name}
    return _page(request, "remove", title, member=user, name=name)


@for_owners("POST")
def make_password_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a link under which the member sets a new password, to be handed over."""
    user = get_object_or_404(accounts().filter(is_active=True), pk=pk)
    key = default_token_generator.make_token(user)
    note(Deed.PASSWORD_LINK, member=user)
    address = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])
    context = {"member": user, "name": person_name(user), "link": f"{settings.SITE_URL}{address}"}
    return _page(request, "password_link", _("New password"), **context)


@for_owners("POST")
def take_factors(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove passkeys and authenticator app of a member who has lost them."""
    user = get_object_or_404(accounts(), pk=pk)
    with transaction.atomic():
        reset_factors(user)
        note(Deed.FACTORS_TAKEN, member=user)
    text = _("%(name)s logs in with the password alone and is logged out everywhere.")
    messages.success(request, text % {"name": person_name(user)})
    return HttpResponseRedirect(reverse("admin:editorial_membership_change", args=[pk]))


def _page(request: HttpRequest, part: str, title: str, **context: Any) -> HttpResponse:
    frame = admin.site.each_context(request)
    context = {**frame, "title": title, "opts": Membership._meta, **context}
    return TemplateResponse(request, f"desk/members/{part}.html", context)


def _known_of(user: Any) -> dict[str, Any]:
    membership = getattr(user, "membership", None)
    return {
        "name": user.get_full_name(),
        "email": user.email,
        "role": role_in_roster(user),
        "languages": membership.languages if membership else [],
        "ends_on": membership.ends_on if membership else None,
    }


def _save_account(user: Any, name: str, email: str) -> None:
    first, _space, last = name.strip().rpartition(" ")
    user.first_name, user.last_name = (first, last) if first else (last, "")
    user.email = email
    user.save(update_fields=["first_name", "last_name", "email"])
