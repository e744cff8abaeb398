"""One picture is uploaded for two films at once. Prints what was said, and how many there are."""

import threading
import time

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402

from assets.models import Image  # noqa: E402
from films.stills_desk.uploading import receive  # noqa: E402
from tests.assets.drawing import draw, encoded  # noqa: E402
from tests.factories import FilmFactory  # noqa: E402
from tests.films.stills_desk.conftest import url  # noqa: E402

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'advisory'"
said: list[str] = []


def picture() -> SimpleUploadedFile:
    return SimpleUploadedFile("still.jpg", encoded("JPEG", draw()))


def upload(client: Client, address: str) -> None:
    answer = client.post(address, {"files": picture()}, HTTP_ACCEPT="application/json")
    said.append(answer.json()["state"])
    connection.close()


def wait_for(other: threading.Thread) -> None:
    """Return when the other one waits for us, or has ended without."""
    with connection.cursor() as cursor:
        while other.is_alive():
            cursor.execute(WAITING)
            if cursor.fetchone() != (0,):
                return
            time.sleep(0.01)


def main() -> None:
    first, second = FilmFactory(), FilmFactory()
    user = get_user_model().objects.create_superuser("mara")
    client = Client()
    client.force_login(user)
    other = threading.Thread(target=upload, args=(client, url("stills_upload", second)))
    with transaction.atomic():
        said.append(receive(first, picture(), user).state)
        other.start()
        wait_for(other)
    other.join()
    print(*said, Image.objects.count())


if __name__ == "__main__":
    main()
