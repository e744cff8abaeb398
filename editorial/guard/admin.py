"""Forms of the admin that save by themselves, keep drafts and guard against silent overwriting."""

from django.contrib import messages
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.http import Http404, HttpResponseRedirect
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from editorial.changes import change
from editorial.guard import answers, conflict_page, drafts
from editorial.guard.collisions import others_since, say_meanwhile
from editorial.guard.hidden import WouldShow
from editorial.guard.kept import NAME as DECIDING
from editorial.guard.records import record_of
from editorial.guard.restoring import mark_typed
from editorial.guard.saving import Collided, Guard, NotSaved, Superseded
from editorial.guard.sent import address_of, read_sent
from editorial.guard.window import window_of
from editorial.models import RecordModel
from editorial.publishing.overview import desk_documents
from editorial.trouble import Trouble, say_trouble, trouble_of


class SavedQuietly(Exception):
    """Everything of an autosave is written; what Django would do next is for people's eyes."""


class OnlyShown:
    """A form filled in from a draft, or one that could not be saved: its mistakes are shown."""

    trouble: Trouble | None = None

    def is_valid(self):
        super().is_valid()
        if self.trouble is not None:
            self.add_error(None, say_trouble(self.trouble))
        return False


class GuardedForms:
    """For an admin; stands before Django's class. The door around the form is opened here."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        request.guard, request.sent, request.restored = None, None, None
        request.trouble = None
        arguments = (request, object_id, form_url, extra_context)
        if request.method != "POST":
            return super().changeform_view(*arguments)
        request.sent = read_sent(request)
        try:
            return self.take(*arguments)
        except (DatabaseError, OSError) as error:
            request.trouble = trouble_of(error)
            if request.trouble is None:
                raise
        return self.show_trouble(*arguments)

    def take(self, request, object_id, form_url, extra_context):
        """Do what the form was sent for."""
        sent, arguments = request.sent, (request, object_id, form_url, extra_context)
        if "_discard" in request.POST:
            thrown = drafts.find_draft(request.user, sent.address, request.POST["_discard"])
            if thrown is not None:
                thrown.delete()
            return HttpResponseRedirect(sent.address)
        if sent.is_kept_only or (sent.is_autosave and object_id is None):
            return self.keep(request, object_id)
        try:
            with change(request.user, _("Saved in the admin"), is_autosave=sent.is_autosave):
                response = super().changeform_view(*arguments)
        except WouldShow:
            draft = self.keep_draft(request, object_id)
            return answers.kept(draft, _("Visitors would see it at once: press Save for that."))
        except Superseded:
            if not sent.wants_json:
                return HttpResponseRedirect(sent.address)
            return answers.superseded()
        return self.answer(request, object_id, response)

    def show_trouble(self, request, object_id, form_url, extra_context):
        """Show the form as it was sent, with what keeps it from being saved; nothing is written."""
        trouble = request.trouble
        if request.sent.wants_json:
            response = answers.troubled(trouble)
        else:
            response = super()._changeform_view(request, object_id, form_url, extra_context)
            response.status_code = trouble.status
        response.headers["Retry-After"] = str(trouble.retry_seconds)
        return response

    def _changeform_view(self, request, object_id, form_url, extra_context):
        arguments = (object_id, form_url, extra_context)
        if request.method != "POST":
            return self.show(request, *arguments)
        record = self.record_behind(request, object_id)
        if record is None:
            try:
                return super()._changeform_view(request, *arguments)
            except SavedQuietly:
                return None
        if DECIDING in request.POST:
            return self.decide(request, object_id, record)
        guard = request.guard = Guard(request.user, record, request.sent)
        try:
            # Not saved: the record is to stand as it did, not as the form was made from it.
            with transaction.atomic():
                guard.begin()
                return self.save_upon(request, *arguments)
        except NotSaved as invalid:
            guard.forget()
            return invalid.response

    def save_upon(self, request, *arguments):
        try:
            response = super()._changeform_view(request, *arguments)
        except SavedQuietly:
            return None
        except Collided as collided:
            # Caught within the transaction: uploaded pictures stay, the record is theirs.
            return self.show_conflicts(request, request.guard, collided)
        if not request.sent.is_saved:
            raise NotSaved(response)
        return response

    def construct_change_message(self, request, form, formsets, add=False):
        """Django calls this when all rows are written and nobody has been told."""
        message = super().construct_change_message(request, form, formsets, add)
        if request.guard is not None:
            request.guard.finish()
            self.tell_meanwhile(request)
        request.sent.is_saved = True
        if request.sent.is_autosave:
            raise SavedQuietly
        return message

    def get_object(self, request, object_id, from_field=None):
        """Return the row; a page that is only shown reads it once, with its document."""
        if request.method != "GET" or from_field:
            return super().get_object(request, object_id, from_field)
        shown = getattr(request, "shown", None)
        if shown is None or str(shown.pk) != str(object_id):
            shown = request.shown = super().get_object(request, object_id)
            if isinstance(shown, RecordModel):
                shown.record.desk = desk_documents([shown.pk]).get(shown.pk)
        return shown

    def record_behind(self, request, object_id):
        obj = self.get_object(request, unquote(object_id)) if object_id else None
        if obj is not None and not self.has_change_permission(request, obj):
            raise PermissionDenied
        return record_of(obj)

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """Django leads away, and what was typed would be lost: the page of 404 shows it again."""
        if request.method == "POST":
            raise Http404
        return super()._get_obj_does_not_exist_redirect(request, opts, object_id)

    # --- drafts ---------------------------------------------------------------------------------

    def keep(self, request, object_id):
        """Keep what was typed and save nothing: a new record, or a copy from the browser."""
        may_write = self.has_add_permission if object_id is None else self.has_change_permission
        if not may_write(request):
            raise PermissionDenied
        if object_id is not None:
            self.record_behind(request, object_id)
        return answers.kept(self.keep_draft(request, object_id), "")

    def keep_draft(self, request, object_id):
        record = self.record_behind(request, object_id)
        return drafts.keep_draft(request.user, request.sent, record.pk if record else None)

    def show(self, request, object_id, form_url, extra_context):
        """Show the form; with `?draft=<key>` filled in from the draft, mistakes and all."""
        draft = None
        if request.GET.get("draft"):
            draft = drafts.find_draft(request.user, address_of(request), request.GET["draft"])
        if draft is None:
            return super()._changeform_view(request, object_id, form_url, extra_context)
        request.restored = draft
        request.POST, request._files = drafts.typed_in(draft), MultiValueDict()
        request.method = "POST"
        try:
            return super()._changeform_view(request, object_id, form_url, extra_context)
        finally:
            request.method = "GET"

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        trouble = getattr(request, "trouble", None)
        if getattr(request, "restored", None) is None and trouble is None:
            return form
        return type(form)(form.__name__, (OnlyShown, form), {"trouble": trouble})

    def render_change_form(self, request, context, *args, **kwargs):
        context["window"] = window_of(request, record_of(kwargs.get("obj")))
        if getattr(request, "restored", None) is not None:
            formsets = context["inline_admin_formsets"]
            context["typed_lines"] = mark_typed(context["adminform"].form, formsets)
        return super().render_change_form(request, context, *args, **kwargs)

    # --- answers --------------------------------------------------------------------------------

    def answer(self, request, object_id, response):
        sent = request.sent
        if sent.is_saved:
            drafts.drop_draft(request.user, sent)
            if sent.wants_json:
                response = answers.saved(request, **self.say_state(request, object_id))
            return answers.mark(response, sent)
        if sent.is_popup or DECIDING in request.POST:
            return response
        draft = self.keep_draft(request, object_id)
        return answers.refused(request, response, draft) if sent.wants_json else response

    def say_state(self, request, object_id):
        """Return what a page without a reload should show after a save; see `answers.saved`."""
        return {}

    def response_change(self, request, obj):
        """Say shortly that it is saved: the form itself stands below."""
        if "_continue" not in request.POST or "_popup" in request.POST:
            return super().response_change(request, obj)
        self.message_user(request, _("“%(name)s” is saved.") % {"name": obj}, messages.SUCCESS)
        filters = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return HttpResponseRedirect(add_preserved_filters(filters, request.path))

    def message_user(self, request, message, level=messages.INFO, *args, **kwargs):
        sent = getattr(request, "sent", None)
        if sent is not None and sent.wants_json:
            answers.say(request, message, level)
            return
        super().message_user(request, message, level, *args, **kwargs)

    def tell_meanwhile(self, request):
        guard = request.guard
        if guard.meanwhile is None:
            return
        who = others_since(guard.record, guard.sent.base, request.user)
        self.message_user(request, say_meanwhile(who, *guard.meanwhile), messages.WARNING)

    # --- conflicts ------------------------------------------------------------------------------

    def show_conflicts(self, request, guard, collided):
        request.conflicts = len(collided.conflicts)
        return conflict_page.make(self, request, guard, collided)

    def decide(self, request, object_id, record):
        """Save with the decisions of the page of conflicts, or show what is still open."""
        guard = Guard(request.user, record, request.sent)
        try:
            with transaction.atomic():
                conflict_page.settle(guard, request.POST)
        except conflict_page.Unreadable:
            text = _("This page is too old. What you typed is kept as a draft.")
            self.message_user(request, text, messages.ERROR)
            return HttpResponseRedirect(request.path)
        except Collided as collided:
            guard.forget()
            return self.show_conflicts(request, guard, collided)
        request.sent.is_saved = True
        obj = self.get_object(request, unquote(object_id))
        self.log_change(request, obj, [{"changed": {}}])
        return self.response_change(request, obj)
