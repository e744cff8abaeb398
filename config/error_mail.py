"""Mail about errors to those in ADMINS, without what lets somebody in."""

from logging import LogRecord
from typing import Any

from django.conf import settings
from django.utils.log import AdminEmailHandler

from config.log_secrets import hide_token


class DiscreetMailHandler(AdminEmailHandler):
    """Hides the token of the request everywhere: in the subject, the address, among variables."""

    request: Any = None

    def emit(self, record: LogRecord) -> None:
        if settings.DEBUG or not settings.ADMINS:
            return
        # The handler is locked meanwhile: no other error comes in between.
        self.request = getattr(record, "request", None)
        super().emit(record)

    def send_mail(self, subject: str, message: str, *args: Any, **kwargs: Any) -> None:
        texts = [hide_token(text, self.request) for text in (subject, message)]
        if html := kwargs.get("html_message"):
            kwargs["html_message"] = hide_token(html, self.request)
        super().send_mail(*texts, *args, **kwargs)
