"""Installs or updates the office on this machine; says what it did and what it left alone.

`python3 deploy/install.py [--root FOLDER] [--no-packages] [NAME=VALUE …]`, with Debian's Python alone. What is there
already and as it should be is left alone, so that it is also the way to update. With `--root` everything is written
below that folder and the machine itself is not touched: no account, no service. On Windows it prepares the
program, its packages and its settings; `install.ps1` does the rest.
"""

from __future__ import annotations  # so that an older Python can still say that it is too old

import argparse
import getpass
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

SOURCE = Path(__file__).resolve().parent.parent
FILES = ("wsgi.py", "requirements.txt", "requirements-signatures.txt", ".env.example", "README.md", "LICENSE")
FOLDERS = ("pst", "templates", "static", "deploy")
HOME = Path("C:/PST" if os.name == "nt" else "/srv/pst")
ACCOUNT, SERVICE = "pst", "pst.service"
UNITS = Path("/etc/systemd/system")
CADDY = Path("/etc/caddy/Caddyfile")
CADDY_AS_PACKAGED = "The Caddyfile is an easy way to configure"
EXAMPLE_HOST = "pst.contoh.go.id"
INSTALLED = "installed.txt"
"""Beside the packages: the list they were installed from."""

QUESTIONS = {
    "PST_BASE_URL": "Alamat yang akan diketik orang, misalnya https://pst.contoh.go.id",
    "PST_SMTP": "Peladen surel keluar (host:porta); kosong bila belum ada",
    "PST_MAIL_FROM": "Alamat pengirim surel",
    "PST_SMTP_USER": "Nama pengguna pada peladen surel; kosong bila tanpa nama",
    "PST_SMTP_PASSWORD": "Kata sandi pada peladen surel (tidak tampil)",
}


def main() -> None:
    """Do it all, in order."""
    told = _arguments()
    trial = told.root is not None
    if sys.hexversion < 0x030B0000:
        sys.exit("Perlu Python 3.11 atau lebih baru.")
    if not trial and os.name == "posix" and os.geteuid() != 0:
        sys.exit("Jalankan sebagai root, atau cobalah dahulu dengan --root FOLDER.")
    os.umask(0o022)
    Installation(Machine(told.root), _settings(told.settings, asked=sys.stdin.isatty()), told.packages).run()


class Machine:
    """Where it is installed, and what is told to whoever installs."""

    def __init__(self, root: Path | None) -> None:
        self.root = root.resolve() if root else None
        self.has_services = root is None and os.name == "posix"

    def at(self, path: Path) -> Path:
        """This path, on a trial below its root."""
        return path if self.root is None else self.root / path.relative_to(path.anchor)

    def say(self, what: str, of: object) -> None:
        print(f"{what:<7} {of}", flush=True)

    def write(self, place: Path, text: str, mode: int = 0o644) -> bool:
        """Let the file say this; whether it did not yet."""
        data = text.encode()
        if place.exists() and place.read_bytes() == data:
            self.say("tetap", place)
            return False
        what = "diubah" if place.exists() else "dibuat"
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_name(f".{place.name}.baru")
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
            file.write(data)
        os.replace(half, place)
        self.say(what, place)
        return True

    def folder(self, place: Path, mode: int, owned: bool = False) -> None:
        """A folder with these rights, the service's own where said."""
        is_new = not place.exists()
        place.mkdir(parents=True, exist_ok=True)
        right = is_new or place.stat().st_mode & 0o777 == mode
        place.chmod(mode)
        if owned and self.has_services:
            shutil.chown(place, ACCOUNT, ACCOUNT)
        self.say("dibuat" if is_new else "tetap" if right else "diubah", place)

    def run(self, *words: object, as_service: bool = False, may_fail: bool = False, cwd: Path | None = None) -> bool:
        """Run this; whether it went well."""
        told = [str(word) for word in words]
        if as_service and self.has_services:
            told = ["runuser", "-u", ACCOUNT, "--", "env", f"PST_INSTANCE={HOME / 'data'}", *told]
        done = subprocess.run(told, cwd=cwd, check=False).returncode == 0
        if not done and not may_fail:
            sys.exit(f"Gagal: {' '.join(told)}")
        return done


class Installation:
    """One office on one machine, step by step."""

    def __init__(self, machine: Machine, settings: dict[str, str], packages: bool) -> None:
        self.machine, self.settings, self.packages = machine, settings, packages
        home = machine.at(HOME)
        self.app, self.data, self.backup = home / "app", home / "data", home / "backup"
        self.venv = self.app / ".venv"
        self.programs = self.venv / ("Scripts" if os.name == "nt" else "bin")

    def run(self) -> None:
        """What deploy/linux.md tells, in its order."""
        self.account()
        self.machine.folder(self.app, 0o755)
        self.machine.folder(self.data, 0o700, owned=True)
        self.machine.folder(self.backup, 0o700, owned=True)
        changed = self.program()
        changed |= self.install_packages()
        changed |= self.environment()
        if os.name == "posix":
            changed |= self.units()
            self.caddy()
        self.start(changed)

    def account(self) -> None:
        """The account that the service runs as; it can change nothing of the program."""
        if not self.machine.has_services:
            self.machine.say("dilewat", "akun layanan (hanya pada mesin sungguhan)")
        elif self.machine.run("getent", "passwd", ACCOUNT, may_fail=True):
            self.machine.say("tetap", f"akun {ACCOUNT}")
        else:
            self.machine.run("useradd", "--system", "--home-dir", HOME, "--shell", "/usr/sbin/nologin", ACCOUNT)
            self.machine.say("dibuat", f"akun {ACCOUNT}")

    def program(self) -> bool:
        """The files of the program, as they lie beside this one; what they no longer have goes."""
        wanted = _files_of(SOURCE)
        if self.app.resolve() == SOURCE:
            self.machine.say("tetap", f"program di {self.app} (perintah ini dijalankan dari sana)")
            return True  # nobody can tell what was copied there before
        stale = sorted(_files_of(self.app) - wanted)
        differing = sorted(name for name in wanted if not _alike(SOURCE / name, self.app / name))
        if not stale and not differing:
            self.machine.say("tetap", f"program di {self.app}")
            return False
        self.before_update()
        for name in differing:
            (self.app / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(SOURCE / name, self.app / name)
        for name in stale:
            (self.app / name).unlink()
        self.machine.say("diubah", f"program di {self.app}: {len(differing)} berkas disalin, {len(stale)} dihapus")
        return True

    def before_update(self) -> None:
        """An office that is served already is backed up by the program it had, and waits."""
        if self.machine.has_services and (self.data / "pst.sqlite3").exists() and (self.programs / "flask").exists():
            place = self.backup / f"sebelum-{time.strftime('%Y%m%d-%H%M%S')}"
            self.flask("backup", place)
            self.machine.run("systemctl", "stop", SERVICE)

    def install_packages(self) -> bool:
        """What the program stands on, each file held against its hash."""
        listed = (SOURCE / "requirements.txt").read_text(encoding="utf-8")
        mark = self.venv / INSTALLED
        if not self.packages:
            self.machine.say("dilewat", "pustaka (--no-packages)")
            return False
        if mark.exists() and mark.read_text(encoding="utf-8") == listed and self.has_packages():
            self.machine.say("tetap", f"pustaka di {self.venv}")
            return False
        self.machine.run(_python(), "-m", "venv", self.venv)
        pip = (self.programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        self.machine.run(*pip, "--require-hashes", "-r", self.app / "requirements.txt")
        return self.machine.write(mark, listed)

    def has_packages(self) -> bool:
        """Not so after the system's Python became another."""
        look = "import sys, importlib.util as found; sys.exit(not found.find_spec('flask'))"
        return self.machine.run(self.programs / "python", "-c", look, may_fail=True)

    def environment(self) -> bool:
        """The settings: those given now are set, those that stand there stay. Only root and the service read them."""
        place = self.app / ".env"
        kept = place.read_text(encoding="utf-8") if place.exists() else ""
        text = kept or (SOURCE / ".env.example").read_text(encoding="utf-8")
        for name, value in self.settings.items():
            text = _with_setting(text, name, value)
        for name, value in self.worked_out(text, is_new=not kept).items():
            text = _with_setting(text, name, value)
        changed = self.machine.write(place, text, mode=0o640)
        place.chmod(0o640)
        if self.machine.has_services:
            shutil.chown(place, "root", ACCOUNT)
        return changed

    def worked_out(self, text: str, is_new: bool) -> dict[str, str]:
        """What follows from where things lie, at first; and from the address, whenever that is said."""
        found = {"PST_BACKUPS": (HOME / "backup").as_posix()} if is_new else {}
        if is_new and os.name == "nt":
            found["PST_INSTANCE"] = (HOME / "data").as_posix()
        if self.settings.get("PST_BASE_URL"):
            host = _host_of_https(text)
            found |= {"PST_HOST": "127.0.0.1" if host else "0.0.0.0", "PST_TRUSTED_HOSTS": host}
            found |= dict.fromkeys(("PST_TLS", "PST_PROXIES"), str(int(bool(host))))
        return {name: value for name, value in found.items() if name not in self.settings}

    def units(self) -> bool:
        """The services; changes of the office's own belong into `systemctl edit`, which stays."""
        place, changed = self.machine.at(UNITS), False
        for unit in sorted((SOURCE / "deploy" / "systemd").iterdir()):
            changed |= self.machine.write(place / unit.name, unit.read_text(encoding="utf-8"))
        return changed

    def caddy(self) -> None:
        """HTTPS, where the address says so and Caddy has not been told anything else."""
        place = self.machine.at(CADDY)
        host = _host_of_https((self.app / ".env").read_text(encoding="utf-8"))
        if not host:
            self.machine.say("dilewat", "Caddy: alamatnya bukan https://")
        elif place.exists() and CADDY_AS_PACKAGED not in place.read_text(encoding="utf-8"):
            self.machine.say("tetap", f"{place} (sudah diisi; samakan sendiri dengan deploy/Caddyfile)")
        else:
            text = (SOURCE / "deploy" / "Caddyfile").read_text(encoding="utf-8")
            self.machine.write(place, text.replace(EXAMPLE_HOST, host))
            if self.machine.has_services and shutil.which("caddy"):
                self.machine.run("systemctl", "reload-or-restart", "caddy", may_fail=True)
            elif self.machine.has_services:
                self.machine.say("PERLU", "Caddy belum terpasang: apt install caddy")

    def start(self, changed: bool) -> None:
        """Serve, then let the office say itself what is still to be done."""
        if not self.machine.has_services or not self.packages:
            self.machine.say("dilewat", "layanan dan pemeriksaan")
            return
        if changed:  # the service may not write there, and would compile it at every start
            self.machine.run(self.programs / "python", "-m", "compileall", "-q", self.app / "pst")
        self.machine.run("systemctl", "daemon-reload")
        self.machine.run("systemctl", "enable", "--quiet", SERVICE)
        self.machine.run("systemctl", "restart" if changed else "start", SERVICE)
        self.machine.say("diubah" if changed else "tetap", f"{SERVICE} berjalan")
        self.flask("doctor", may_fail=True)
        print(f"Tautan administrator pertama dan kunci yang harus disalin: journalctl -u {SERVICE} -n 20")

    def flask(self, *words: object, may_fail: bool = False) -> None:
        """A command of the program that is installed, as the service."""
        told = (self.programs / "flask", "--app", "wsgi", *words)
        self.machine.run(*told, as_service=True, may_fail=may_fail, cwd=self.app)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Memasang atau memperbarui PST di mesin ini.")
    parser.add_argument("settings", nargs="*", metavar="NAMA=NILAI", help="setelan untuk .env")
    parser.add_argument("--root", type=Path, help="coba di bawah folder ini; mesinnya sendiri tidak disentuh")
    parser.add_argument("--no-packages", dest="packages", action="store_false", help="tanpa pustaka")
    return parser.parse_args()


def _settings(given: list[str], asked: bool) -> dict[str, str]:
    """What was given as words, and, of an office without settings, what is answered."""
    example = (SOURCE / ".env.example").read_text(encoding="utf-8")
    settings = dict(word.partition("=")[::2] for word in given)
    if unknown := [name for name in settings if f"\n#{name}=" not in example]:
        sys.exit(f"Setelan tidak dikenal: {', '.join(unknown)}. Yang dikenal ada di .env.example.")
    if asked and not (HOME / "app" / ".env").exists():
        for name, question in QUESTIONS.items():
            if name not in settings and (name != "PST_SMTP_PASSWORD" or settings.get("PST_SMTP_USER")):
                answer: Callable[[str], str] = getpass.getpass if name == "PST_SMTP_PASSWORD" else input
                if value := answer(f"{question}: ").strip():
                    settings[name] = value
    return settings


def _files_of(place: Path) -> set[str]:
    """The program's files below this folder, by their paths in it."""
    found = {name for name in FILES if (place / name).is_file()}
    for folder in FOLDERS:
        found |= {file.relative_to(place).as_posix() for file in (place / folder).rglob("*") if file.is_file()}
    return {name for name in found if "__pycache__" not in name}


def _alike(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()


def _python() -> str:
    """The system's own: what lies in somebody's folder is closed to the service."""
    system = Path("/usr/bin/python3")
    return str(system) if os.name == "posix" and system.exists() else sys.executable


def _given(text: str, name: str) -> str | None:
    """The value of a setting that is not only offered."""
    values = [line.partition("=")[2].strip() for line in text.splitlines() if line.startswith(f"{name}=")]
    return values[-1] if values else None


def _with_setting(text: str, name: str, value: str) -> str:
    """The settings, with this one set in the place where it stood or was offered."""
    lines = [f"{name}={value}" if line.startswith((f"{name}=", f"#{name}=")) else line for line in text.splitlines()]
    if f"{name}={value}" not in lines:
        lines.append(f"{name}={value}")
    return "\n".join(lines) + "\n"


def _host_of_https(text: str) -> str:
    """The name under which the site is opened through HTTPS; "" when it is not."""
    address = urlsplit(_given(text, "PST_BASE_URL") or "")
    return address.hostname or "" if address.scheme == "https" else ""


if __name__ == "__main__":
    main()
