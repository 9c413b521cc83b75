"""One box for any number or code: what it is the key to, and the door that it opens.

Only a code opens anything here. A number that is no secret leads to where its code or an account is asked, without a
word on whether there is such a case.
"""

from flask import Response, url_for

from pst.models.complaints.boxes import BoxForm
from pst.models.complaints.complaints import Complaint
from pst.models.frontdesk.tickets import Ticket
from pst.models.letters.letters import Letter
from pst.models.submissions.submissions import Submission
from pst.rules.numbering import hash_code, recognise
from pst.web.fragments import led_to, told

SUBMISSIONS = "Itu nomor permohonan. Permohonan dibuka dari akunnya, atau dengan kode pelacakan pada tanda terimanya."
VISITS = "Itu nomor kunjungan atau antrean. Ketik kode pada struknya di sini untuk melihat giliran Anda."
COMPLAINTS = "Itu milik pengaduan. Ketik kode pengaduannya di sini."


def door_to(typed: str) -> Response | None:
    """The way to what this number or code belongs to; None where nothing is known of it."""
    kind, spelt = recognise(typed)
    if kind == "code":
        return _door_of_code(spelt)
    if kind == "submission":
        return told(url_for("submissions.show", number=spelt), SUBMISSIONS)
    if kind in ("letter", "identity"):
        return led_to(url_for("verification.ask", kode=spelt))
    if kind == "visit":
        return told(url_for("tracking.ask"), VISITS)
    if kind == "activity":
        return led_to(url_for("catalogue.show", number=spelt))
    if kind in ("complaint", "box_form"):
        return told(url_for("complaint_dialogue.ask"), COMPLAINTS)
    return None


def _door_of_code(code: str) -> Response | None:
    """A complaint's code is not carried on in an address: its own page asks for it again, unseen by logs."""
    sign = hash_code(code)
    if Submission.tracked(sign) is not None:
        return led_to(url_for("tracking.show", code=code))
    if Letter.by_code(sign) is not None:
        return led_to(url_for("verification.show", code=code))
    if Ticket.by_code(sign) is not None:
        return led_to(url_for("tickets.place", code=code))
    if Complaint.by_code(sign) or Complaint.by_board_code(code) or BoxForm.by_code(sign):
        return told(url_for("complaint_dialogue.ask"), COMPLAINTS)
    return None
