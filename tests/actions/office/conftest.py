"""A small office that is backed up."""

import pytest

from pst.actions.office import backup
from tests.factories import WHEN, a_draft

PDF = b"%PDF-1.7 isi berkas"


@pytest.fixture
def office(db, config, store):
    """A small office: a draft, a stored file, a kept mail and the keys."""
    a_draft()
    store.put(PDF)
    config.mails.mkdir()
    (config.mails / "1.eml").write_text("Subject: uji")
    (config.folder / "secret-key").write_text("k" * 40)
    (config.folder / "identity-key").write_text("kunci identitas")
    (config.folder / "verification-key").write_text("kunci QR surat")
    return config.folder


@pytest.fixture
def made(office, tmp_path_factory):
    """A backup of that office."""
    return backup.make_backup(office, tmp_path_factory.mktemp("luar") / "cadangan", WHEN)
