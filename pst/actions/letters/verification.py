"""Is this letter genuine, and does it still count? Found by its code, number, identity or file; told by the same rules
to the public and on the console.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pst.actions.letters.facts import thaw
from pst.clock import day_of
from pst.exchange.signatures import VERDICTS as VERDICTS_OF_SIGNATURES
from pst.models.letters.letters import Letter
from pst.paper.letters.facts import LetterFacts
from pst.paper.letters.text import subject_of
from pst.rules import numbering, wording
from pst.rules.letters.signing import WAYS, way_label
from pst.rules.letters.validity import OUT, STATES, VERDICTS, notice, state_on
from pst.rules.review import labels

ONLY_TEXT = "Naskah sebelum ditandatangani, bukan surat yang terbit"
"""Of the PDF of a letter that went out with another file, its signed one."""


@dataclass(frozen=True)
class Verified:
    """What is told of a letter. `compared` says which of its files was brought, where one was; `only_text` that it is
    the one from before it was signed.
    """

    letter: Letter
    facts: LetterFacts
    state: str
    state_told: str
    verdict: str
    compared: str
    only_text: bool
    notices: tuple[tuple[str, str, str], ...]
    """(tone, heading, text) of what is said first."""
    signing: str
    subject: str
    outcome: str


def verified(letter: Letter, today: date, sha256: str = "") -> Verified:
    """What is told of a letter on this day; `sha256` is of the file that was brought, if one was."""
    facts, state = thaw(letter.facts), state_on(letter, today)
    only_text = bool(letter.signed_file) and sha256 == letter.file_id
    compared = _which_file(letter, sha256) if sha256 else ""
    return Verified(
        letter=letter,
        facts=facts,
        state=state,
        state_told=STATES[state],
        verdict=ONLY_TEXT if only_text else VERDICTS[state],
        compared=compared,
        only_text=only_text,
        notices=tuple(_notices(letter, facts, state, compared, only_text)),
        signing=_signing(letter),
        subject=subject_of(facts),
        outcome=labels.outcome_label(letter.outcome),
    )


def by_code(typed: str) -> Letter | None:
    """The letter with this verification code, however it is written."""
    code = numbering.clean_code(typed)
    return Letter.by_code(numbering.hash_code(code)) if code else None


def signer_of(letter: Letter) -> str:
    """Whose name stands in its electronic signature; "" without one."""
    return str(json.loads(letter.signature).get("signer", "")) if letter.signature else ""


def _notices(
    letter: Letter, facts: LetterFacts, state: str, compared: str, only_text: bool
) -> Iterator[tuple[str, str, str]]:
    """What is said first; of a letter in force what the comparison found stands for the advice to compare."""
    if only_text:
        yield "warning", "Berkas ini bukan surat yang terbit", compared
    tone, heading, text = notice(
        state,
        office=f"{facts.office.name} {facts.office.region}",
        until=_day(letter.valid_until),
        ended=_day(day_of(letter.ended_at)),
        newer=letter.newer_number or "",
    )
    if state != "issued":
        yield tone, heading, text
    elif not only_text:
        yield tone, heading, compared or text


def _day(day: date | None) -> str:
    return wording.long_date(day) if day else ""


def _which_file(letter: Letter, sha256: str) -> str:
    """Which of the letter's files this one is."""
    if sha256 == letter.signed_file:
        return (
            f"Berkas yang Anda bandingkan sama persis dengan surat bertanda tangan kami ({WAYS[letter.way].lower()})."
        )
    if letter.signed_file or letter.state not in OUT:
        return (
            "Berkas yang Anda bandingkan adalah naskah sebelum ditandatangani; "
            "surat yang terbit adalah berkas yang ditandatangani."
        )
    return "Berkas yang Anda bandingkan sama persis dengan surat yang terbit."


def _signing(letter: Letter) -> str:
    """How it was signed, and what its electronic signature is worth."""
    told = way_label(letter.state, letter.way)
    verdict = json.loads(letter.signature).get("verdict") if letter.signature else None
    return f"{told}, {VERDICTS_OF_SIGNATURES[verdict]}" if verdict else told
