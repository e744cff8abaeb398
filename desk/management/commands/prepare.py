"""prepare: demo content and a staff account for a database that has none."""

import os
import secrets
from datetime import UTC, date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from desk.deriving import fill_derived
from editorial.changes import change
from editorial.models import Record
from films.models import Screening

DEMO = Path(settings.BASE_DIR) / "demo" / "catalogue"
# The day the demo's screenings were written for; on any other day they move by whole weeks.
DEMO_DAY = date(2026, 11, 21)


class Command(BaseCommand):
    help = "Fill an empty database with the demo and create a staff account; keeps what is there."

    def handle(self, *args, **options):
        if not Record.objects.exists():
            call_command("import_content", DEMO, verbosity=0, stdout=self.stdout)
            move_screenings(timezone.localdate())
        fill_derived()
        self.create_account()

    def create_account(self):
        users = get_user_model().objects
        if users.filter(is_superuser=True).exists():
            return
        password = os.environ.get("ADMIN_PASSWORD") or secrets.token_urlsafe(9)
        users.create_superuser("admin", "admin@example.com", password)
        self.stdout.write(f"\n  Login   admin / {password}\n  Write it down: it is shown once.\n")


def move_screenings(today: date) -> None:
    """Move the demo's screenings so that they lie as far ahead as on the day they were written.

    They keep their weekday and the time on the clock of their venue.
    """
    weeks = -((DEMO_DAY - today).days // 7)
    if not weeks:
        return
    with change(None, "Demo"):
        for screening in Screening.objects.select_related("venue"):
            zone = ZoneInfo(screening.venue.zone)
            clock = screening.local_time.astimezone(zone).replace(tzinfo=None)
            moved = (clock + timedelta(weeks=weeks)).replace(tzinfo=zone)
            screening.local_time = moved.astimezone(UTC)
            screening.save()
