"""Pelayanan Statistik Terpadu (PST) of BPS Kabupaten Mempawah."""

import hashlib
import secrets
from pathlib import Path

from flask import Flask, Response, abort, current_app, g, request, session
from flask_login import LoginManager, current_user
from flask_wtf.csrf import CSRFProtect, generate_csrf
from peewee import PeeweeException
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from pst import clock, logs
from pst.actions.accounts import security_log
from pst.actions.accounts.sessions import session_user
from pst.actions.files import FileStore
from pst.actions.scanning import scanner_at
from pst.config import ROOT, Config, load, secret_of
from pst.models import base
from pst.rules.office.office import Office, office_of
from pst.views.blueprints import BLUEPRINTS
from pst.web import access, addresses, compression, devices, errors, filters, form_keys, limits, navigation
from pst.web.fragments import htmx
from pst.web.instance import the_office

__version__ = "0.1.0"
"""The newest that was published; `CHANGELOG.md` tells what it brought."""
MEGABYTE = 1024 * 1024
CSP = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)


def create_app(config: Config | None = None) -> Flask:
    """One instance of the site, ready to answer requests."""
    config = config or load()
    app = Flask("pst", root_path=str(ROOT), template_folder="templates", static_folder=None)
    _configure(app, config)
    base.open_database(config.database)
    compression.register(app)
    app.before_request(_refuse_unreadable)
    CSRFProtect(app)
    htmx.init_app(app)
    _open_sessions(app)
    limits.register(config)
    logs.register(app)
    app.before_request(_begin)
    app.before_request(access.guard)
    app.after_request(_finish)
    app.teardown_request(_end)
    addresses.register(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    filters.register(app)
    errors.register(app)
    _furnish_templates(app)
    _serve_static(app, config)
    _lay_out_kit(app)
    from pst.cli.commands import register as register_commands

    register_commands(app)
    return app


def _configure(app: Flask, config: Config) -> None:
    app.extensions["pst_config"] = config
    app.extensions["pst_files"] = FileStore(config.files, scanner_at(config.clamd))
    app.config.update(
        SECRET_KEY=secret_of(config),
        SECRET_KEY_FALLBACKS=[key for key in config.secret_key_fallbacks.split(",") if key],
        MAX_CONTENT_LENGTH=25 * MEGABYTE,
        MAX_FORM_MEMORY_SIZE=4 * MEGABYTE,
        MAX_FORM_PARTS=4000,
        SESSION_COOKIE_NAME="__Host-pst" if config.tls else "pst-contoh" if config.demo else "pst",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SECURE=config.tls,
        SERVER_NAME=None,
        TRUSTED_HOSTS=[host.strip() for host in config.trusted_hosts.split(",") if host.strip()] or None,
        PREFERRED_URL_SCHEME="https" if config.tls else "http",
        WTF_CSRF_TIME_LIMIT=None,
        WTF_I18N_ENABLED=False,
        REMEMBER_COOKIE_DURATION=0,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _open_sessions(app: Flask) -> None:
    manager = LoginManager(app)
    manager.session_protection = None  # sessions are rows; they end by being deleted
    manager.user_loader(
        lambda token: session_user(
            token,
            clock.now(),
            app.extensions["pst_config"],
            touch=b"otomatis" not in request.query_string,
            path=request.path,
        )
    )


def _refuse_unreadable() -> None:
    """Filters that are no UTF-8 and parts of a form without a name: reading them would fail deep inside.

    They are mistakes of the program that sent them; no browser does.
    """
    try:
        request.query_string.decode()
    except UnicodeDecodeError:
        abort(400)
    if _may_write() and (None in request.form or None in request.files):
        abort(400)


def _begin() -> None:
    """Number the request, hold the form's key ready, and let a page that is only looked at change nothing."""
    g.request_id = secrets.token_hex(4)
    base.read_only(not _may_write())
    form_keys.hold(_may_write())
    if _may_write():
        security_log.here.set(devices.asker())


def _may_write() -> bool:
    return request.method not in ("GET", "HEAD", "OPTIONS")


def _end(error: BaseException | None) -> None:
    """Which form this request carried, and whether it might write, is nothing to the next one on this thread."""
    form_keys.release()
    base.read_only(False)
    security_log.here.set(security_log.NOWHERE)


def _finish(response: Response) -> Response:
    form_keys.remember(response)
    response.headers.setdefault("Content-Security-Policy", CSP)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    response.headers.setdefault("Cache-Control", "no-store" if _is_private() else "private, no-cache")
    response.vary.update(("HX-Request", "Cookie", "Accept-Encoding"))
    return response


def _is_private() -> bool:
    return current_user.is_authenticated or request.method not in ("GET", "HEAD")


KIT = {
    "calendar": ("calendar",),
    "icons": ("icon", "mark"),
    "notice": ("notice", "warning", "next_steps"),
    "registers": ("register_list", "register_filters", "register_files"),
    "status": ("tag", "days_left", "standing"),
    "summary": ("summary_list", "summary_row"),
    "tables": ("table", "plain_table", "empty_state", "pager"),
    "track": ("track",),
    "wtf": ("wtf_errors", "field", "fields", "ready_sentences"),
}
"""What nearly every page is drawn with: macros of `templates/kit/`, at hand by these names without being imported."""


def _lay_out_kit(app: Flask) -> None:
    """The kit is at hand on every page; `kit` and `wtf` are its two rooms of forms, whole."""
    at_hand = app.jinja_env.globals
    rooms = {name: app.jinja_env.get_template(f"kit/{name}.html").module for name in ("forms", *KIT)}
    at_hand.update(kit=rooms["forms"], wtf=rooms["wtf"])
    for room, names in KIT.items():
        at_hand.update({name: getattr(rooms[room], name) for name in names})


def _furnish_templates(app: Flask) -> None:
    @app.context_processor
    def _shared() -> dict:
        told = session.pop("outcome", {}) if "outcome" in session else {}
        return {
            "office": _office(),
            "navigation": navigation.for_user(current_user, request.path),
            "help": navigation.help_at(current_user, request),
            "today": clock.today(),
            **told,
        }

    # Fifty forms on a page share one token; asking for it anew each time costs more than the form.
    app.jinja_env.globals["csrf_token"] = lambda: g.get("csrf_token") or generate_csrf()
    app.jinja_env.globals["version"] = __version__
    for unused in ("config", "csrf_meta_tag", "cycler", "g", "joiner", "lipsum", "request", "session"):
        del app.jinja_env.globals[unused]  # settings and secrets are nothing to a template; imports look at each anew
    app.jinja_env.globals["once_key"] = lambda: secrets.token_urlsafe(16)


def _office() -> Office:
    """The office's settings; where the database fails, the defaults for the error page."""
    try:
        return the_office()
    except PeeweeException:
        return office_of({})


def _serve_static(app: Flask, config: Config) -> None:
    """Static files under an address that names their content, kept by browsers for ever."""
    folder = ROOT / "static"
    prefix = f"static/{_fingerprint(folder)}"
    app.jinja_env.globals["asset"] = lambda path: f"/{prefix}/{path}"
    served = WhiteNoise(
        app.wsgi_app,
        root=str(folder),
        prefix=prefix,
        max_age=31_536_000,
        allow_all_origins=False,
        immutable_file_test=lambda path, url: True,
    )
    behind = ProxyFix(served, x_for=config.proxies, x_proto=config.proxies) if config.proxies else served
    app.wsgi_app = behind  # type: ignore[method-assign]  # Flask's own way of adding middleware


def _fingerprint(folder: Path) -> str:
    """Short hash over all static files' names and contents."""
    digest = hashlib.blake2b(digest_size=6)
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()
