"""Where “saved” and the like wait for the next page: in a cookie of this host alone.

In the session each would be two more writes, and might undo what a request beside it has noted.
"""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class CookieMessages(CookieStorage):
    cookie_name = "__Host-messages" if settings.IS_HTTPS else "messages"


class Messages(FallbackStorage):
    """What is too long for a cookie waits in the session after all."""

    storage_classes = (CookieMessages, SessionStorage)
