"""The papers around the box, put together from rows: blank forms, minutes."""

from collections.abc import Iterable
from datetime import datetime

from pst.actions.complaints.boxes import PrintedForm
from pst.clock import local
from pst.models.complaints.boxes import BoxOpening, BoxSheet
from pst.models.office.settings import the_letterhead, the_office
from pst.paper.complaints.box_minutes import minutes_pdf
from pst.paper.complaints.complaint_facts import BlankForm, FormFacts, MinutesFacts
from pst.paper.complaints.complaint_form import forms_pdf


def blank_forms_pdf(forms: Iterable[PrintedForm], site: str, at: datetime) -> bytes:
    """The batch as one PDF; the QR carries the code behind #, which browsers keep to themselves."""
    office, track = the_office(), f"{site}/pengaduan/lacak"
    blank = tuple(BlankForm(form.number, form.code, f"{track}#{form.code}") for form in forms)
    return forms_pdf(FormFacts(the_letterhead(office), blank, track, office.complaint_whatsapp, at))


def opening_pdf(opening: BoxOpening, at: datetime) -> bytes:
    """The minutes of one opening: counts, for the witnesses to sign; nothing of what the sheets say."""
    counted = BoxSheet.count_by_kind(opening)
    return minutes_pdf(
        MinutesFacts(
            office=the_letterhead(the_office()),
            number=opening.number,
            opened=local(opening.opened_at),
            witnesses=(opening.first_witness, opening.second_witness),
            officer=opening.opened_by.name,
            found=opening.found,
            coded=counted["form"],
            plain=counted["plain"],
            void=counted["void"],
            note=opening.note,
            closed=local(opening.closed_at) if opening.closed_at else None,
            made_at=opening.closed_at or at,
        )
    )
