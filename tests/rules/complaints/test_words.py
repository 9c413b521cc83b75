"""Nothing of a complaint reaches people as a code word."""

from pst.rules.complaints import words
from pst.rules.complaints.complaints import OPEN, STEPS, WITH_OFFICE, Kind, Privacy, Status


def test_every_value_has_its_word():
    assert set(words.STATUS_LABELS) == set(words.STATUS_TONES) == set(words.NEXT_FOR_COMPLAINANT) == set(Status)
    assert set(words.KIND_LABELS) == set(Kind) and set(words.PRIVACY_LABELS) == set(Privacy)
    assert set(words.BOARD_LABELS) == set(Status)
    assert set(words.STAGE_LIMIT_LABELS) < OPEN
    assert {step.verb for step in STEPS} - set(words.VERB_LABELS) == set()


def test_confidential_is_offered_first():
    assert next(iter(words.PRIVACY_LABELS)) == Privacy.CONFIDENTIAL
    assert set(words.PRIVACY_HINTS) == set(Privacy)


def test_the_notice_board_says_only_whether_one_should_come():
    assert sorted(set(words.BOARD_LABELS.values())) == [
        "Perlu keterangan: hubungi meja PST",
        "Sedang ditangani",
        "Sudah ada jawaban",
    ]
    assert {words.BOARD_LABELS[status] for status in WITH_OFFICE} == {"Sedang ditangani"}


def test_an_event_nobody_named_still_reads_as_words():
    assert (words.verb_label("file"), words.verb_label("odd_verb")) == ("Pengaduan diterima", "odd verb")
