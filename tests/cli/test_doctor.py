"""What the doctor says of an installation that is well, and of one that is not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pst import clock
from pst.actions import audit
from pst.actions.office import backup
from pst.cli import doctor
from pst.models import base, schema
from tests.mail.mail_server import free_port

GOOD = {
    "base_url": "https://pst.contoh.test",
    "tls": True,
    "smtp": "mail.contoh.test:587",
    "mail_from": "pst@contoh.test",
    "demo": False,
}


@pytest.fixture
def well(app, config, monkeypatch):
    """An installation with nothing wrong."""
    monkeypatch.setattr("pst.cli.doctor.LEAST_DISK", 0)
    config.folder.chmod(0o700)
    app.extensions["pst_config"] = replace(config, **GOOD)
    backup.make_backup(config.folder, config.folder / "backups" / "harian", clock.now())
    return app


def said(app) -> tuple[int, list[str]]:
    outcome = app.test_cli_runner().invoke(args=["doctor"])
    return outcome.exit_code, [line for line in outcome.stdout.splitlines() if line.startswith("PERLU")]


def test_an_installation_that_is_well(well):
    assert said(well) == (0, [])


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"base_url": "http://127.0.0.1:8000", "tls": False}, "hanya dapat dibuka di mesin ini."),
        ({"base_url": "http://pst.contoh.test"}, "tidak sejalan"),
        ({"demo": True}, "PST_DEMO=1"),
        ({"smtp": ""}, "PST_SMTP kosong"),
        ({"mail_from": "pst@localhost"}, "PST_MAIL_FROM belum diisi"),
        ({"clamd": f"127.0.0.1:{free_port()}"}, "tidak menjawab: setiap lampiran ditolak"),
    ],
)
def test_a_setting_that_cannot_be_meant(wrong, sentence, well, config):
    well.extensions["pst_config"] = replace(config, **{**GOOD, **wrong})

    code, (line,) = said(well)

    assert code == 1 and sentence in line


def test_what_others_may_read_is_named(well, config):
    (config.folder / "identity-key").write_text("kunci")
    (config.folder / "identity-key").chmod(0o644)
    config.folder.chmod(0o755)

    _, lines = said(well)

    assert [line.rpartition(": ")[2] for line in lines] == ["chmod 600.", "chmod 700."]


def test_a_clock_behind_an_old_backup_and_a_folder_that_is_full(well, monkeypatch):
    with base.write():
        audit.record("office", "", "change", None, clock.now() + timedelta(days=2))
    monkeypatch.setattr("pst.cli.doctor.OLDEST_BACKUP", timedelta(0))
    monkeypatch.setattr("pst.cli.doctor.LEAST_DISK", 10**18)

    _, lines = said(well)

    assert [any(words in line for line in lines) for words in ("Jam mesin", "Cadangan terakhir", "Ruang kosong")] == [
        True
    ] * 3


def test_a_database_of_a_newer_program_is_left_alone(well, refuse):
    base.database.execute_sql("UPDATE schema_migration SET name = '9999_later' WHERE name = '0001_initial'")

    assert schema.unknown() == ["9999_later"]
    assert any("program yang lebih baru (9999_later)" in line for line in said(well)[1])
    assert "program yang lebih baru" in refuse("upgrade")


def test_settings_are_shown_as_they_were_read_and_secrets_by_their_length(monkeypatch):
    monkeypatch.setenv("PST_SMTP_PASSWORD", "rahasia#1")
    monkeypatch.setenv("PST_PORT", "8001")
    monkeypatch.setenv("PST_" + "PROT", "8002")

    shown = dict(doctor.settings_read())

    assert (shown["PST_SMTP_PASSWORD"], shown["PST_PORT"], shown["PST_" + "PROT"]) == ("(9 huruf)", "8001", "8002")
