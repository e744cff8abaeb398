"""What a record has shown, shows and will show: its publications in the order of time."""

from datetime import datetime

from editorial.models import Publication, Record


class Timeline:
    """The publications of a record that nobody has cancelled; documents are read when asked for.

    With `replaced`, a language, it is the timeline after that language's schedules and the facts
    that come with them alone have been cancelled at `now`.
    """

    def __init__(self, record: Record, now: datetime, replaced: str = "") -> None:
        found = Publication.objects.filter(record=record, cancelled_at=None)
        rows = list(found.defer("parts", "search_text").order_by("publish_at", "pk"))
        self.replaced = _schedules(rows, replaced, now) if replaced else []
        gone = {row.pk for row in self.replaced}
        self.rows = [row for row in rows if row.pk not in gone]

    def counting(self, language: str, moment: datetime) -> Publication | None:
        """Return the one publication that counts at `moment`, live or not."""
        past = [r for r in self.rows if r.language == language and r.publish_at <= moment]
        return past[-1] if past else None

    def live(self, language: str, moment: datetime) -> Publication | None:
        """Return what visitors see of a language at `moment`."""
        row = self.counting(language, moment)
        ended = row is not None and row.withdrawn_at is not None and row.withdrawn_at <= moment
        return None if ended else row

    def after(self, moment: datetime) -> list[Publication]:
        return [row for row in self.rows if row.publish_at > moment]


def _schedules(rows: list[Publication], language: str, now: datetime) -> list[Publication]:
    """Return what is cancelled with the language's schedules."""
    later = [row for row in rows if row.publish_at > now]
    moments = {row.publish_at for row in later if row.language == language}
    spoken = {row.publish_at for row in later if row.language not in ("", language)}
    return [
        row
        for row in later
        if row.language == language
        or (not row.language and row.publish_at in moments and row.publish_at not in spoken)
    ]
