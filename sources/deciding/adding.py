"""A row that a source tells and the film lacks, added after all."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from editorial.fields import languages
from editorial.models import Record
from films.models import Film
from sources.comparing.shapes import sound_values
from sources.deciding.decide import deciding
from sources.models import Claim
from sources.taking.adding import Adder
from sources.taking.naming import Naming


def add_missing(record: Record, claim_id: int, user: Any = None) -> None:
    """Add the row of a claim that has none. Raises ValidationError for what cannot be added."""
    with deciding(record, user, []) as comparison:
        if claim_id not in {claim.pk for claim in comparison.missing}:
            raise ValidationError(_("The film has it by now."))
        claim = Claim.objects.select_related("source").get(pk=claim_id)
        spoken = claim.source.language
        language = spoken if spoken in languages() else settings.LANGUAGE_CODE
        film: Any = Film.objects.get(pk=record.pk)
        adder = Adder(film, claim.source, language, Naming(language))
        claim.row = adder.add(claim.part, sound_values(claim.values)).uuid
        claim.save(update_fields=["row"])
