"""Press releases and press areas for tests."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from editorial.changes import change
from editorial.memory import forget
from editorial.publishing import publish
from films.models import Film
from pages.models import Page
from press.building.freshness import codes_of, present_hash, stamp
from press.models import Kit, Mention
from tests.factories import PageFactory


def make_release(*films: Film, at: datetime | None = None, **facts: Any) -> Page:
    """Return a press release about these films, live or scheduled in both languages."""
    page = PageFactory(is_press_release=True, menu="", **facts)
    with change(None, "test"):
        for position, film in enumerate(films):
            Mention.objects.create(page=page, film=film, position=position)
    for language in ("en", "de"):
        publish(page.record, language, at=at)
    return page


def bring_up_to_date(kit: Kit) -> Kit:
    """Let a kit say of its film what is live now."""
    hashed = present_hash(kit.record, codes_of(kit), kit.is_draft)
    kit.contents_hash = stamp(hashed, Kit.Format(kit.format)) if hashed else ""
    kit.save()
    return kit


def set_clock(monkeypatch, moment: datetime) -> None:
    """Let it be this moment from now on, for everything that asks."""
    monkeypatch.setattr(timezone, "now", lambda: moment)
    forget()
