"""What the tests of the form share."""

from editorial.changes import change


def add(model, **values):
    with change(None, "test"):
        return model.objects.create(**values)
