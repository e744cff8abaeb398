"""A person out of logs, jobs and old addresses."""

import json
import re

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from desk.erasing.history import blank_values
from desk.erasing.report import ErasureReport
from desk.erasing.spelling import BLANK, Names
from desk.erasing.subject import Subject
from desk.models import ImportRun
from pages.models import MissingAddress, Redirect
from people.models import Person

DONE = (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)


def clean_logs(subject: Subject, names: Names, report: ErasureReport) -> None:
    _clean_admin_log(subject, names, report)
    _clean_import_reports(names, report)
    _delete_jobs(names, report)
    _delete_redirects(subject, report)


def _clean_admin_log(subject: Subject, names: Names, report: ErasureReport) -> None:
    """Keep who did what and when, without the name."""
    person = ContentType.objects.get_for_model(Person).pk
    for entry in LogEntry.objects.iterator():
        is_mine = entry.content_type_id == person and entry.object_id == str(subject.record_id)
        object_repr = BLANK if is_mine else names.blank(entry.object_repr)
        message = _blank_message(entry.change_message, names)
        if (object_repr, message) != (entry.object_repr, entry.change_message):
            changed = {"object_repr": object_repr, "change_message": message}
            LogEntry.objects.filter(pk=entry.pk).update(**changed)
            report.count(LogEntry, 1)


def _blank_message(message: str, names: Names) -> str:
    """Blank the name in a message, which is JSON with its letters escaped, or plain text."""
    try:
        said = json.loads(message)
    except ValueError:
        return names.blank(message)
    blanked = blank_values(said, names)
    return message if blanked == said else json.dumps(blanked)


def _clean_import_reports(names: Names, report: ErasureReport) -> None:
    """Reports of imports repeat the names they could not place, and those that look alike."""
    for run in ImportRun.objects.only("report").iterator():
        blanked = blank_values(run.report, names)
        if blanked != run.report:
            ImportRun.objects.filter(pk=run.pk).update(report=blanked)
            report.count(ImportRun, 1)


def _delete_jobs(names: Names, report: ErasureReport) -> None:
    """Delete finished jobs whose arguments, result or error text name the person."""
    for job in DBTaskResult.objects.filter(status__in=DONE).iterator():
        said = json.dumps([job.args_kwargs, job.return_value], ensure_ascii=False)
        if names.are_in(f"{said} {job.traceback}"):
            job.delete()
            report.count(DBTaskResult, 1)


def _delete_redirects(subject: Subject, report: ErasureReport) -> None:
    """Delete old addresses that lead to the person's page, which is gone, and notes of it."""
    page = re.compile(rf"/people/{re.escape(subject.key)}(?:[/?#]|$)")
    for redirect in Redirect.objects.filter(new_path__contains=f"/people/{subject.key}"):
        if page.search(redirect.new_path):
            redirect.delete()
            report.count(Redirect, 1)
    # From now on the page is missing; nobody is to read its address in a list.
    for missing in MissingAddress.objects.filter(path__contains=f"/people/{subject.key}"):
        if page.search(missing.path):
            missing.delete()
            report.count(MissingAddress, 1)
