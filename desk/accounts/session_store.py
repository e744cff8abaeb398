"""Sessions that end by themselves: after a time without use, and after a time altogether.

Both limits stand in the one date of the row, and the database gives out no row whose date has
passed. The cookie has no date: closing the browser forgets it.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.contrib.sessions.backends import db
from django.utils import timezone


class SessionStore(db.SessionStore):
    def get_expiry_date(self, **kwargs: Any) -> datetime:
        """Return when the session ends if it is not used again."""
        ends = [super().get_expiry_date(**kwargs), self._unused_until(**kwargs)]
        if begin := self.logged_in_at():
            ends.append(begin + timedelta(hours=settings.SESSION_MAX_HOURS))
        return min(ends)

    def _unused_until(self, **kwargs: Any) -> datetime:
        """Return the end without use; sessions of earlier versions carry a later one."""
        modified: datetime = kwargs.get("modification") or timezone.now()
        return modified + timedelta(seconds=settings.SESSION_COOKIE_AGE)

    def logged_in_at(self) -> datetime | None:
        """Return when the login began; None for who has not logged in."""
        records = self.get(AUTHENTICATION_METHODS_SESSION_KEY) or []
        return datetime.fromtimestamp(records[0]["at"], UTC) if records else None

    def touch(self) -> None:
        """Put the end off. Only the date is written: what a request beside this one saves stays."""
        rows = self.model.objects.filter(session_key=self.session_key)
        rows.update(expire_date=self.get_expiry_date())
