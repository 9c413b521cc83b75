"""What a new revision takes over from the one before."""

from pst.models.base import database
from pst.models.review.examinations import Examined
from pst.models.submissions.submissions import Revision, Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import changed
from pst.rules.catalogue.beside import BESIDE


def keep_marks(submission: Submission, old: Revision, new: Revision) -> None:
    """Blocks that say the same as before stay marked as examined. Only inside `write()`."""
    assert database.in_transaction()
    touched = _touched(old, new)
    former = Examined.select().where(Examined.submission == submission.id, Examined.revision == old.number)
    for row in former:
        if row.block not in touched:
            Examined.create(submission=submission, revision=new.number, block=row.block, by=row.by_id, at=row.at)


def changed_beside(old: Revision, new: Revision) -> list[tuple[str, str]]:
    """(question, what) of that beside the answers which differs."""
    return [place for name, place in BESIDE.items() if old.beside.get(name) != new.beside.get(name)]


def _touched(old: Revision, new: Revision) -> set[int]:
    """The blocks in which an answer or a file differs."""
    form = shelf.find(new.questionnaire)
    codes = {change.question.code for change in changed(form, old.answers, new.answers)}
    files = [{(item["code"], item["sha256"]) for item in revision.attachments} for revision in (old, new)]
    codes |= {code for code, _ in files[0] ^ files[1]}
    codes |= {code for code, _ in changed_beside(old, new)}
    return {form.block_of(code).number for code in codes if code in form}
