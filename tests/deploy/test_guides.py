"""What the guides tell to type exists: commands, files, places."""

import configparser
import re
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import reduce

from pst.actions.files import FileStore
from pst.actions.office import backup, restore
from pst.cli.commands import COMMANDS
from pst.models.base import write
from pst.models.files import StoredFile
from tests.factories import WHEN, a_draft
from tests.laws.tree import ROOT

DEPLOY = ROOT / "deploy"
TEXTS = {file.name: file.read_text(encoding="utf-8") for file in DEPLOY.rglob("*") if file.is_file()}


def test_every_command_of_the_guides_is_one_of_ours():
    known = {command.name for command in COMMANDS}
    named = {name: set(re.findall(r"flask --app wsgi ([a-z-]+)", text)) for name, text in TEXTS.items()}

    assert {"doctor", "restore"} <= named["linux.md"] and {"doctor", "restore"} <= named["windows.md"]
    assert {name: odd for name, words in named.items() if (odd := words - known)} == {}


def test_every_file_that_the_guides_name_lies_there():
    named = {path for text in TEXTS.values() for path in re.findall(r"deploy[/\\]([A-Za-z]+(?:\.[a-z0-9]+)?)", text)}

    assert {"install.py", "install.ps1", "Caddyfile", "systemd"} <= named
    assert [path for path in sorted(named) if not (DEPLOY / path).exists()] == []


def test_the_services_run_what_is_installed_where_it_is_installed():
    for unit in DEPLOY.glob("systemd/*.service"):
        told = configparser.RawConfigParser(strict=False)
        told.optionxform = str
        told.read(unit)
        service = told["Service"]

        assert service["WorkingDirectory"] == "/srv/pst/app" and service["User"] == "pst"
        assert service["ReadWritePaths"] == "/srv/pst/data /srv/pst/backup"
        assert service["ProtectSystem"] == "strict" and service["NoNewPrivileges"] == "yes"
        assert service["ExecStart"].startswith("/srv/pst/app/.venv/bin/")


def test_a_sealed_backup_comes_back_on_an_empty_machine_by_the_words_of_the_guide(db, config, store, tmp_path):
    """As somebody would type them, with other places; the keys that no backup holds are laid there first."""
    draft, key = a_draft(), tmp_path / "kunci"
    sha256 = store.put(b"berkas permohonan")
    with write():
        StoredFile.create(sha256=sha256, size=17, mime="application/pdf", created_at=WHEN)
    public = restore.new_key(key)
    made = backup.make_backup(config.folder, tmp_path / "cadangan" / "harian", WHEN, sealed_to=[public])
    empty = tmp_path / "mesin baru"
    empty.mkdir()
    (empty / "identity-key").write_text("A" * 43 + "=")
    (told,) = re.findall(r"^PST_INSTANCE=.* restore .*$", TEXTS["linux.md"], re.M)
    assert "`--key BERKAS` bila cadangannya disegel" in TEXTS["linux.md"]

    places = {
        "/srv/pst/data": shlex.quote(str(empty)),
        "/srv/pst/backup/<folder>": shlex.quote(str(made.folder)),
        ".venv/bin/flask": f"{shlex.quote(sys.executable)} -m flask",
    }
    typed = reduce(lambda words, place: words.replace(place, places[place]), places, f"{told} --key {key}")
    done = subprocess.run(typed, shell=True, cwd=ROOT, capture_output=True, text=True, timeout=60)

    assert (done.returncode, done.stdout.splitlines()[:1]) == (0, [f"Cadangan dipulihkan ke {empty}."]), done.stderr
    put_back = [file for file in empty.rglob("*") if file.is_file() and file.name != "identity-key"]
    assert [file.name for file in put_back if file.stat().st_mode & 0o077] == []
    with closing(sqlite3.connect(empty / "pst.sqlite3")) as found:
        assert found.execute("SELECT number FROM submission").fetchall() == [(draft.number,)]
    assert FileStore(empty / "files").read(sha256) == b"berkas permohonan"
    assert (empty / "identity-key").read_text() == "A" * 43 + "="
