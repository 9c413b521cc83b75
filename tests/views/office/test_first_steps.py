"""The first steps are done when the facts say so."""

from dataclasses import replace

import pytest

from pst.actions.emails import note_trial
from pst.actions.office.backup import make_backup
from pst.models.base import write
from pst.models.letters.signatories import Signatory
from pst.views.office.first_steps import first_steps
from tests.factories import WHEN, user

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture(autouse=True)
def _in_a_request(app):
    with app.test_request_context():
        yield


def left(config) -> list[str]:
    return [step.title for step in first_steps(config, WHEN.date()) if not step.done]


def test_a_furnished_office_lacks_mail_and_a_backup_until_both_were_made(config, tmp_path):
    config = replace(config, base_url="https://pst.contoh.go.id", smtp="surel.contoh:25")
    assert left(config) == ["Surel keluar", "Kios buku tamu", "Cadangan"]

    note_trial(user("admin"), WHEN)
    make_backup(config.folder, tmp_path / "cadangan", WHEN)
    assert left(config) == ["Kios buku tamu"]

    assert left(replace(config, kiosk_networks="10.9.0.0/24")) == []


def test_what_is_taken_away_is_missing_again(config):
    with write():
        Signatory.delete().execute()

    assert left(replace(config, base_url="http://127.0.0.1:8000"))[0] == "Alamat yang dapat dibuka orang lain"
    assert "Penanda tangan surat" in left(config)
