"""Departments and roles of the trade, with their words in English and German."""

from django.db import migrations


def fill(apps, schema_editor):
    from people.vocabulary import DEPARTMENTS, ROLES

    Department = apps.get_model("people", "Department")
    Role = apps.get_model("people", "Role")
    departments = {}
    for entry in DEPARTMENTS:
        departments[entry.key] = Department.objects.create(
            key=entry.key, name_en=entry.en, name_de=entry.de, position=entry.position
        )
    for entry in ROLES:
        Role.objects.create(
            key=entry.key,
            department=departments[entry.department],
            name_en=entry.en,
            name_de=entry.de,
            name_feminine_de=entry.de_f,
            name_masculine_de=entry.de_m,
            schema_property=entry.schema_property,
            billing_rank=entry.billing_rank,
            aliases=list(entry.aliases),
        )


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
