"""The file that was brought: which goes out at once, which a second person looks at, and which is refused."""

from datetime import UTC, datetime

import pytest
import time_machine

from pst.actions.letters import recognition, signed_copies
from pst.exchange.uploads import UploadRefused
from pst.models.letters.letters import Letter
from pst.models.letters.signed_copies import SignedCopy
from pst.models.office.settings import Setting
from pst.rules.review.workflow import Status
from tests.exchange.certificates import AUTHORITY, a_signer, an_authority, signed
from tests.exchange.test_pdf_pages import a_paper
from tests.factories import WHEN, a_scan, a_submission, user


@pytest.fixture
def letter(db) -> Letter:
    with time_machine.travel(datetime(2026, 11, 23, 5, tzinfo=UTC)):
        yield Letter.waiting_of(a_submission(Status.SIGNING))


@pytest.fixture
def bring(letter, store, tmp_path):
    """`bring(content)`: the officer of an office that knows the test's authority brings this file."""
    authority = tmp_path / "ca.pem"
    authority.write_bytes(an_authority(AUTHORITY).pem)
    return lambda content: signed_copies.bring(letter, user("petugas"), ("surat.pdf", content), WHEN, store, authority)


def test_the_signatorys_valid_signature_lets_the_letter_out_at_once(letter, store, bring):
    copy = bring(signed(store.read(letter.file_id)))

    assert (copy.state, copy.way, copy.signer, copy.facts["verdict"], copy.facts["same"]) == (
        "taken",
        "electronic",
        "Dewi Kepala",
        "valid",
        True,
    )
    assert Letter.get_by_id(letter.id).state == "issued"


@pytest.mark.parametrize(
    ("signer", "verdict"), [(a_signer("Asing Kepala", "CA Asing"), "unknown"), (a_signer("Bayu Petugas"), "valid")]
)
def test_an_unknown_issuer_or_another_signer_waits_for_a_second_person(letter, store, bring, signer, verdict):
    copy = bring(signed(store.read(letter.file_id), signer))

    assert (copy.state, copy.way, copy.facts["verdict"]) == ("offered", "electronic", verdict)
    signed_copies.confirm(copy, user("kepala"), WHEN)
    assert SignedCopy.taken_of(letter.id).facts["verdict"] == verdict


@pytest.mark.parametrize(
    ("signer", "why"),
    [
        (a_signer("Andi", None), "dibuat sendiri"),
        (a_signer("Lama", until=datetime(2026, 2, 1, tzinfo=UTC)), "tidak berlaku saat itu"),
    ],
)
def test_a_signature_that_counts_for_nothing_is_refused(letter, store, bring, signer, why):
    with pytest.raises(UploadRefused, match=why):
        bring(signed(store.read(letter.file_id), signer))


def test_a_changed_text_is_refused_however_well_it_is_signed(bring):
    with pytest.raises(UploadRefused, match="tidak sama dengan surat"):
        bring(signed(a_paper("Surat lain")))


def test_a_scan_has_every_page(letter, store, bring):
    with pytest.raises(UploadRefused, match="Berkas ini 1 halaman"):
        bring(a_paper())

    assert (bring(a_scan(letter)).way, Letter.get_by_id(letter.id).state) == ("scan", "waiting")


def test_an_office_that_wants_certificates_takes_no_scan(letter, bring, monkeypatch):
    Setting.update(value="electronic").where(Setting.key == "letter_signing").execute()
    with pytest.raises(UploadRefused, match="tidak memuatnya"):
        bring(a_scan(letter))

    monkeypatch.setattr(recognition, "can_read", lambda: False)
    with pytest.raises(UploadRefused, match=r"requirements-signatures\.txt"):
        bring(a_scan(letter))


def test_without_the_package_a_signed_file_is_compared_by_a_second_person(letter, store, bring, monkeypatch):
    monkeypatch.setattr(recognition, "can_read", lambda: False)

    copy = bring(signed(store.read(letter.file_id)))

    assert (copy.state, copy.way, copy.facts) == ("offered", "scan", {})
