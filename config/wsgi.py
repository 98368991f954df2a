"""The WSGI door for gunicorn and the like."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

# Reading it raises ImproperlyConfigured where it is empty: production does not
# start without a secret key.
settings.SECRET_KEY  # noqa: B018

application = get_wsgi_application()
