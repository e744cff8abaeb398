"""Films and people for tests. Every factory writes through `change()`."""

import io

import factory
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from factory.django import DjangoModelFactory
from PIL import Image as Pillow

from assets.accepting import accept_image, accept_video
from assets.adding import add_image, add_video
from assets.models import Image, MediaFile
from editorial.changes import change
from editorial.models import MemberRole, Membership
from festivals.models import Edition, Festival, Venue
from films.models import Credit, Film, Placement, Selection, Trailer, Version
from pages.models import Page
from people.models import Person, Role
from tests.bad_input.video import small_video


class ContentFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    @classmethod
    def _generate(cls, strategy, params):
        # What it points to is made in the same change: the end of each is the dear part.
        with change(None, "test"):
            return super()._generate(strategy, params)


class FilmFactory(ContentFactory):
    class Meta:
        model = Film

    key = factory.Sequence(lambda n: f"film-{n}")
    category = "feature"
    year = 2011
    title_en = factory.Sequence(lambda n: f"The Night Ferry {n}")
    title_de = factory.Sequence(lambda n: f"Die Nachtfähre {n}")
    slug_en = factory.LazyAttribute(lambda o: o.key)
    slug_de = factory.LazyAttribute(lambda o: o.key)
    synopsis_short_en = "A ferry crosses the sound for the last time."
    synopsis_short_de = "Eine Fähre quert zum letzten Mal den Sund."


class PersonFactory(ContentFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda n: f"Ada Lindqvist {n}")


class CreditFactory(ContentFactory):
    class Meta:
        model = Credit

    film = factory.SubFactory(FilmFactory)
    person = factory.SubFactory(PersonFactory)
    role = factory.LazyFunction(lambda: Role.objects.get(key="director"))
    position = factory.Sequence(int)


class VersionFactory(ContentFactory):
    class Meta:
        model = Version

    film = factory.SubFactory(FilmFactory)
    is_main = True
    runtime_seconds = 5700


class FestivalFactory(ContentFactory):
    class Meta:
        model = Festival

    name_en = factory.Sequence(lambda n: f"Harbour Film Days {n}")
    name_de = factory.Sequence(lambda n: f"Hafenfilmtage {n}")
    city = "Rostock"
    country = "DE"


class EditionFactory(ContentFactory):
    class Meta:
        model = Edition

    festival = factory.SubFactory(FestivalFactory)
    year = 2012


class VenueFactory(ContentFactory):
    class Meta:
        model = Venue

    name = factory.Sequence(lambda n: f"Kino Helgoland {n}")
    city = "Rostock"
    country = "DE"


class SelectionFactory(ContentFactory):
    class Meta:
        model = Selection

    film = factory.SubFactory(FilmFactory)
    edition = factory.SubFactory(EditionFactory)


class PageFactory(ContentFactory):
    class Meta:
        model = Page

    key = factory.Sequence(lambda n: f"page-{n}")
    title_en = "Workshops"
    title_de = "Werkstätten"
    slug_en = factory.LazyAttribute(lambda o: o.key)
    slug_de = factory.LazyAttribute(lambda o: o.key)
    body_en = "We teach how to look."
    body_de = "Wir lehren das Hinsehen."
    menu = "main"


def make_member(role="editor", name="", **facts):
    """Return an account with this role; `languages` and `ends_on` are facts of the membership."""
    users = get_user_model().objects
    user = users.create_user(
        name or role, f"{name or role}@example.com", "test-pass-1", is_staff=True
    )
    Membership.objects.create(user=user, role=MemberRole(role), **facts)
    return user


def picture_bytes(width=900, height=600, colour=(30, 60, 90), kind="JPEG") -> bytes:
    """Return a small picture with a gradient, so that it is not blank."""
    picture = Pillow.linear_gradient("L").resize((width, height))
    tinted = Pillow.merge("RGB", [picture.point(lambda v, c=c: (v + c) % 256) for c in colour])
    buffer = io.BytesIO()
    tinted.save(buffer, kind)
    return buffer.getvalue()


def upload(name="still.jpg", **kwargs) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture_bytes(**kwargs), "image/jpeg")


def make_image(**kwargs) -> Image:
    """Return a stored picture; each colour is another content."""
    facts = {k: kwargs.pop(k) for k in list(kwargs) if k not in ("width", "height", "colour")}
    with change(None, "test"):
        image = add_image(accept_image(picture_bytes(**kwargs), "still.jpg"))
        for name, value in facts.items():
            setattr(image, name, value)
        image.save()
    return image


def add_trailer(film: Film) -> MediaFile:
    """Give the film a trailer: a file that is an MP4 by its boxes."""
    data = small_video()
    with change(None, "test"):
        video = add_video((accept_video(data, "trailer.mp4"), io.BytesIO(data)))
        Trailer.objects.create(film=film, video=video)
    return video


def place(film: Film, image: Image, usage="still", **kwargs) -> Placement:
    with change(None, "test"):
        return Placement.objects.create(film=film, image=image, usage=usage, **kwargs)
