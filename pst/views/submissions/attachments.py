"""An attachment shown beside the answers: PDF and pictures in the page, everything else to take away."""

from flask import Blueprint, Response, abort, send_file, url_for

from pst.exchange.uploads import SHOWN
from pst.models.files import Attachment
from pst.models.submissions.submissions import Submission
from pst.rules.roles import Role
from pst.views.submissions.cases import find_to_work_on
from pst.web.access import roles
from pst.web.fragments import page_or_fragment
from pst.web.instance import the_store
from pst.web.navigation import work_trail

blueprint = Blueprint("attachments", __name__, url_prefix="/petugas/permohonan")
desk = roles(Role.OFFICER, Role.HEAD)

APART = "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"
"""Whatever a file holds, it runs and loads nothing and is a stranger to this site; only our own page frames it."""


@blueprint.get("/<number>/berkas/<int:file_id>")
@desk
def show(number: str, file_id: int) -> Response:
    """The panel with the attachment; a page of its own without script."""
    submission, attachment = _find(number, file_id)
    here = url_for("review.show", number=number, lihat="isian", _anchor=f"question-{attachment.code}")
    return page_or_fragment(
        "submissions/attachments/show.html",
        "submissions/attachments/_viewer.html",
        submission=submission,
        attachment=attachment,
        shown=attachment.file.mime in SHOWN,
        back=here,
        wide=True,
        breadcrumbs=work_trail((number, here), (attachment.name, "")),
    )


@blueprint.get("/<number>/berkas/<int:file_id>/isi")
@desk
def content(number: str, file_id: int) -> Response:
    """What the panel frames: the file itself, by whoever may take it away."""
    _, attachment = _find(number, file_id)
    if attachment.file.mime not in SHOWN:
        abort(404)
    path = the_store().path(attachment.file_id)
    answer = send_file(path, mimetype=attachment.file.mime, download_name=attachment.name)
    answer.headers["Content-Security-Policy"] = APART
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _find(number: str, file_id: int) -> tuple[Submission, Attachment]:
    submission = find_to_work_on(number)
    return submission, Attachment.anywhere(submission, file_id) or abort(404)
