"""Writing the details of a sample beside its question, and into the answers that say it in words."""

from datetime import datetime

from pst.actions.steps import refresh
from pst.actions.submissions.replies import writable_codes
from pst.actions.submissions.submissions import ClosedQuestion, keep_beside, open_for_writing, save_answers
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import asked
from pst.rules.catalogue.sample_sheets import CODE, SampleSheet


def write_sheet(submission: Submission, actor: User, sheet: SampleSheet, at: datetime, into_answers: bool) -> None:
    """Keep it; `into_answers` also writes 5.5 and 5.6, as far as they are asked and open.

    Raises `StepRefused`, `ClosedQuestion`.
    """
    with write():
        refresh(submission)
        open_for_writing(submission, actor)
        writable = writable_codes(submission, actor)
        if CODE not in writable:
            raise ClosedQuestion("Rincian sampel tidak dibuka untuk diubah.")
        keep_beside(submission, "sample", sheet.to_json(), at)
        if into_answers:
            form = shelf.find(submission.questionnaire)
            open_ones = writable & {question.code for question in asked(form, submission.answers)}
            given = {code: text for code, text in sheet.answers.items() if code in open_ones}
            save_answers(submission, actor, given, at)
