"""What the desk keeps out of the admin: the raw table of background jobs means nothing to editors."""

from django.contrib import admin
from django_tasks_db.models import DBTaskResult

if admin.site.is_registered(DBTaskResult):
    admin.site.unregister(DBTaskResult)
