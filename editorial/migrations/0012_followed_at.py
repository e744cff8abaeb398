import datetime

from django.db import migrations, models
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Left, StrIndex, Substr

NEVER = datetime.datetime(9000, 1, 1, tzinfo=datetime.UTC)


def fill(apps, schema_editor):
    """Note of each publication by which moment it is followed, and the title it is listed by."""
    Publication = apps.get_model("editorial", "Publication")
    later = Publication.objects.filter(
        Q(publish_at__gt=OuterRef("publish_at"))
        | Q(publish_at=OuterRef("publish_at"), pk__gt=OuterRef("pk")),
        record=OuterRef("record"),
        language=OuterRef("language"),
        cancelled_at=None,
    )
    first = Subquery(later.order_by("publish_at").values("publish_at")[:1])
    moment = Coalesce(first, Value(NEVER, output_field=models.DateTimeField()))
    Publication.objects.update(followed_at=moment)
    # The folded title stands in the search text between its mark and the first end of a line.
    titled = Publication.objects.filter(search_text__startswith="#1 ", search_text__contains="\n")
    length = StrIndex(F("search_text"), Value("\n")) - 4
    titled.update(sort_title=Left(Substr("search_text", 4, length), 250))


class Migration(migrations.Migration):
    dependencies = [("editorial", "0011_openings_of_links")]

    operations = [
        migrations.AddField(
            "publication",
            "followed_at",
            models.DateTimeField(default=NEVER, editable=False),
        ),
        migrations.AddField(
            "publication",
            "sort_title",
            models.CharField(blank=True, editable=False, max_length=250),
        ),
        migrations.AddField(
            "publication", "changes_until", models.DateField(editable=False, null=True)
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
