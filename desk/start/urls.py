"""What can be done on the start page, below admin/start/."""

from django.contrib import admin
from django.urls import path

from desk.start.failed_jobs import retry_view

urlpatterns = [
    path("jobs/<uuid:job>/again/", admin.site.admin_view(retry_view), name="desk_retry_job"),
]
