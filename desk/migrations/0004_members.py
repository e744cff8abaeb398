from django.conf import settings
from django.db import migrations
from django.db.models import Q


def make_members(apps, schema_editor):
    """Give the staff of before a role: editor for who could change anything, viewer for the rest.

    Superusers are owners without one.
    """
    app_label, model_name = settings.AUTH_USER_MODEL.split(".")
    users = apps.get_model(app_label, model_name).objects
    Membership = apps.get_model("editorial", "Membership")
    staff = users.filter(is_staff=True, is_superuser=False, membership=None)
    may_change = Q(user_permissions__codename__startswith="change_") | Q(
        groups__permissions__codename__startswith="change_"
    )
    editors = set(staff.filter(may_change).values_list("pk", flat=True))
    Membership.objects.bulk_create(
        Membership(user_id=pk, role="editor" if pk in editors else "viewer")
        for pk in staff.values_list("pk", flat=True)
    )


class Migration(migrations.Migration):

    dependencies = [
        ("desk", "0003_erasures"),
        ("editorial", "0002_editing_room"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(make_members, migrations.RunPython.noop)]
