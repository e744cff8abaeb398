"""What the desk keeps out of the admin: raw background jobs, groups, and what allauth keeps."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.models import Group
from django_tasks_db.models import DBTaskResult

from desk.audit.admin import AuditEntryAdmin as AuditEntryAdmin
from desk.erasing.admin import ErasureAdmin as ErasureAdmin
from desk.import_admin import ImportRunAdmin as ImportRunAdmin
from desk.members.admin import MembershipAdmin as MembershipAdmin

if admin.site.is_registered(DBTaskResult):
    admin.site.unregister(DBTaskResult)
# What an account may do follows from its role (editorial/rights/roles.py).
if admin.site.is_registered(Group):
    admin.site.unregister(Group)
# Everybody manages his or her own; for a lost one there is `reset_factors`.
for model in (EmailAddress, Authenticator, UserSession):
    if admin.site.is_registered(model):
        admin.site.unregister(model)
