"""reset_factors: for a member who has lost phone, key and recovery codes."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from desk.accounts.backend import find_account
from desk.accounts.factors import reset_factors
from editorial.audit.deeds import Deed
from editorial.audit.noting import note


class Command(BaseCommand):
    help = "Remove an account's passkeys, authenticator app and recovery codes; end its sessions."

    def add_arguments(self, parser):
        parser.add_argument("user", help="User name or e-mail address.")

    def handle(self, *args, **options):
        user = find_account(options["user"])
        if user is None:
            raise CommandError(
                f"No account is called “{options['user']}”; nor is it the address of just one."
            )
        with transaction.atomic():
            count = reset_factors(user)
            note(Deed.FACTORS_TAKEN, member=user)
        self.stdout.write(
            f"{count} second factor(s) of {user.get_username()} removed, all sessions ended. "
            "At the next login a new one is set up."
        )
