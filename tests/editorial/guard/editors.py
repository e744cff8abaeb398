"""Two editors at one form, as their browsers would have it."""

from contextlib import suppress

from django.test import Client
from django.urls import reverse

from editorial.changes import change
from tests.desk.test_admin import form_data


def add(model, **values):
    with change(None, "test"):
        return model.objects.create(**values)


def address_of(row, query=""):
    name = row._meta.label_lower.replace(".", "_")
    return reverse(f"admin:{name}_change", args=[row.pk]) + query


class Window:
    """A form that is open in a browser: `fields` is what stands in it."""

    def __init__(self, user, row, query=""):
        self.client = Client()
        self.client.force_login(user)
        self.url = address_of(row, query)
        self.number = 0
        self.open()

    def open(self, query=""):
        self.page = self.client.get(self.url + query)
        self.fields = fields_of(self.page)

    def type(self, **values):
        self.fields |= values

    def save(self, **more):
        """Press “Save and continue”; returns the answer. What comes back is what is open then."""
        self.number += 1
        fields = {**self.fields, "_continue": "1", "_number": str(self.number), **more}
        answer = self.client.post(self.url, fields)
        if answer.status_code == 302:
            self.open()
        return answer

    def autosave(self, **more):
        self.number += 1
        fields = {**self.fields, "_autosave": "1", "_number": str(self.number), **more}
        return self.client.post(self.url, fields).json()

    def add_row(self, prefix, uuid, **values):
        """Add a row and return its place."""
        place = int(self.fields[f"{prefix}-TOTAL_FORMS"])
        self.fields[f"{prefix}-TOTAL_FORMS"] = str(place + 1)
        for name, value in {"uuid": str(uuid), "position": "0", **values}.items():
            self.fields[f"{prefix}-{place}-{name}"] = value
        return place

    def place_of(self, prefix, uuid):
        for place in range(int(self.fields[f"{prefix}-TOTAL_FORMS"])):
            with suppress(KeyError):
                if self.fields[f"{prefix}-{place}-uuid"] == str(uuid):
                    return place
        return None


def fields_of(page):
    window = page.context["window"]
    own = {"_form": window.token, "_base_version": window.base}
    return {
        name: value if isinstance(value, list) else str(value)
        for name, value in form_data(page).items()
    } | own


def decide(answer, client, choose):
    """Answer a page of conflicts: `choose(collision)` returns theirs, mine or a new text."""
    context = answer.context
    fields = {"_mine": context["packed"], **dict(context["travelling"])}
    for collision in context["collisions"]:
        choice = choose(collision)
        if choice in ("theirs", "mine"):
            fields[f"_choice-{collision.number}"] = choice
        elif choice is not None:
            fields[f"_choice-{collision.number}"] = "text"
            fields[f"_text-{collision.number}"] = choice
    return client.post(context["form_address"], fields)
