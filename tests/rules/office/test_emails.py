"""Kinds and states of outgoing mail."""

from pst.rules.office import emails


def test_every_kind_stands_once_and_has_words_of_its_own():
    assert len(emails.KINDS) == len({row.label for row in emails.ROWS}) == len(emails.ROWS)


def test_what_an_earlier_version_sent_is_called_by_its_name_and_carries_nothing():
    assert emails.kind_of("issued").with_letter
    assert emails.kind_of("dari_versi_lama") == emails.MailKind("dari_versi_lama", "dari_versi_lama")


def test_every_state_has_its_word_and_its_tone():
    assert list(emails.STATE_LABELS) == list(emails.STATE_TONES) == ["queued", "sent", "kept", "failed", "dropped"]
