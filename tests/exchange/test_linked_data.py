"""What search engines and data portals read of an activity."""

from datetime import date

from pst.exchange.linked_data import linked_data
from tests.exchange.test_ddi import PLAIN, RICH


def test_a_data_set_is_told_in_the_words_of_schema_org_and_dcat():
    told = linked_data(RICH)

    assert (told["@type"], told["@id"], told["sdDatePublished"]) == (
        ["Dataset", "dcat:Dataset"],
        RICH.url,
        date(2026, 11, 23).isoformat(),  # Senin
    )
    assert told["variableMeasured"] == [
        {"@type": "PropertyValue", "name": "Jenis kelamin", "description": "Jenis kelamin pengunjung."},
        {"@type": "PropertyValue", "name": "Umur ibu", "unitText": "tahun"},
    ]


def test_what_is_not_known_is_left_out():
    told = linked_data(PLAIN)

    assert told["description"] == PLAIN.title
    assert {"temporalCoverage", "spatialCoverage", "variableMeasured", "sdDatePublished"} & told.keys() == set()
