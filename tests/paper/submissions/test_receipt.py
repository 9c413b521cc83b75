"""Proof that a submission arrived."""

import zxingcpp

from pst.paper.submissions.receipt import receipt_pdf
from tests.paper.reading import pages_of, pictures_of
from tests.paper.sample_facts import RECEIPT


def test_receipt_is_one_page_with_number_code_rule_and_next_steps():
    [page] = pages_of(receipt_pdf(RECEIPT))

    said = [RECEIPT.number, RECEIPT.code, RECEIPT.title, RECEIPT.clock_rule, RECEIPT.due_rule, *RECEIPT.next_steps]
    assert [text for text in said if text not in page] == []


def test_code_leads_to_the_tracking_page():
    [picture] = pictures_of(receipt_pdf(RECEIPT))

    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [RECEIPT.track_url]
