"""What the desk keeps out of the admin: raw background jobs and groups."""

from django.contrib import admin
from django.contrib.auth.models import Group
from django_tasks_db.models import DBTaskResult

from desk.erasing.admin import ErasureAdmin as ErasureAdmin
from desk.import_admin import ImportRunAdmin as ImportRunAdmin

if admin.site.is_registered(DBTaskResult):
    admin.site.unregister(DBTaskResult)
# What an account may do follows from its role (editorial/rights.py).
if admin.site.is_registered(Group):
    admin.site.unregister(Group)
