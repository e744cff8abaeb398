"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django_application = get_wsgi_application()

# It reads the settings.
from config.page_cache.application import with_page_cache  # noqa: E402

application = with_page_cache(django_application)
