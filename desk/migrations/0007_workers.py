from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("desk", "0006_search_entries")]

    operations = [
        migrations.CreateModel(
            name="WorkerRow",
            fields=[
                ("name", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("process", models.CharField(blank=True, max_length=120)),
                ("seen_at", models.DateTimeField()),
            ],
            options={"default_permissions": ()},
        ),
    ]
