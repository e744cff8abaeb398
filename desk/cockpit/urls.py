"""Addresses of the cockpit, below admin/translations/."""

from django.contrib import admin
from django.urls import path

from desk.cockpit.record_view import record_view
from desk.cockpit.views import matrix_view, vocabulary_view
from desk.cockpit.xliff_views import export_view, import_view

guarded = admin.site.admin_view

urlpatterns = [
    path("", guarded(matrix_view), name="translations"),
    path("vocabulary/<str:language>/", guarded(vocabulary_view), name="translations_vocabulary"),
    path("export.xlf", guarded(export_view), name="translations_export"),
    path("import/", guarded(import_view), name="translations_import"),
    path("<uuid:uuid>/<str:language>/", guarded(record_view), name="translations_record"),
]
