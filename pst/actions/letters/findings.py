"""No verdict over what must be mended: team, draft, and signature wait until each such remark is finished with."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from pst.actions.letters.facts import item_of
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.rules.letters.findings import is_in_the_way
from pst.rules.steps import StepRefused

SHOWN = 5
WHERE = {"noted": "belum dikirim", "open": "belum ditanggapi pemohon", "answered": "tanggapannya belum diperiksa"}


def refuse_over_findings(submission: Submission, outcome: str = "") -> None:
    """Raise `StepRefused` naming every must-fix remark that keeps the office from this outcome."""
    if waiting := in_the_way(submission, outcome):
        named = "; ".join(waiting[:SHOWN]) + (f"; dan {len(waiting) - SHOWN} lainnya" if len(waiting) > SHOWN else "")
        raise StepRefused(
            f"Masih ada catatan wajib yang belum selesai: {named}. "
            "Kirim kepada pemohon, nyatakan selesai, atau hapus dahulu catatan yang tidak jadi dipakai."
        )


def in_the_way(submission: Submission, outcome: str) -> list[str]:
    """Each such remark as people name it: the question, and what it waits for."""
    form = shelf.find(submission.questionnaire)
    waiting = [each for each in Remark.of(submission) if is_in_the_way(each.severity, each.state, outcome)]
    places = [item_of(form, remark.code) if remark.code else "seluruh permohonan" for remark in waiting]
    return [f"{place} ({WHERE[remark.state]})" for place, remark in zip(places, waiting, strict=True)]


def counted_in_the_way(remarks: Iterable[Any], outcome: str) -> list[str]:
    """The same in short, of remarks as pages show them: "2 catatan wajib belum dikirim"."""
    states = Counter(each.state for each in remarks if is_in_the_way(each.severity, each.state, outcome))
    return [f"{states[state]} catatan wajib {words}" for state, words in WHERE.items() if states[state]]
