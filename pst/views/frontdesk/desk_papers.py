"""The small papers of the front desk, put together from rows and sent to whoever may have them."""

from datetime import datetime

from flask import Response

from pst import clock
from pst.actions.frontdesk import visits
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visitor
from pst.paper.frontdesk.ticket_slip import SlipFacts, ticket_slip_pdf
from pst.paper.frontdesk.visit_card import CardFacts, visit_card_pdf
from pst.rules import wording
from pst.rules.frontdesk.tickets import SERVICES_LETTERED
from pst.web.downloads import pdf_answer
from pst.web.instance import the_config, the_office


def slip_paper(ticket: Ticket) -> Response:
    """The number on paper, 80 mm wide, with the survey's QR as long as it was not used."""
    rating, site, office = Rating.of(ticket.visit), the_config().site, the_office()
    facts = SlipFacts(
        office=office.office_short,
        number=ticket.number,
        service=SERVICES_LETTERED[ticket.service],
        when=wording.long_moment(clock.local(ticket.issued_at)),
        priority=ticket.priority,
        place_url=f"{site}/antrean/{ticket.code}",
        track_url=f"{site}/lacak",
        code=ticket.code,
        survey_url=f"{site}/survei/{rating.token}" if rating and rating.token else "",
        visit=ticket.visit.number,
        contact=", ".join(words for words in (office.address, office.phone and f"telepon {office.phone}") if words),
        opens=visits.desk_now(ticket.issued_at).opens_in_words,
        made_at=ticket.issued_at,
    )
    return pdf_answer(ticket_slip_pdf(facts), f"antrean-{ticket.number}.pdf", opened=True)


def card_paper(visitor: Visitor, at: datetime) -> Response:
    """The visit card."""
    facts = CardFacts(the_office().office_short, visitor.name, visitor.card, at)
    return pdf_answer(visit_card_pdf(facts), "kartu-kunjungan.pdf", opened=True)
