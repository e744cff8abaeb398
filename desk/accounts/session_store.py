"""Sessions that end by themselves: after a time without use, and after a time altogether.

Both limits stand in the one date of the row, and the database gives out no row whose date has
passed. The cookie has no date: closing the browser forgets it.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    def get_expiry_date(self, **kwargs: Any) -> datetime:
        """Return when the session ends if it is not used again."""
        idle: datetime = super().get_expiry_date(**kwargs)
        begin = self.logged_in_at()
        if begin is None:
            return idle
        return min(idle, begin + timedelta(hours=settings.SESSION_MAX_HOURS))

    def logged_in_at(self) -> datetime | None:
        """Return when the login began; None for who has not logged in."""
        records = self.get(AUTHENTICATION_METHODS_SESSION_KEY) or []
        return datetime.fromtimestamp(records[0]["at"], UTC) if records else None

    def touch(self) -> None:
        """Put the end off. Only the date is written: what a request beside this one saves stays."""
        rows = self.model.objects.filter(session_key=self.session_key)
        rows.update(expire_date=self.get_expiry_date())
