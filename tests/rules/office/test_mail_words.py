"""Kinds and states of mail have their words."""

from pst.actions.emails import KINDS
from pst.rules.office import mail_words


def test_every_kind_has_a_word_of_its_own():
    assert set(mail_words.KIND_LABELS) == set(KINDS)
    assert len(set(mail_words.KIND_LABELS.values())) == len(KINDS)


def test_every_state_has_word_and_tone():
    assert list(mail_words.STATE_LABELS) == list(mail_words.STATE_TONES) == ["queued", "sent", "kept", "failed"]
