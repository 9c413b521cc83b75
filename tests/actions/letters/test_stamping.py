"""The stamp of an issued letter: on its paper, in its file, among our rows; one changed sign and it is not genuine."""

import base64
from dataclasses import replace

import pypdf
import pytest
import zxingcpp

from pst.actions.letters import stamping
from pst.actions.letters.facts import thaw
from pst.actions.letters.stamping import ADDED, CHANGED, FOREIGN, GENUINE, NONE, StampKeys
from pst.models.letters.letters import Letter
from pst.paper.letters.recommendation import recommendation_pdf
from pst.rules.letters import stamps
from pst.rules.review.workflow import Status
from tests.exchange.certificates import signed
from tests.factories import PRESS, SITE, a_store, a_submission
from tests.paper.reading import pictures_of

KEYS = PRESS.keys


@pytest.fixture
def letter(db, store):
    return Letter.issued_of(a_submission(Status.ISSUED))


def printed(paper: bytes, dots_per_inch: int) -> str:
    """The one code on its pages, as they look at this resolution."""
    (code,) = (code for page in pictures_of(paper, dots_per_inch) for code in zxingcpp.read_barcodes(page))
    return code.text


def test_the_printed_code_says_what_the_letter_says_and_names_nobody(letter):
    text = printed(a_store().read(letter.file_id), 150)

    verdict, stamp = stamping.check_text(text, KEYS)

    assert (verdict, text.partition("#")[0]) == (GENUINE, f"{SITE}/verifikasi/{letter.code}")
    assert stamp[1:4] == (letter.issued_on, letter.valid_until, "layak")
    assert stamp[5:] == (letter.number, letter.facts["activity"]["title"], "Dinas Kesehatan, Pengendalian Penduduk…")


def test_one_changed_sign_of_the_printed_code_is_not_genuine(letter):
    text = printed(a_store().read(letter.file_id), 150)
    begins = text.index("#") + 1

    for place in (*range(8, begins, 5), *range(begins, len(text), 9), len(text) - 1):
        other = "7" if text[place] != "7" else "8"
        assert stamping.check_text(text[:place] + other + text[place + 1 :], KEYS)[0] != GENUINE, place


def test_the_file_is_genuine_as_it_stands_and_with_what_a_signature_adds(letter):
    paper = a_store().read(letter.file_id)
    begins, ends = stamps.IN_FILE.search(paper).span(2)

    assert stamping.check_file(paper, KEYS)[0] == GENUINE
    assert stamping.check_file(signed(paper), KEYS)[0] == ADDED
    assert stamping.check_file(b"%PDF-1.7 lain", KEYS) == (NONE, None)
    for place in (9, begins - 400, len(paper) // 2, len(paper) - 200):
        changed = paper[:place] + bytes((paper[place] ^ 1,)) + paper[place + 1 :]
        assert stamping.check_file(changed, KEYS)[0] == CHANGED, place
    for place in (begins, begins + 100, ends - 1):
        changed = paper[:place] + (b"7" if paper[place] != 0x37 else b"8") + paper[place + 1 :]
        assert stamping.check_file(changed, KEYS)[0] == FOREIGN, place


def test_a_paper_stamp_is_no_stamp_of_a_file(letter):
    paper = a_store().read(letter.file_id)
    begins, ends = stamps.IN_FILE.search(paper).span(2)

    assert stamping.check_file(paper[:begins] + letter.facts["stamp"].encode() + paper[ends:], KEYS)[0] == FOREIGN
    assert pypdf.PdfReader(a_store().path(letter.file_id)).xmp_metadata.dc_identifier.startswith(f"{SITE}/verifikasi/")


def test_our_own_rows_are_held_against_the_stamp(letter):
    facts = letter.facts

    assert stamping.check_words(facts, KEYS) == GENUINE
    assert stamping.check_words({**facts, "conditions": ["Tanpa catatan."]}, KEYS) == CHANGED
    assert stamping.check_words({**facts, "stamp": ""}, KEYS) == NONE


def test_after_a_change_of_keys_old_letters_stay_genuine_while_their_key_is_published(letter):
    text = f"{letter.facts['verify_url']}#{letter.facts['stamp']}"
    fresh = base64.urlsafe_b64encode(b"n" * 32).decode()

    assert stamping.check_text(text, StampKeys(fresh, KEYS.published))[0] == GENUINE
    assert stamping.check_text(text, StampKeys(fresh))[0] == FOREIGN


def test_the_code_of_a_letter_with_long_names_is_read_from_an_ordinary_print(letter):
    long = replace(
        thaw(letter.facts),
        verify_url=f"https://pelayanan-statistik.mempawahkab.go.id/verifikasi/{letter.code}",
        activity=replace(thaw(letter.facts).activity, title="Survei Kepuasan — Masyarakat " * 5),
    )

    paper = recommendation_pdf(stamping.stamped(long, KEYS))

    assert stamping.check_text(printed(paper, 200), KEYS)[0] == GENUINE
