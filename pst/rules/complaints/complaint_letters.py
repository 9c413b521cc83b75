"""Letters of the office about a complaint, and what the office's book says of them: never which complaint it was."""

from dataclasses import dataclass

from pst.rules.letters.numbering import ANSWER, HAND, REFERRAL

NEUTRAL = (HAND, "Penyampaian surat")
"""What the book says of a letter in a complaint about the head, who reads the book: no more than that one went out."""


@dataclass(frozen=True)
class LetterKind:
    """One kind of letter: how its page is called, what is written on it, and as what it stands in the book."""

    name: str
    label: str
    subject: str
    entry: str
    verb: str
    """What the history calls its going out."""

    def in_book(self, *, about_head: bool) -> tuple[str, str]:
        """(kind, subject) of its line."""
        return NEUTRAL if about_head else (self.entry, self.subject)


KINDS = {
    kind.name: kind
    for kind in (
        LetterKind("jawaban", "Surat jawaban", "Jawaban atas pengaduan", ANSWER, "issue_answer"),
        LetterKind("penerusan", "Surat penerusan", "Penerusan pengaduan", REFERRAL, "issue_referral"),
    )
}
ANSWER_LETTER, REFERRAL_LETTER = KINDS.values()
