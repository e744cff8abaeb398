"""Addresses in forms: made from the title when left empty, free in every language."""

from django.utils.translation import gettext as _

from editorial.changes import current_change
from editorial.fields import column, languages
from editorial.leading import elsewhere, is_held
from editorial.models.base import make_key
from editorial.rights.addresses import taking
from pages.addresses import legal_problem, path_problem, slug_problem
from pages.paths import path_of


class AddressFormMixin:
    """Check the slug of every language; an empty one is made from the title."""

    def clean(self):
        data = super().clean()
        for language in languages():
            name = column("slug", language)
            if name not in self.fields:
                continue
            slug = data.get(name) or make_key(data.get(column("title", language)) or "")
            if not slug:
                continue
            problem = slug_problem(slug) or self.collision(language, slug, data.get("parent"))
            if problem:
                self.add_error(name, problem)
            data[name] = slug
        return data

    def collision(self, language: str, slug: str, parent=None) -> str:
        """Return who has this address already, or ''. Pages compare below their own parent."""
        same: dict = {column("slug", language): slug}
        if hasattr(self.instance, "parent_id"):
            same["parent"] = parent
        elif slug != getattr(self.instance, column("slug", language)) and legal_problem(slug):
            return legal_problem(slug)
        others = type(self.instance)._default_manager.filter(**same).exclude(pk=self.instance.pk)
        if others.exists():
            return _("“%(slug)s” is the address of “%(other)s”. Choose another.") % {
                "slug": slug,
                "other": others.first(),
            }
        above = path_of(parent, language) if parent else ""
        path = f"{above}/{slug}" if above else slug
        if problem := path_problem(path):
            return problem
        taken = elsewhere(self.instance.pk, language, path)
        if taken is not None and is_held(taken):
            return _("“%(slug)s” is the address of “%(other)s”. Choose another.") % {
                "slug": slug,
                "other": taken.record.key,
            }
        return self.taking(language, slug, path)

    def taking(self, language: str, slug: str, path: str) -> str:
        """Return why who saves may not take an address that leads somewhere already, or ''.

        One that stands in the form already was an editor's choice.
        """
        opened = current_change()
        if opened is None or slug == getattr(self.instance, column("slug", language)):
            return ""
        return taking(opened.user, self.instance.pk, language, path)
