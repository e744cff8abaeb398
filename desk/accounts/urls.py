"""Addresses of login and account, all below /admin/.

Only what we use of allauth: no sign-up, no e-mail addresses to manage. Login, logout and changing
the password take the addresses of Django's admin, whose names go on leading to them.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from django.contrib import admin
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from desk.accounts import views
from desk.accounts.frame import in_frame
from editorial.audit.deeds import Deed
from editorial.audit.noting import note


def log_out(request: HttpRequest) -> HttpResponse:
    """Log out by the admin's own page."""
    if request.method == "POST" and request.user.is_authenticated:
        note(Deed.LOGGED_OUT, member=request.user)
    response: HttpResponse = admin.site.logout(request)
    return response


# What keeps an account safe changes together with the line in the audit log that says so.
whole = transaction.atomic

urlpatterns = [
    path("login/", in_frame(_("Log in"), views.login), name="account_login"),
    path("logout/", log_out, name="account_logout"),
    path(
        "password_change/",
        in_frame(_("Change password"), account.password_change),
        name="account_change_password",
    ),
    path("language/", admin.site.admin_view(views.choose_language), name="desk_language"),
    path(
        "account/inactive/",
        in_frame(_("No access"), account.account_inactive),
        name="account_inactive",
    ),
    path("account/signup/", in_frame(_("No sign-up"), account.signup), name="account_signup"),
    path(
        "account/confirm/",
        in_frame(_("Is it you?"), account.reauthenticate),
        name="account_reauthenticate",
    ),
    path(
        "account/password/",
        in_frame(_("Set a password"), account.password_set),
        name="account_set_password",
    ),
    path(
        "account/reset/",
        in_frame(_("Forgotten password"), account.password_reset),
        name="account_reset_password",
    ),
    path(
        "account/reset/sent/",
        in_frame(_("Look into your mail"), account.password_reset_done),
        name="account_reset_password_done",
    ),
    path(
        "account/reset/done/",
        in_frame(_("Password changed"), account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^account/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        in_frame(_("Set a new password"), account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("account/", in_frame(_("Your account"), mfa.index), name="mfa_index"),
    path(
        "account/factor/",
        in_frame(_("Second step"), mfa.authenticate),
        name="mfa_authenticate",
    ),
    path(
        "account/confirm/code/",
        in_frame(_("Is it you?"), mfa.reauthenticate),
        name="mfa_reauthenticate",
    ),
    path(
        "account/app/",
        in_frame(_("Set up an authenticator app"), whole(views.set_up_app)),
        name="mfa_activate_totp",
    ),
    path(
        "account/app/remove/",
        in_frame(_("Remove the authenticator app"), whole(totp.deactivate_totp)),
        name="mfa_deactivate_totp",
    ),
    path(
        "account/codes/",
        in_frame(_("Recovery codes"), codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "account/codes/new/",
        in_frame(_("New recovery codes"), whole(codes.generate_recovery_codes)),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/codes/file/",
        never_cache(codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path(
        "account/passkeys/",
        in_frame(_("Passkeys"), passkeys.list_webauthn),
        name="mfa_list_webauthn",
    ),
    path(
        "account/passkeys/add/",
        in_frame(_("Add a passkey"), whole(passkeys.add_webauthn)),
        name="mfa_add_webauthn",
    ),
    path(
        "account/passkeys/<int:pk>/remove/",
        in_frame(_("Remove a passkey"), whole(passkeys.remove_webauthn)),
        name="mfa_remove_webauthn",
    ),
    path(
        "account/passkeys/<int:pk>/",
        in_frame(_("Rename a passkey"), passkeys.edit_webauthn),
        name="mfa_edit_webauthn",
    ),
    path(
        "account/confirm/passkey/",
        in_frame(_("Is it you?"), passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("login/passkey/", in_frame("", passkeys.login_webauthn), name="mfa_login_webauthn"),
    path(
        "account/sessions/",
        in_frame(_("Where you are logged in"), sessions.list_usersessions),
        name="usersessions_list",
    ),
]
