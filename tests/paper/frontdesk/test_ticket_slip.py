"""The slip of the receipt printer: number, place and survey; no name."""

from dataclasses import replace
from datetime import datetime

import zxingcpp

from pst.paper.frontdesk.ticket_slip import HEIGHT, WIDTH, SlipFacts, ticket_slip_pdf
from pst.rules.frontdesk.tickets import SERVICES
from tests.paper.reading import pages_of, pictures_of

FACTS = SlipFacts(
    office="BPS Kabupaten Mempawah",
    number="R-001",
    service="R: Rekomendasi kegiatan statistik",
    when="23 November 2026 pukul 09.00 WIB",
    priority=False,
    place_url="http://10.61.4.2:8000/antrean/7KMP-2QXA-W9DT-3HFB",
    track_url="http://10.61.4.2:8000/lacak",
    code="7KMP-2QXA-W9DT-3HFB",
    survey_url="http://10.61.4.2:8000/survei/Q7MP-2QXA-W9DT-3HFB",
    visit="KUN-2026-0012",
    contact="Jalan Raden Kusno No. 59, Terusan, Mempawah 78912, telepon (0561) 691049",
    opens="",
    made_at=datetime(2026, 11, 23, 2),  # Senin
)


def codes_on(facts: SlipFacts) -> list[str]:
    [picture] = pictures_of(ticket_slip_pdf(facts))
    return [code.text for code in sorted(zxingcpp.read_barcodes(picture), key=lambda code: code.position.top_left.y)]


def test_the_slip_says_number_service_moment_and_where_to_look():
    [page] = pages_of(ticket_slip_pdf(FACTS))

    said = [FACTS.number, FACTS.service, FACTS.when, FACTS.code, FACTS.office, FACTS.track_url, FACTS.visit, "691049"]
    assert [text for text in said if text not in page] == []
    assert "Didahulukan" not in page and "Loket buka" not in page
    assert "Didahulukan" in pages_of(ticket_slip_pdf(replace(FACTS, priority=True)))[0]


def test_both_codes_are_read_back_from_the_printed_picture():
    assert codes_on(FACTS) == [FACTS.place_url, FACTS.survey_url]


def test_without_a_survey_only_the_place_is_coded():
    assert codes_on(replace(FACTS, survey_url="")) == [FACTS.place_url]


def test_every_service_fits_on_80_millimetres_above_the_cut():
    for service in SERVICES:
        number, opens = f"{service.letter}-1204", "Senin, 23 November 2026 pukul 13.00 WIB"
        longest = replace(FACTS, service=service.lettered, priority=True, number=number, opens=opens)
        [picture] = pictures_of(ticket_slip_pdf(longest), 100)
        ink = picture.convert("L").point(lambda shade: 255 * (shade < 200)).getbbox()
        millimetres = [side * 25.4 / 100 for side in ink]
        assert millimetres[0] >= 4 and millimetres[2] <= WIDTH - 4 and millimetres[3] <= HEIGHT - 4, service
