"""Going live at the end of a batch, where it was asked for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desk.importing.problems import Problem
from desk.loading.options import LoadOptions
from desk.loading.report import ItemReport
from editorial.fields import languages
from editorial.models import Record
from editorial.publishing.many import publish_many


@dataclass(frozen=True)
class Ready:
    """A new record that is to go live in the languages it speaks; problems name its `place`."""

    record: Record
    spoken: Collection[str]
    place: str
    result: ItemReport


def publish_ready(batch: Sequence[Ready], options: LoadOptions) -> None:
    """Publish new records; what is not ready in a language is reported."""
    lines = [(one, language) for one in batch for language in languages() if language in one.spoken]
    if not lines:
        return
    refused = publish_many([(one.record, language) for one, language in lines], options.user)
    for one, language in lines:
        reasons = refused.get((one.record.pk, language))
        if reasons is None:
            one.result.published.append(language)
            continue
        message = _("Not published in %(language)s: %(reasons)s") % {
            "language": language,
            "reasons": " ".join(reasons),
        }
        one.result.problems.append(Problem(one.place, None, "", one.record.key, message))
