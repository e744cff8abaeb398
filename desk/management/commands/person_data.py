"""person_data KEY: everything that is stored about a person, as JSON."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from desk.erasing.disclosing import data_of
from desk.erasing.subject import find_person
from editorial.audit.deeds import Deed
from editorial.audit.noting import note


class Command(BaseCommand):
    help = "Print everything that is stored about a person, to answer a request for access."

    def add_arguments(self, parser):
        parser.add_argument("key", help="key or identifier of the person")
        parser.add_argument("--output", type=Path, metavar="FILE", help="write it there instead")

    def handle(self, *args, key, output, **options):
        person = find_person(key)
        if person is None:
            message = _("There is no person “%(key)s”. The key stands on the person's page.")
            raise CommandError(message % {"key": key})
        note(Deed.DISCLOSED, person.record)
        text = json.dumps(data_of(person), ensure_ascii=False, indent=1)
        if output is None:
            self.stdout.write(text)
            return
        try:
            output.write_text(f"{text}\n", encoding="utf-8")
        except OSError as error:
            message = _("The report could not be written to %(path)s: %(reason)s")
            raise CommandError(message % {"path": output, "reason": error.strerror}) from error
