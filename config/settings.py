"""All settings, in one file. What a company may change comes from the environment or `.env`.

Every variable is listed with its default in `.env.example`; wrong values are named by the
system checks in `config/checks.py`.
"""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env(
    DEBUG=(bool, False),
    REQUIRE_SECOND_FACTOR=(str, ""),
    SECRET_KEY=(str, ""),
    SECRET_KEY_FALLBACKS=(list, []),
    DATABASE_URL=(str, f"sqlite:///{BASE_DIR / 'db.sqlite3'}"),
    CACHE_URL=(str, "locmemcache://"),
    PAGE_CACHE_MB=(int, 32),
    PAGE_CACHE_LAG=(float, 0),
    STORAGE_URL=(str, ""),
    MEDIA_ROOT=(str, str(BASE_DIR / "media")),
    BACKUP_ROOT=(str, str(BASE_DIR / "backups")),
    STATIC_ROOT=(str, str(BASE_DIR / "static-collected")),
    SITE_URL=(str, "http://localhost:8000"),
    ALLOWED_HOSTS=(list, []),
    ARCHIVE_HOST=(str, ""),
    TIME_ZONE=(str, "Europe/Berlin"),
    LANGUAGE_CODE=(str, "en"),
    TRUST_PROXY=(bool, False),
    HSTS_SUBDOMAINS=(bool, False),
    SECURITY_CONTACT=(str, ""),
    SECURITY_POLICY=(str, ""),
    EMAIL_URL=(str, "consolemail://"),
    DEFAULT_FROM_EMAIL=(str, "lichtspiel@localhost"),
    LOG_LEVEL=(str, "INFO"),
    FFMPEG=(str, ""),
    ACCEL_PREFIX=(str, ""),
    LOG_RETENTION_DAYS=(int, 365),
    JOB_RETENTION_DAYS=(int, 14),
    IMPORT_RETENTION_DAYS=(int, 365),
    REVISION_USER_DAYS=(int, 0),
    REVISION_FULL_DAYS=(int, 90),
    BIN_DAYS=(int, 30),
    MISSING_RETENTION_DAYS=(int, 30),
    AUDIT_DAYS=(int, 365),
    SESSION_IDLE_MINUTES=(float, 12 * 60),
    SESSION_MAX_HOURS=(float, 14 * 24),
    REAUTHENTICATION_MINUTES=(float, 15),
    ERASED_BACKUP_DAYS=(int, 30),
    BACKUP_RECIPIENTS=(list, []),
    BACKUP_WARN_DAYS=(int, 3),
    PROOF_WARN_DAYS=(int, 45),
)
environ.Env.read_env(BASE_DIR / ".env")

DEBUG = env("DEBUG")
SITE_URL = env("SITE_URL").rstrip("/")
SITE_HOST = urlsplit(SITE_URL).hostname or "localhost"
# While the site is exported, SITE_URL is where the export will stand, and this where the site does.
LIVE_SITE_URL = ""
IS_HTTPS = SITE_URL.startswith("https://")
# Without a key of its own a checkout still runs its tests and checks; `make setup` writes one,
# and a check refuses to deploy with this one.
SECRET_KEY = env("SECRET_KEY") or "insecure-only-for-tests-and-checks"
SECRET_KEY_FALLBACKS = env("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = env("ALLOWED_HOSTS") or [SITE_HOST, "localhost", "127.0.0.1", "[::1]"]
# Old sites of films on a host of their own, where nobody is ever signed in (microsites/archive).
ARCHIVE_HOST = env("ARCHIVE_HOST").strip().lower()
if ARCHIVE_HOST:
    ALLOWED_HOSTS = [*ALLOWED_HOSTS, ARCHIVE_HOST.partition(":")[0]]

INSTALLED_APPS = [
    "modeltranslation",
    "config.admin_app.LichtspielAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    # Before ours, which takes their tables out of the admin.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "desk",
    "sources",
    "press",
    "microsites",
    "films",
    "festivals",
    "people",
    "pages",
    "assets",
    "editorial",
    "config",
]

MIDDLEWARE = [
    # First, so that the answers of all others have them.
    "config.headers.public_headers",
    # What comes for a host that is not ours costs nothing more.
    "config.hosts.refuse_unknown_hosts",
    "django.middleware.security.SecurityMiddleware",
    "config.middleware.compress_text",
    "microsites.archive.hosting.keep_archive_host_apart",
    "config.maintenance.answer_in_maintenance",
    "config.middleware.refuse_floods",
    "config.methods.refuse_methods",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.hosts.serve_hosts",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.middleware.activate_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "desk.accounts.door.require_second_factor",
    "desk.accounts.proof.require_proof",
    "desk.accounts.sessions.note_activity",
    "desk.audit.arriving.announce_origin",
    "config.middleware.refuse_impossible_values",
    "config.middleware.answer_without_store",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.db_url("DATABASE_URL")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # WAL lets readers go on while one editor saves; IMMEDIATE takes the write lock at the start
    # of a transaction, so that it cannot fail half way; 20 s is longer than any import step.
    # Another number of seconds stands behind the address: sqlite:////srv/db.sqlite3?timeout=5
    DATABASES["default"]["ENGINE"] = "config.sqlite3"
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        **DATABASES["default"].get("OPTIONS", {}),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": env.cache_url("CACHE_URL")}
if CACHES["default"]["BACKEND"].endswith(".RedisCache"):
    CACHES["default"]["BACKEND"] = "config.shared_cache.SharedCache"
# Finished public pages of one process (config/page_cache): megabytes, 0 for none; and for how many
# seconds a process believes the content version that it read last, where reading it is not free.
PAGE_CACHE_MB = env("PAGE_CACHE_MB")
PAGE_CACHE_LAG = env("PAGE_CACHE_LAG")
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "media", "kits"],
    }
}

# Languages: a third one is a line here plus one migration (docs/languages.md).
LANGUAGES = [("en", _("English")), ("de", _("German"))]
LANGUAGE_CODE = env("LANGUAGE_CODE")
FORMAT_MODULE_PATH = "config.formats"
FORM_RENDERER = "editorial.form_renderer.FormRenderer"
MODELTRANSLATION_LANGUAGES = tuple(code for code, _name in LANGUAGES)
MODELTRANSLATION_DEFAULT_LANGUAGE = MODELTRANSLATION_LANGUAGES[0]
# Falling back is the sheet's business (films/sheet), never the database's.
MODELTRANSLATION_ENABLE_FALLBACKS = False
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env("TIME_ZONE")

STATIC_URL = "/static/"
STATIC_ROOT = env("STATIC_ROOT")
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env("MEDIA_ROOT")
# Backups of `upgrade` and restore points: they hold everything, so only their owner may read them.
BACKUP_ROOT = env("BACKUP_ROOT")
STORAGES = {
    # Under this name no error page shows the address, which has the key to the store.
    "default": {
        "BACKEND": "assets.object_store.storage.ObjectStore",
        "OPTIONS": {"secret_url": env("STORAGE_URL")},
    }
    if env("STORAGE_URL")
    else {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.static_storage.OneSheetStorage"
    },
}
# ffmpeg, where it is not on PATH; "off" prepares no trailers (assets/video).
FFMPEG = env("FFMPEG")
# Files are handed to nginx under this internal address; empty: Django sends them itself.
ACCEL_PREFIX = env("ACCEL_PREFIX")
# A page without its style is better than no page, should a file be missing after an upgrade.
WHITENOISE_MANIFEST_STRICT = False
# A film of a thousand credits is saved from one page.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
# Text far too long gets its error at the field, with nothing typed lost; only what no hand writes
# is cut off. Files are streamed and have limits of their own.
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o644
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "assets.spooling.SpooledUploads",
]

# The first one decides alone what a role may do; the others only let people in.
AUTHENTICATION_BACKENDS = [
    "editorial.rights.backend.RoleBackend",
    "desk.accounts.backend.NameOrMailBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "desk.accounts.passwords.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
# A password alone is enough only at home: with DEBUG, or at an address of this machine.
REQUIRE_SECOND_FACTOR = (
    env.bool("REQUIRE_SECOND_FACTOR")
    if env("REQUIRE_SECOND_FACTOR")
    else not (DEBUG or SITE_HOST in {"localhost", "127.0.0.1", "::1"})
)
ACCOUNT_ADAPTER = "desk.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# The cookie has no date; the row says when the session ends (desk/accounts/session_store.py).
ACCOUNT_SESSION_REMEMBER = False
REAUTHENTICATION_MINUTES = env("REAUTHENTICATION_MINUTES")
ACCOUNT_REAUTHENTICATION_TIMEOUT = REAUTHENTICATION_MINUTES * 60
# Failed logins wait (desk/accounts/delays.py); allauth's limits would lock people out, and are
# counted by each process for itself.
ACCOUNT_RATE_LIMITS = dict.fromkeys(
    ("login", "login_failed", "reauthenticate", "change_password", "reset_password"), ""
)
ACCOUNT_FORMS = {
    "login": "desk.accounts.forms.LoginForm",
    "reauthenticate": "desk.accounts.forms.ReauthenticateForm",
    "change_password": "desk.accounts.forms.ChangePasswordForm",
    "set_password": "desk.accounts.forms.SetPasswordForm",
    "reset_password": "desk.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "desk.accounts.forms.ResetPasswordKeyForm",
}
MFA_ADAPTER = "desk.accounts.mfa_adapter.MfaAdapter"
USERSESSIONS_ADAPTER = "desk.accounts.ending.SessionsAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
MFA_TOTP_ISSUER = f"Lichtspiel ({SITE_HOST})"
# Clocks of phones go wrong by half a minute.
MFA_TOTP_TOLERANCE = 1
# Browsers themselves allow passkeys without https on localhost only.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS
MFA_FORMS = {
    "authenticate": "desk.accounts.factor_forms.AuthenticateForm",
    "reauthenticate": "desk.accounts.factor_forms.ReauthenticateCodeForm",
    "activate_totp": "desk.accounts.factor_forms.ActivateAppForm",
    "add_webauthn": "desk.accounts.factor_forms.AddPasskeyForm",
    "login_webauthn": "desk.accounts.factor_forms.LoginPasskeyForm",
    "authenticate_webauthn": "desk.accounts.factor_forms.AuthenticatePasskeyForm",
    "reauthenticate_webauthn": "desk.accounts.factor_forms.ReauthenticatePasskeyForm",
    "edit_webauthn": "desk.accounts.factor_forms.RenamePasskeyForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env("TRUST_PROXY") else 0

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "desk.accounts.session_store"
SESSION_IDLE_MINUTES = env("SESSION_IDLE_MINUTES")
SESSION_MAX_HOURS = env("SESSION_MAX_HOURS")
SESSION_COOKIE_AGE = int(SESSION_IDLE_MINUTES * 60)
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "desk.accounts.messages.Messages"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "desk.errors.csrf_failure"
if IS_HTTPS:
    SECURE_SSL_REDIRECT = True
    # The web server asks on this machine, before it has a certificate.
    SECURE_REDIRECT_EXEMPT = [r"^hosts/known$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    # A company's other hosts may not speak https: only who is sure extends the promise to them.
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env("HSTS_SUBDOMAINS")
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-lichtspiel"
    CSRF_COOKIE_NAME = "__Host-csrf"
# What security.txt says (desk/site_files.py): a mail address or URI for reports, a page about them.
SECURITY_CONTACT = env("SECURITY_CONTACT").strip()
SECURITY_POLICY = env("SECURITY_POLICY").strip()
if env("TRUST_PROXY"):
    # Only behind a proxy that sets or removes this header itself.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

vars().update(env.email_url("EMAIL_URL"))
# Seconds. Somebody waits for an invitation; a server that takes longer is told to be away.
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "config.log_secrets.DiscreetFormatter",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "filters": {"secrets": {"()": "config.log_secrets.HideSecrets"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["secrets"],
        },
        # Named like Django's own, whose place it takes.
        "mail_admins": {"class": "config.error_mail.DiscreetMailHandler", "level": "ERROR"},
    },
    "loggers": {"django": {"handlers": ["mail_admins"]}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL")},
}

# How long what names people is kept; 0 is for ever (docs/data-protection.md).
LOG_RETENTION_DAYS = env("LOG_RETENTION_DAYS")
JOB_RETENTION_DAYS = env("JOB_RETENTION_DAYS")
IMPORT_RETENTION_DAYS = env("IMPORT_RETENTION_DAYS")
REVISION_USER_DAYS = env("REVISION_USER_DAYS")
REVISION_FULL_DAYS = env("REVISION_FULL_DAYS")
BIN_DAYS = env("BIN_DAYS")
MISSING_RETENTION_DAYS = env("MISSING_RETENTION_DAYS")
AUDIT_DAYS = env("AUDIT_DAYS")
ERASED_BACKUP_DAYS = env("ERASED_BACKUP_DAYS")
# For whom `backup` encrypts (public keys of age), and after how many days the desk asks for a newer
# backup and for another proof (docs/backup.md); 0 never asks.
BACKUP_RECIPIENTS = [key.strip() for key in env("BACKUP_RECIPIENTS") if key.strip()]
BACKUP_WARN_DAYS = env("BACKUP_WARN_DAYS")
PROOF_WARN_DAYS = env("PROOF_WARN_DAYS")
