"""Where public addresses lead, or have led: to a record, or on by something that is no record."""

from collections.abc import Callable

from django.utils import timezone

from editorial.models import Address, Publication

# Tell of a language and a path whether something that is no record leads on from there.
Leads = Callable[[str, str], bool]
_leading: list[Leads] = []


def register_leading(leads: Leads) -> None:
    """Let a room further out say which addresses it leads on."""
    if leads not in _leading:
        _leading.append(leads)


def is_led_on(language: str, path: str) -> bool:
    """Tell whether something that is no record, such as a redirect, leads on from an address."""
    return any(leads(language, path) for leads in _leading)


def elsewhere(record_id: int | None, language: str, path: str) -> Address | None:
    """Return the address if another record than this one has it, or had it last."""
    found = Address.objects.filter(language=language, path=path).exclude(record=record_id)
    return found.select_related("record").first()


def is_own(record_id: int | None, language: str, path: str) -> bool:
    """Tell whether this very record has the address, or had it last."""
    own = Address.objects.filter(language=language, path=path, record=record_id)
    return record_id is not None and own.exists()


def was_shown(address: Address) -> bool:
    """Tell whether its record was ever live there: what was only scheduled has no old links."""
    there = Publication.objects.filter(
        record=address.record_id, language=address.language, path=address.path
    )
    return bool(there.filter(publish_at__lte=timezone.now(), cancelled_at=None).exists())


def is_held(address: Address) -> bool:
    """Tell whether its record is live there, or scheduled to be."""
    there = Publication.objects.filter(
        record=address.record_id, language=address.language, path=address.path
    )
    return there.live().exists() or there.scheduled().exists()
