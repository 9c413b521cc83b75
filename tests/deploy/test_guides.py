"""What the guides tell to type exists: commands, files, places."""

import configparser
import re

from pst.cli.commands import COMMANDS
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
