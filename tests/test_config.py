"""Settings come from the environment; what cannot be meant is refused at the start."""

import os
import subprocess
import sys

import pytest

from pst.config import ROOT, Config, ConfigRefused, load, secret_of


def test_without_any_setting_the_defaults_hold():
    assert load({}) == Config()


def test_settings_are_read_with_their_kind():
    config = load({"PST_PORT": "9000", "PST_TLS": "ya", "PST_SMTP": "mail.test:25", "OTHER": "x"})

    assert (config.port, config.tls, config.smtp) == (9000, True, "mail.test:25")


@pytest.mark.parametrize(
    "environ",
    [
        {"PST_PORT": "delapan"},
        {"PST_RATE_LIMITS": "none"},
        {"PST_SMTP": "mail.test"},
        {"PST_SMTP_TLS": "maybe"},
        {"PST_SECRET_KEY": "short"},
    ],
)
def test_nonsense_is_refused(environ):
    with pytest.raises(ConfigRefused):
        load(environ)


def test_a_wrong_setting_is_told_in_a_sentence_and_no_trace(tmp_path):
    environ = {**os.environ, "PST_INSTANCE": str(tmp_path), "PST_PORT": "delapan"}

    outcome = subprocess.run([sys.executable, "wsgi.py"], cwd=ROOT, env=environ, capture_output=True, text=True)

    assert (outcome.returncode, outcome.stderr) == (
        1,
        "Setelan keliru. PST_PORT harus bilangan bulat, bukan 'delapan'.\n",
    )


def test_the_secret_is_made_once_and_kept_for_the_owner_alone(tmp_path):
    config = Config(instance=str(tmp_path / "kantor"))

    first, second = secret_of(config), secret_of(config)

    assert first == second and len(first) >= 43
    assert (tmp_path / "kantor" / "secret-key").stat().st_mode & 0o077 == 0


def test_the_address_people_type_is_the_setting_or_where_it_listens():
    assert Config(port=8123).site == "http://127.0.0.1:8123"
    assert Config(base_url="https://pst.test/").site == "https://pst.test"
