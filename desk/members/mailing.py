"""The mail of an invitation, in the language of who is invited."""

import logging
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from desk.accounts.mail import is_mail_configured
from editorial.models import Invitation
from editorial.names import person_name
from pages.models import Profile

log = logging.getLogger(__name__)


def link_of(token: str) -> str:
    """Return the whole address under which an invitation is accepted."""
    return f"{settings.SITE_URL}{reverse('desk_accept_invitation', args=[token])}"


def send_invitation(invitation: Invitation, token: str, language: str) -> bool:
    """Send the link; False if no mail is configured or sending failed."""
    if not is_mail_configured():
        return False
    try:
        send_mail(*write_mail(invitation, token, language), None, [invitation.email])
    except OSError as error:  # what a mail server says is one, too (smtplib.SMTPException)
        log.warning("The invitation could not be sent: %s", error)
        return False
    return True


def write_mail(invitation: Invitation, token: str, language: str) -> tuple[str, str]:
    """Return subject and text."""
    profile: Any = Profile.objects.first()
    house = profile.name if profile else "Lichtspiel"
    with override(language):
        context = {
            "invitation": invitation,
            "house": house,
            "link": link_of(token),
            "inviter": person_name(invitation.invited_by),
        }
        text = render_to_string("desk/members/invitation_mail.txt", context)
        subject = _("Invitation to the editorial desk of %(house)s") % {"house": house}
        return " ".join(subject.split()), text
