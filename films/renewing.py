"""What lists read beside a publication, for those that were written before lists read it."""

from django.db.models import Q
from django.utils import timezone

from editorial.models import ContentVersion, Publication, Reference
from editorial.parts import whole_document
from editorial.publishing.storing import refer_anew
from editorial.using import current_publications
from films.document import index_film


def renew_publications() -> int:
    """Index films whose last screening or festival references are missing; return how many.

    A reference to a festival has had a role since festivals have pages.
    """
    roleless = Reference.objects.filter(usage__in=("selection", "award"), role="")
    lacking = Publication.objects.filter(kind="film", language="").filter(
        Q(screens_until=None, parts__screenings__0__isnull=False)
        | Q(pk__in=roleless.values("publication"))
    )
    records = list(lacking.order_by().values_list("record", flat=True).distinct())
    shown = list(current_publications().filter(record__in=records))
    for publication in shown:
        _renew(publication)
    if shown:
        ContentVersion.step()
    return len(shown)


def _renew(publication: Publication) -> None:
    mine = Publication.objects.filter(record=publication.record_id)
    moment = max(publication.publish_at, timezone.now())
    whole = whole_document(publication.parts, publication.language, mine, moment)
    if not publication.language:
        publication.screens_until = index_film(whole, "")["screens_until"]
        publication.save(update_fields=["screens_until"])
    refer_anew(publication, whole)
