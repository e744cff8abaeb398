"""How long what is deleted can be brought back, for the questions before deleting."""

from typing import Any

from django import template
from django.conf import settings

from editorial.models import RecordModel

register = template.Library()


@register.filter
def goes_into_bin(opts: Any) -> bool:
    """Tell whether rows of this model are records, which the bin keeps."""
    return issubclass(opts.model, RecordModel)


@register.simple_tag
def bin_days() -> int:
    return settings.BIN_DAYS
