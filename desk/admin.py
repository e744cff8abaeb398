"""What the desk keeps out of the admin: raw background jobs mean nothing to editors."""

from django.contrib import admin
from django_tasks_db.models import DBTaskResult

from desk.erasing.admin import ErasureAdmin as ErasureAdmin
from desk.import_admin import ImportRunAdmin as ImportRunAdmin

if admin.site.is_registered(DBTaskResult):
    admin.site.unregister(DBTaskResult)
