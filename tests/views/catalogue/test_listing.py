"""One activity as programs are told of it."""

from pst.models.catalogue.catalogue import Activity
from pst.views.catalogue.listing import record_of


def test_an_activity_from_a_list_says_what_it_knows():
    row = Activity(number="KAT-00001", title="Pendataan Sawah", agency="Dinas", method="survei", year=None)

    record = record_of(row)

    assert (record["nomor"], record["cara_pengumpulan_data"], record["tahun"], record["tanggal_surat"]) == (
        "KAT-00001",
        "Survei",
        None,
        "",
    )
