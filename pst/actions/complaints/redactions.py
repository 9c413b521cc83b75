"""A copy of a complaint's file to hand on, without the names and faces that are nobody else's business."""

from datetime import datetime
from pathlib import PurePath

from pst.actions import audit
from pst.actions.complaints.complaint_steps import refuse_strangers
from pst.actions.complaints.dialogue import cleared, keep_bare
from pst.actions.files import FileStore
from pst.actions.steps import refresh
from pst.exchange.redactions import covered
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile
from pst.rules.complaints.redactions import Box
from pst.rules.steps import StepRefused


def redact(
    complaint: Complaint, file: ComplaintFile, boxes: list[Box], actor: User, at: datetime, store: FileStore
) -> ComplaintFile:
    """Keep a copy with these boxes burnt in, in the office alone; the original stays as it is.

    Raises `StepRefused`, `UploadRefused`.
    """
    if not boxes:
        raise StepRefused("Tandai dahulu yang harus ditutup.")
    ending, content = covered(store.read(file.file_id), file.file.mime, boxes)
    bare = cleared([(f"salinan{ending}", content)], store)
    with write():
        refresh(complaint)
        refuse_strangers(complaint, actor)
        (copy,) = keep_bare(complaint, "internal", bare, at, store, frozenset())
        copy.name = f"{PurePath(file.name).stem[:60]}-disensor{ending}"
        copy.save()
        audit.record("complaint", complaint.number, "redact_file", actor, at, note=f"Dari {file.name}.")
    return copy
