"""Going live at the end of an import, where it was asked for."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from desk.importing.problems import Problem
from desk.loading.options import LoadOptions
from desk.loading.pictures import reason
from desk.loading.report import ItemReport
from editorial.fields import languages
from editorial.models import Record
from editorial.publishing import publish


def publish_ready(
    record: Record,
    spoken: Collection[str],
    place: str,
    options: LoadOptions,
    result: ItemReport,
) -> None:
    """Publish a new record in each language it speaks; what is not ready is reported."""
    for language in languages():
        if language not in spoken:
            continue
        try:
            with transaction.atomic():
                publish(record, language, options.user)
            result.published.append(language)
        except ValidationError as error:
            message = _("Not published in %(language)s: %(reasons)s") % {
                "language": language,
                "reasons": reason(error),
            }
            result.problems.append(Problem(place, None, "", record.key, message))
