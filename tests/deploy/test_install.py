"""The office is installed by the program that the guide names: below a folder, as anybody, without its packages."""

import shutil
import subprocess
import sys
from runpy import run_path

import pytest

from pst.config import SETTINGS, load
from tests.laws.tree import ROOT


@pytest.fixture
def install(tmp_path):
    """`install("PST_SMTP=…")`: what it said, run with the bare Python, everything below `tmp_path`."""

    def run(*words, fails=False):
        command = [sys.executable, "-I", "-S", ROOT / "deploy" / "install.py", "--root", tmp_path, "--no-packages"]
        done = subprocess.run([*command, *words], capture_output=True, text=True, stdin=subprocess.DEVNULL)
        assert (done.returncode != 0) == fails, done.stderr
        return done.stderr if fails else done.stdout

    return run


def tree(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_an_office_is_installed_and_a_second_time_changes_nothing(install, tmp_path):
    install("PST_BASE_URL=https://pst.mempawah.go.id", "PST_SMTP=surel:587")
    app, before = tmp_path / "srv/pst/app", tree(tmp_path)

    said = install()

    assert "dibuat" not in said and "diubah" not in said
    assert tree(tmp_path) == before
    assert {path.name: oct(path.stat().st_mode & 0o777) for path in app.parent.iterdir()} == {
        "app": "0o755",
        "data": "0o700",
        "backup": "0o700",
    }
    assert (app / ".env").stat().st_mode & 0o777 == 0o640
    assert "pst.mempawah.go.id {" in (tmp_path / "etc/caddy/Caddyfile").read_text()
    for unit in (ROOT / "deploy/systemd").iterdir():
        assert (tmp_path / "etc/systemd/system" / unit.name).read_text() == unit.read_text()


def test_what_it_writes_is_read_by_the_program(install, tmp_path):
    install("PST_BASE_URL=https://pst.mempawah.go.id", "PST_SMTP=surel:587", "PST_MAIL_FROM=pst@mempawah.go.id")
    lines = (tmp_path / "srv/pst/app/.env").read_text().splitlines()
    given = dict(line.partition("=")[::2] for line in lines if line and not line.startswith("#"))

    config = load(given)

    assert set(given) <= set(SETTINGS)
    assert (config.site, config.tls, config.proxies) == ("https://pst.mempawah.go.id", True, 1)
    assert (str(config.backup_folder), config.host, config.smtp) == ("/srv/pst/backup", "127.0.0.1", "surel:587")


def test_updating_replaces_the_program_and_leaves_what_the_office_wrote(install, tmp_path):
    install("PST_BASE_URL=http://pst:8000", "PST_SMTP=lama:25")
    app = tmp_path / "srv/pst/app"
    (app / "wsgi.py").write_text("versi lama")
    (app / "pst/dahulu.py").write_text("tidak ada lagi")
    with open(app / ".env", "a") as settings:
        settings.write("PST_CLAMD=127.0.0.1:3310\n")
    (tmp_path / "srv/pst/data/pst.sqlite3").write_text("isi kantor")

    said = install("PST_SMTP=baru:587")

    assert "1 berkas disalin, 1 dihapus" in said
    assert (app / "wsgi.py").read_text() == (ROOT / "wsgi.py").read_text() and not (app / "pst/dahulu.py").exists()
    kept = (app / ".env").read_text()
    assert "PST_SMTP=baru:587" in kept and "lama:25" not in kept and "\nPST_BASE_URL=http://pst:8000\n" in kept
    assert kept.endswith("PST_CLAMD=127.0.0.1:3310\n")
    assert (tmp_path / "srv/pst/data/pst.sqlite3").read_text() == "isi kantor"
    assert not (tmp_path / "etc/caddy").exists()


def test_an_office_that_turns_to_https_is_no_longer_reached_around_caddy(install, tmp_path):
    install("PST_BASE_URL=http://pst:8000")
    settings = tmp_path / "srv/pst/app/.env"
    assert "\nPST_HOST=0.0.0.0\n" in settings.read_text()

    install("PST_BASE_URL=https://pst.mempawah.go.id")

    kept = settings.read_text()
    assert all(f"\n{line}\n" in kept for line in ("PST_HOST=127.0.0.1", "PST_TLS=1", "PST_PROXIES=1"))


def test_on_a_real_machine_the_account_packages_and_services_follow_and_an_office_is_backed_up_first(
    tmp_path, monkeypatch
):
    """The commands are only written down: this machine stays as it is."""
    program = run_path(str(ROOT / "deploy" / "install.py"))
    monkeypatch.setattr(shutil, "chown", lambda *_: None)
    machine, ran = program["Machine"](tmp_path), []
    machine.has_services = True
    machine.run = lambda *words, **how: ran.append(" ".join(map(str, words))) or words[0] != "getent"

    program["Installation"](machine, {}, packages=True).run()

    first = [each.replace(str(tmp_path), "") for each in ran]
    assert first[1] == "useradd --system --home-dir /srv/pst --shell /usr/sbin/nologin pst"
    assert any("--require-hashes -r /srv/pst/app/requirements.txt" in each for each in first)
    assert first[-4:] == [
        "systemctl daemon-reload",
        "systemctl enable --quiet pst.service",
        "systemctl restart pst.service",
        "/srv/pst/app/.venv/bin/flask --app wsgi doctor",
    ]

    app = tmp_path / "srv/pst/app"
    (app / "wsgi.py").write_text("versi lama")
    (app / ".venv/bin").mkdir()
    (app / ".venv/bin/flask").touch()
    (tmp_path / "srv/pst/data/pst.sqlite3").touch()
    ran.clear()

    program["Installation"](machine, {}, packages=True).run()

    words = [each.replace(str(tmp_path), "") for each in ran]
    saved = next(number for number, each in enumerate(words) if " backup /srv/pst/backup/sebelum-" in each)
    assert words[saved + 1] == "systemctl stop pst.service"
    assert "systemctl restart pst.service" in words[saved:] and not any("pip" in each for each in words)


def test_a_setting_that_does_not_exist_is_refused_before_anything_is_done(install, tmp_path):
    assert "PST_" + "SMPT" in install("PST_" + "SMPT=surel:25", fails=True)
    assert list(tmp_path.iterdir()) == []
