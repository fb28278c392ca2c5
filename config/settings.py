"""The settings, read from the environment.

Every variable has its default and a sentence in `.env.example`. A value that cannot be
read stops the site from starting: a guess would show itself much later.
"""

from __future__ import annotations

from pathlib import Path

import dj_database_url
import redis
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage
from django.utils.translation import gettext_lazy as _
from environs import Env, validate

# A setting too: django-csp reads it from here.
from web.security_headers import CONTENT_SECURITY_POLICY as CONTENT_SECURITY_POLICY
from web.site_address import likely_site_url, site_url

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)

# --- the site and where it runs -------------------------------------------------------

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", validate=validate.Length(min=50))
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
# HTTPS: the site is reached through TLS, ended by a proxy that sets X-Forwarded-Proto.
HTTPS = env.bool("HTTPS", False)
try:
    # The one address that canonical links, the sitemap and the feeds are made of.
    SITE_URL = site_url(
        env.str("SITE_URL", "")
        or likely_site_url(ALLOWED_HOSTS, env.int("PORT", 8000), https=HTTPS)
    )
except ValueError as error:
    raise ImproperlyConfigured(f"SITE_URL cannot be read: {error}") from error

# How many proxies of ours pass a request on; who asks stands so far from the right in
# X-Forwarded-For. With none that header is not read: anybody can send it.
PROXIES = env.int("PROXIES", 0, validate=validate.Range(min=0, max=9))
LOG_LEVEL = env.str(
    "LOG_LEVEL",
    "INFO",
    validate=validate.OneOf(["DEBUG", "INFO", "WARNING", "ERROR"]),
)

try:
    _database = dj_database_url.parse(
        env.str("DATABASE_URL", f"sqlite:///{BASE_DIR / 'var' / 'db.sqlite3'}"),
        conn_max_age=60,
        conn_health_checks=True,
    )
except ValueError as error:
    raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from error
if _database["ENGINE"] == "django.db.backends.sqlite3":
    _database["OPTIONS"] = {
        # Readers never wait for the one writer, and a writer waits instead of failing.
        # What was saved is on the disk: not even a power cut takes it back.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
elif _database["ENGINE"] == "django.db.backends.postgresql":
    # A fact is joined with its details. Before PostgreSQL has counted new rows it takes
    # that for dear and compiles each question, which costs half a second a page.
    _database.setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
else:
    raise ImproperlyConfigured("DATABASE_URL must name SQLite or PostgreSQL.")
DATABASES = {"default": _database}
BACKUP_ROOT = Path(env.str("BACKUP_ROOT", str(BASE_DIR / "var" / "backups")))
# What each worker may keep of the pages that it made; 0 keeps none.
PAGE_CACHE_BYTES = 0 if DEBUG else env.int("PAGE_CACHE_MB", 32) * 1024 * 1024
# What each worker may hold of the content that it read, in rows; 0 holds nothing.
HELD_ROWS = env.int("HELD_ROWS", 40_000)
# Where many machines share them; empty: each keeps its own.
CACHE_URL = env.str("CACHE_URL", "")
if CACHE_URL:
    try:
        redis.ConnectionPool.from_url(CACHE_URL)
    except ValueError as error:
        raise ImproperlyConfigured(f"CACHE_URL cannot be read: {error}") from error
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- the house ------------------------------------------------------------------------

INSTALLED_APPS = [
    # Before the bench, which takes their tables off its lists.
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "bench",
    "pages",
    "content",
    "elections",
    "parliament",
    "facts",
    "web",
    "django_htmx",
    "template_partials",
    "csp",
    "bench.apps.BenchAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "web.security_headers.isolation_headers",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "web.brotli_pages.brotli_pages",
    "django.middleware.http.ConditionalGetMiddleware",
    "bench.middleware.never_kept",
    "bench.middleware.known_methods",
    "bench.middleware.due_changes",
    "pages.middleware.healthz_by_any_host",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "facts.middleware.edition_read",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATE_LOADERS = [
    "web.template_loader.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [("django.template.loaders.cached.Loader", TEMPLATE_LOADERS)],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "web.context_processors.page",
                "facts.context_processors.sources_end",
            ],
            "builtins": ["template_partials.templatetags.partials"],
        },
    }
]

# --- languages and time ---------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
TIME_ZONE = "Asia/Almaty"
USE_TZ = True

# --- files ----------------------------------------------------------------------------

STATIC_URL = "static/"
# An empty value would mean the folder that the server was started in.
STATIC_ROOT = Path(
    env.str(
        "STATIC_ROOT", str(BASE_DIR / "var" / "static"), validate=validate.Length(min=1)
    )
)
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage",
        # The list of their names stands beside them: what stands with them is public.
        "OPTIONS": {
            "manifest_storage": FileSystemStorage(f"{STATIC_ROOT}-names"),
        },
    },
}
# The modules that make the sentences of facts from their details, floor by floor.
SENTENCES = ["parliament.sentences", "elections.sentences"]
FIXTURES_ROOT = BASE_DIR / "fixtures"

# --- safety ---------------------------------------------------------------------------

LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
# How long a link with which a password is chosen can be used, once.
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60
# The codes of an app, as a second step of the log-in: whether those who need not have
# them may ("offered"), must ("required"), or are not asked ("off").
EDITORS_CODES = env.str(
    "EDITORS_CODES",
    "offered",
    validate=validate.OneOf(["off", "offered", "required"]),
)
OTP_TOTP_ISSUER = "Shanyraq"
# Wrong codes are slowed as wrong passwords are (bench/accounts/delays.py). The delays of
# the library have no end, and would lock out whose password somebody else knows.
OTP_TOTP_THROTTLE_FACTOR = OTP_STATIC_THROTTLE_FACTOR = 0

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_SSL_REDIRECT = HTTPS
# Who asks whether the site lives follows no redirect.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
# Without HTTPS no proxy stands in front that would take it away from strangers.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# Only the bench has cookies, and only its addresses are sent them.
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_SECURE = HTTPS
# A session ends with the browser, and in the database after the longest day that there
# is (bench/accounts/sessions.py has how long it lasts unused).
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "bench.forms.resubmitting.csrf_failure"

# --- mail -----------------------------------------------------------------------------

# Without an address of a mail server nothing is sent.
EMAIL_URL = env.str("EMAIL_URL", "")
_mail = env.dj_email_url("EMAIL_URL", "dummy:")
if "EMAIL_BACKEND" not in _mail:
    raise ImproperlyConfigured("EMAIL_URL cannot be read: no such kind of address.")
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail["EMAIL_USE_TLS"], _mail["EMAIL_USE_SSL"]
EMAIL_FILE_PATH = _mail["EMAIL_FILE_PATH"]
EMAIL_TIMEOUT = _mail["EMAIL_TIMEOUT"] or 10
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", "webmaster@localhost")

# --- the log --------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain"},
    },
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        # Django's own handlers would say it twice, and its records must reach the root.
        "django": {"handlers": [], "level": LOG_LEVEL, "propagate": True},
        # What a stranger asks wrongly is no fault of ours: it is answered, and stands in
        # the access log of the server in front. Here strangers could fill the disk.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL", "propagate": False},
    },
}
