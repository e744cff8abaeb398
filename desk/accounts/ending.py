"""What allauth asks when a member ends the sessions of other browsers."""

from collections.abc import Iterable

from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.db import transaction

from editorial.audit.deeds import Deed
from editorial.audit.noting import note


class SessionsAdapter(DefaultUserSessionsAdapter):
    @transaction.atomic
    def end_sessions(self, sessions: Iterable[UserSession]) -> None:
        ended = list(sessions)
        super().end_sessions(ended)
        if ended:
            note(Deed.SESSIONS_ENDED, detail=str(len(ended)))
