"""prepare: demo content and a staff account for a database that has none."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from editorial.changes import change
from films.models import Film
from pages.models import Profile

DEMO = Path(settings.BASE_DIR) / "demo" / "content"


class Command(BaseCommand):
    help = "Fill an empty database with the demo and create a staff account; keeps what is there."

    def handle(self, *args, **options):
        if not Film.objects.exists():
            self.load_demo()
        self.create_account()

    def load_demo(self):
        with change(None, "Demo"):
            if not Profile.objects.exists():
                profile = Profile(key="profile", name="Nordlicht Filmproduktion", city="Berlin")
                profile.claim_en = "Films that look up."
                profile.claim_de = "Filme, die den Blick heben."
                profile.country = "DE"
                profile.save()
        call_command("import_content", DEMO, publish=True, verbosity=0, stdout=self.stdout)

    def create_account(self):
        users = get_user_model().objects
        if users.filter(is_superuser=True).exists():
            return
        password = os.environ.get("ADMIN_PASSWORD") or secrets.token_urlsafe(9)
        users.create_superuser("admin", "admin@example.com", password)
        self.stdout.write(f"\n  Login   admin / {password}\n  Write it down: it is shown once.\n")
