"""The metadata packet."""

from datetime import datetime
from xml.etree import ElementTree

from pst.paper.xmp import xmp_packet


def test_packet_is_whole_xml_whatever_the_title():
    packet = ElementTree.fromstring(xmp_packet("Data <\"A\"> & 'B'", datetime(2026, 3, 2, 1, 2, 3, 99)))  # Senin

    title = next(packet.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"))

    assert title.text == "Data <\"A\"> & 'B'"


def test_all_its_dates_are_the_one_given():
    packet = xmp_packet("Surat", datetime(2026, 3, 2, 1, 2, 3, 99))  # Senin

    assert packet.count('="2026-03-02T01:02:03+00:00"') == 3
