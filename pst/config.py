"""Every setting of an instance, its default and its meaning.

Each is an environment variable `PST_<NAME>` (also read from a file `.env` beside `wsgi.py`). What the *office*
decides — hours, clock rule, letter pattern — is not here: those are rows, changed on the pages under
`/petugas/kantor`.
"""

import base64
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

PREFIX = "PST_"
ROOT = Path(__file__).resolve().parent.parent


class ConfigRefused(Exception):
    """A setting has a value that cannot be meant."""


def _setting(default: Any, meaning: str) -> Any:
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True)
class Config:
    """The settings of one running instance; every field is one environment variable."""

    instance: str = _setting("instance", "Folder with the database, files, kept mail and secrets.")
    host: str = _setting("127.0.0.1", "Address to listen on; 0.0.0.0 for the whole intranet.")
    port: int = _setting(8000, "Port to listen on.")
    base_url: str = _setting(
        "", "How people reach the site, for links in letters and e-mails; empty: http://host:port."
    )
    secret_key: str = _setting("", "Signs cookies; empty: made once and kept in the instance folder.")
    secret_key_fallbacks: str = _setting("", "Former secret keys, separated by commas, still accepted while rotating.")
    identity_key: str = _setting(
        "", "Seals the identities of complainants; empty: made once and kept in the instance folder."
    )
    identity_key_fallbacks: str = _setting(
        "", "Former identity keys, separated by commas, still able to open while rotating."
    )
    tls: bool = _setting(False, "The site is served through HTTPS: cookies are marked Secure.")
    proxies: int = _setting(0, "How many reverse proxies stand in front and may name the visitor's address.")
    trusted_hosts: str = _setting("", "Host names the site answers to, separated by commas; empty: any.")
    staff_networks: str = _setting("", "Networks (CIDR, commas) that may open /petugas; empty: any.")
    rate_limits: str = _setting("strict", "strict or relaxed: how soon repeated tries from one address must wait.")
    idle_minutes: int = _setting(30, "Minutes without a click after which an officer must sign in again.")
    applicant_idle_minutes: int = _setting(240, "The same for applicants.")
    smtp: str = _setting("", "Outgoing mail server as host:port; empty: mails are kept as files.")
    smtp_user: str = _setting("", "User name at the mail server; empty: none.")
    smtp_password: str = _setting("", "Password at the mail server.")
    smtp_tls: str = _setting("auto", "starttls, tls, none, or auto (starttls where offered).")
    mail_from: str = _setting("pst@localhost", "Sender address of outgoing mail.")
    clamd: str = _setting(
        "",
        "Virus scanner (clamd) that uploads are shown to, as host:port or path of its socket; empty: none.",
    )
    demo: bool = _setting(False, "Shows the list of ready demo accounts on the first page.")
    minute_jobs: bool = _setting(True, "wsgi.py runs the minute jobs itself; off where a timer does.")
    threads: int = _setting(8, "Threads that answer requests.")

    @property
    def folder(self) -> Path:
        """The instance folder, absolute."""
        return Path(self.instance).expanduser().resolve()

    @property
    def database(self) -> Path:
        return self.folder / "pst.sqlite3"

    @property
    def files(self) -> Path:
        return self.folder / "files"

    @property
    def mails(self) -> Path:
        return self.folder / "mail"

    @property
    def site(self) -> str:
        """The address people type, without a final slash."""
        return (self.base_url or f"http://{self.host}:{self.port}").rstrip("/")


def load(environ: Mapping[str, str] | None = None) -> Config:
    """The settings of this process: `.env`, then the environment on top. Raises `ConfigRefused`."""
    if environ is None:
        kept = {key: value or "" for key, value in dotenv_values(ROOT / ".env").items()}
        environ = {**kept, **os.environ}
    given = {f.name: environ[PREFIX + f.name.upper()] for f in fields(Config) if PREFIX + f.name.upper() in environ}
    config = Config(**{f.name: _read(f, given[f.name]) for f in fields(Config) if f.name in given})
    _refuse_nonsense(config)
    return config


def _read(setting: Field, text: str) -> Any:
    if setting.type in (bool, "bool"):
        return text.strip().lower() in ("1", "true", "yes", "ya", "on")
    if setting.type not in (int, "int"):
        return text.strip()
    try:
        return int(text)
    except ValueError:
        raise ConfigRefused(f"{PREFIX}{setting.name.upper()} harus bilangan bulat, bukan {text!r}.") from None


def _refuse_nonsense(config: Config) -> None:
    if config.rate_limits not in ("strict", "relaxed"):
        raise ConfigRefused("PST_RATE_LIMITS hanya boleh strict atau relaxed.")
    if config.smtp_tls not in ("auto", "starttls", "tls", "none"):
        raise ConfigRefused("PST_SMTP_TLS hanya boleh auto, starttls, tls, atau none.")
    if config.smtp and not config.smtp.rpartition(":")[2].isdigit():
        raise ConfigRefused("PST_SMTP ditulis host:porta, misalnya mail.contoh.go.id:587.")
    if not all(_is_identity_key(key) for key in _given_keys(config)):
        raise ConfigRefused("PST_IDENTITY_KEY adalah 32 bita acak dalam base64 (44 huruf, URL-safe).")
    if config.secret_key and len(config.secret_key) < 32:
        raise ConfigRefused("PST_SECRET_KEY paling sedikit 32 huruf.")


def _given_keys(config: Config) -> list[str]:
    given = [config.identity_key, *config.identity_key_fallbacks.split(",")]
    return [key.strip() for key in given if key.strip()]


def _is_identity_key(key: str) -> bool:
    try:
        return len(base64.urlsafe_b64decode(key)) == 32
    except ValueError:
        return False


def secret_of(config: Config) -> str:
    """The key that signs cookies: the setting, or one made once and kept readable by the owner alone."""
    return config.secret_key or _made_once(config.folder / "secret-key", lambda: secrets.token_urlsafe(48))


def identity_keys_of(config: Config) -> tuple[str, ...]:
    """The keys of complainants' identities, the one that seals first; 32 random bytes each in URL-safe base64.

    To change the key: set the new one as PST_IDENTITY_KEY and the old one as PST_IDENTITY_KEY_FALLBACKS, run
    `flask reseal-identities`, then drop the old one. The key is not part of the database and not of its backup:
    whoever finds a backup finds no identity, and whoever loses the key loses the identities.
    """
    own = config.identity_key or _made_once(
        config.folder / "identity-key", lambda: base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
    )
    return (own, *(key.strip() for key in config.identity_key_fallbacks.split(",") if key.strip()))


def _made_once(kept: Path, make: Callable[[], str]) -> str:
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with open(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(make())
    return kept.read_text().strip()
