"""Every setting of an instance, its default and its meaning, declared once as a field of `Config`.

Each is an environment variable `PST_<NAME>` (also read from a file `.env` beside `wsgi.py`). What the *office*
decides — hours, clock rule, letter pattern — is not here: those are rows, changed on the pages under
`/petugas/kantor`. `.env.example` and README's table are written from these declarations
(`python -m tests.laws.test_settings`).
"""

import base64
import io
import ipaddress
import os
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pyrage import RecipientError, x25519

from pst.disk import write_whole
from pst.rules.items import Item, asked, items_of, shaped
from pst.rules.refusals import Refusal
from pst.rules.wording import enumeration

PREFIX = "PST_"
ROOT = Path(__file__).resolve().parent.parent
DATABASE = "pst.sqlite3"
"""The file that SQLite keeps the office in, and that every backup holds."""
SECRET_KEY, IDENTITY_KEY, AUDIT_KEY, STAMP_KEY = "secret-key", "identity-key", "audit-key", "verification-key"
"""Files in the instance folder that hold a key each, where the settings hold none."""
PUBLIC = "umum-"
"""How the public half of a key is written, so that nobody takes it for the other."""
COPY_IT = {
    IDENTITY_KEY: "kunci identitas pelapor pengaduan, yang sengaja tidak ikut dalam cadangan. Salin berkas itu "
    "sekarang ke tempat lain yang terkunci; tanpa kunci itu identitas pelapor tidak dapat dibuka lagi.",
    STAMP_KEY: "kunci penanda tangan QR surat, yang sengaja tidak ikut dalam cadangan. Salin berkas itu sekarang ke "
    "tempat lain yang terkunci; siapa pun yang memilikinya dapat membuat QR yang tampak asli.",
}
"""The keys that no backup holds, and what is said where they were made."""
DEMO_PASSWORD = "sandi-contoh-2026"
"""Password of every demo account; shown only where the instance is a demo."""


class ConfigRefused(Exception):
    """A setting has a value that cannot be meant."""


def identity_keys(text: str) -> str:
    """One key, or several between commas; each is 32 random bytes in base64."""
    try:
        sound = all(len(base64.urlsafe_b64decode(key)) == 32 for key in parts(text))
    except ValueError:
        sound = False
    if not sound:
        raise Refusal("adalah 32 bita acak dalam base64 (44 huruf, URL-safe).")
    return text


def public_keys(text: str) -> str:
    """Public halves of keys, between commas; never a half that signs, for these are given away."""
    if not all(part.startswith(PUBLIC) for part in parts(text)):
        raise Refusal("adalah kunci umum dari kunci-verifikasi.txt (diawali umum-), bukan isi verification-key.")
    identity_keys(text.replace(PUBLIC, ""))
    return text


def networks(text: str) -> str:
    """Networks as `ipaddress` reads them, between commas."""
    try:
        [ipaddress.ip_network(part, strict=False) for part in parts(text)]
    except ValueError:
        raise Refusal("ditulis sebagai jaringan (CIDR), misalnya 10.61.4.0/24, dipisah koma.") from None
    return text


def a_file(text: str) -> str:
    """The path of a file that is there."""
    if not Path(text).is_file():
        raise Refusal("bukan berkas yang ada.")
    return text


def backup_keys(text: str) -> str:
    """Public keys of age, between commas."""
    try:
        [x25519.Recipient.from_str(part) for part in parts(text)]
    except RecipientError:
        raise Refusal("adalah kunci umum age, seperti dicetak perintah backup-key (age1…).") from None
    return text


def a_place(text: str) -> str:
    """The path of a file or folder that is there."""
    if not Path(text).exists():
        raise Refusal("bukan berkas atau folder yang ada.")
    return text


def parts(text: str) -> tuple[str, ...]:
    """What stands between the commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _setting(default: object, meaning: str, **more: Any) -> Any:
    kind = {bool: "yesno", int: "number"}.get(type(default), "text")
    return asked(meaning, default, kind=kind, **more)


def _one_of(*values: str) -> tuple[tuple[str, str], ...]:
    return tuple((value, value) for value in values)


@dataclass(frozen=True)
class Config:
    """The settings of one running instance; every field is one environment variable."""

    instance: str = _setting("instance", "Folder data: basis data, berkas, surel yang disimpan, kunci rahasia.")
    host: str = _setting("127.0.0.1", "Alamat tempat mendengarkan; 0.0.0.0 untuk seluruh jaringan kantor.")
    port: int = _setting(8000, "Porta tempat mendengarkan.")
    base_url: str = _setting(
        "",
        "Alamat situs seperti diketik orang, untuk tautan di surat dan surel; kosong: http://host:porta. "
        "Surat baru terbit bila alamatnya dapat dibuka dari komputer lain.",
        check=shaped(r"https?://\S+", "diawali http:// atau https://, misalnya https://pst.contoh.go.id."),
    )
    secret_key: str = _setting(
        "",
        "Kunci penanda tangan kuki, paling sedikit 32 huruf; kosong: dibuat sekali dan disimpan di folder data.",
        check=shaped(r".{32,}", "paling sedikit 32 huruf."),
    )
    secret_key_fallbacks: str = _setting("", "Kunci lama yang masih diterima selama pergantian kunci, dipisah koma.")
    identity_key: str = _setting(
        "",
        "Kunci penyegel identitas pelapor pengaduan (32 bita acak, base64); "
        "kosong: dibuat sekali dan disimpan di folder data.",
        check=identity_keys,
    )
    identity_key_fallbacks: str = _setting(
        "", "Kunci identitas lama yang masih dapat membuka selama pergantian kunci, dipisah koma.", check=identity_keys
    )
    verification_key: str = _setting(
        "",
        "Kunci penanda tangan QR surat (Ed25519, 32 bita acak, base64); kosong: dibuat sekali dan disimpan di folder "
        "data.",
        check=identity_keys,
    )
    verification_key_fallbacks: str = _setting(
        "",
        "Kunci umum lama (dari kunci-verifikasi.txt) yang surat-suratnya tetap dikenal asli, dipisah koma.",
        check=public_keys,
    )
    tls: bool = _setting(False, "1 bila situs dibuka lewat HTTPS: kuki hanya dikirim lewat sambungan aman.")
    proxies: int = _setting(
        0, "Jumlah peladen perantara (misalnya Caddy) di depan yang boleh menyebut alamat pengunjung."
    )
    trusted_hosts: str = _setting("", "Nama host yang dijawab, dipisah koma; kosong: semua.")
    staff_networks: str = _setting(
        "", "Jaringan (CIDR, dipisah koma) yang boleh membuka /petugas; kosong: semua.", check=networks
    )
    kiosk_networks: str = _setting(
        "",
        "Jaringan (CIDR, dipisah koma) kios buku tamu; perangkat di dalamnya tidak perlu dipasangkan. "
        "Kosong: kios dipasangkan satu per satu.",
        check=networks,
    )
    rate_limits: str = _setting(
        "strict",
        "strict atau relaxed: seberapa cepat percobaan berulang dari satu alamat harus menunggu.",
        options=_one_of("strict", "relaxed"),
    )
    idle_minutes: int = _setting(30, "Menit tanpa kegiatan sebelum petugas harus masuk lagi.")
    session_hours: int = _setting(12, "Jam sesudah masuk ketika petugas harus masuk lagi, juga bila terus bekerja.")
    applicant_idle_minutes: int = _setting(240, "Menit tanpa kegiatan sebelum pemohon harus masuk lagi.")
    applicant_session_hours: int = _setting(
        72, "Jam sesudah masuk ketika pemohon harus masuk lagi, juga bila terus mengisi."
    )
    smtp: str = _setting(
        "",
        "Peladen surel keluar, host:porta; kosong: surel disimpan sebagai berkas di folder data.",
        check=shaped(r".*:\d+", "ditulis host:porta, misalnya mail.contoh.go.id:587."),
    )
    smtp_user: str = _setting("", "Nama pengguna pada peladen surel; kosong: tanpa nama.")
    smtp_password: str = _setting("", "Kata sandi pada peladen surel.")
    smtp_tls: str = _setting(
        "auto",
        "starttls, tls, none, atau auto (starttls bila ditawarkan; bila tidak, kata sandi tidak dikirim).",
        options=_one_of("auto", "starttls", "tls", "none"),
    )
    smtp_ca: str = _setting(
        "",
        "Berkas sertifikat (PEM) yang menerbitkan sertifikat peladen surel kantor; kosong: yang dikenal sistem.",
        check=a_file,
    )
    mail_from: str = _setting("pst@localhost", "Alamat pengirim surel.")
    clamd: str = _setting(
        "", "Pemeriksa virus (clamd) bagi berkas unggahan, `host:porta` atau letak soketnya; kosong: tidak diperiksa."
    )
    backups: str = _setting("", "Folder cadangan harian; kosong: `backups` di folder data. Sebaiknya di cakram lain.")
    backup_key: str = _setting(
        "",
        "Kunci umum (age1…, dari `backup-key`) penyegel cadangan, dipisah koma; kosong: cadangan tidak disegel.",
        check=backup_keys,
    )
    signature_ca: str = _setting(
        "",
        "Berkas atau folder sertifikat penerbit tanda tangan elektronik (PEM atau DER) yang dipercaya kantor; "
        "kosong: tidak satu pun.",
        check=a_place,
    )
    demo: bool = _setting(False, "1 menampilkan daftar akun contoh di halaman pertama; jangan untuk kantor sungguhan.")
    minute_jobs: bool = _setting(
        True, "1: wsgi.py sendiri menjalankan pekerjaan tiap menit; 0 bila sebuah penjadwal yang menjalankannya."
    )
    threads: int = _setting(8, "Banyaknya permintaan yang dikerjakan sekaligus.")

    @property
    def folder(self) -> Path:
        """The instance folder, absolute."""
        return Path(self.instance).expanduser().resolve()

    @property
    def database(self) -> Path:
        return self.folder / DATABASE

    @property
    def files(self) -> Path:
        return self.folder / "files"

    @property
    def backup_folder(self) -> Path:
        return Path(self.backups).expanduser().resolve() if self.backups else self.folder / "backups"

    @property
    def sealed_to(self) -> tuple[str, ...]:
        """The public keys that backups are sealed to; none where they are not sealed."""
        return parts(self.backup_key)

    @property
    def mails(self) -> Path:
        return self.folder / "mail"

    @property
    def site(self) -> str:
        """The address people type, as browsers spell it, without a final slash."""
        typed = urlsplit((self.base_url or f"http://{self.host}:{self.port}").rstrip("/"))
        usual = {"http": ":80", "https": ":443"}.get(typed.scheme, "")
        return typed._replace(netloc=typed.netloc.lower().removesuffix(usual)).geturl()

    @property
    def letter_site(self) -> str:
        """The address that letters carry for ever; "" while nobody else could open it. A demo prints any."""
        return self.site if self.demo or opens_elsewhere(self.site) else ""

    @property
    def trusted(self) -> Path | None:
        """Where the certificates lie by which signed letters are judged."""
        return Path(self.signature_ca) if self.signature_ca else None


SETTINGS = {PREFIX + code.upper(): item for code, item in items_of(Config).items()}
"""The declarations by their names in the environment."""


def load(environ: Mapping[str, str] | None = None) -> Config:
    """The settings of this process: `.env`, then the environment on top. Raises `ConfigRefused`."""
    environ = named_in(os.environ) if environ is None else environ
    return Config(**{item.code: _read(name, item, environ[name]) for name, item in SETTINGS.items() if name in environ})


def named_in(environ: Mapping[str, str]) -> dict[str, str]:
    """Everything that looks like a setting: of `.env`, and of the environment on top."""
    given = {**_kept(ROOT / ".env"), **environ}
    return {name: value for name, value in given.items() if name.startswith(PREFIX)}


def _kept(file: Path) -> dict[str, str]:
    """What the file says, each value as it stands: a password may hold # and $."""
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    bare = re.compile(r"^(\s*(?:export\s+)?\w+\s*=[ \t]*)([^'\"\s][^\r\n]*?)[ \t]*$", re.MULTILINE)
    text = bare.sub(lambda line: line[1] + "'" + line[2].replace("\\", "\\\\").replace("'", "\\'") + "'", text)
    return {key: value or "" for key, value in dotenv_values(stream=io.StringIO(text), interpolate=False).items()}


def _read(name: str, item: Item, given: str) -> Any:
    text, known = given.strip(), [value for value, *_ in item.options]
    if item.kind == "yesno":
        return text.lower() in ("1", "true", "yes", "ya", "on")
    if known and text not in known:
        raise ConfigRefused(f"{name} hanya boleh {enumeration(known, 'atau')}.")
    try:
        if item.kind == "number":
            return int(text)
        return item.check(text) if item.check and text else text
    except ValueError:
        raise ConfigRefused(f"{name} harus bilangan bulat, bukan {text!r}.") from None
    except Refusal as refusal:
        raise ConfigRefused(f"{name} {refusal}") from None


def make_keys(config: Config) -> list[str]:
    """Make the keys that are missing, before anybody needs them; returns what must be known of them, in Indonesian.

    Raises `ConfigRefused` when a file meant for a key is empty.
    """
    missing = [name for name in COPY_IT if not (config.folder / name).exists()]
    secret_of(config)
    identity_keys_of(config)
    stamp_keys_of(config)
    places = {name: config.folder / name for name in missing}
    return [f"{place} dibuat: {COPY_IT[name]}" for name, place in places.items() if place.exists()]


def opens_elsewhere(site: str) -> bool:
    """Can this address be opened on another machine than this? Asked of its spelling, not of the network."""
    host = urlsplit(site).hostname or ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return bool(host) and host != "localhost" and not host.endswith(".localhost")
    return not (address.is_loopback or address.is_unspecified)


def secret_of(config: Config) -> str:
    """The key that signs cookies: the setting, or one made once and kept readable by the owner alone."""
    return config.secret_key or _made_once(config.folder / SECRET_KEY, lambda: secrets.token_urlsafe(48))


def identity_keys_of(config: Config) -> tuple[str, ...]:
    """The keys of complainants' identities, the one that seals first; 32 random bytes each in URL-safe base64.

    To change the key: set the new one as PST_IDENTITY_KEY and the old one as PST_IDENTITY_KEY_FALLBACKS, run
    `flask reseal-identities`, then drop the old one. The key is not part of the database and not of its backup:
    whoever finds a backup finds no identity, and whoever loses the key loses the identities.
    """
    own = config.identity_key or _made_once(config.folder / IDENTITY_KEY, _random_key)
    return (own, *parts(config.identity_key_fallbacks))


def stamp_keys_of(config: Config) -> tuple[str, ...]:
    """The key that signs the QR code of letters, and the public halves of those that did before (`umum-…`); 32 bytes
    each in URL-safe base64.

    To change the key: note its public half (`kunci-verifikasi.txt` of the export) in PST_VERIFICATION_KEY_FALLBACKS,
    remove the file, start again. A key that somebody stole is not noted there: letters under it are no longer called
    genuine without asking the office. The key is in no backup: whoever finds a backup stamps no letter.
    """
    own = config.verification_key or _made_once(config.folder / STAMP_KEY, _random_key)
    return (own, *parts(config.verification_key_fallbacks))


def _random_key() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def audit_key_in(folder: Path) -> bytes:
    """The key that welds the chain of events of the database in this folder; made once."""
    return _made_once(folder / AUDIT_KEY, lambda: secrets.token_hex(32)).encode()


def _made_once(kept: Path, make: Callable[[], str]) -> str:
    """What this file holds, made first where it is missing. Raises `ConfigRefused` when it holds nothing."""
    if not kept.exists():
        write_whole(kept, make().encode(), mode=0o600)
    if text := kept.read_text().strip():
        return text
    raise ConfigRefused(f"{kept} kosong: letakkan kembali salinannya. Bila belum pernah dipakai, hapus berkas itu.")
