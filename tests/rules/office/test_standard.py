"""The service standard as data."""

from pst.rules.office.standard import STANDARD


def test_the_numbers_go_on_from_the_visit_to_the_online_way():
    for component in STANDARD[:2]:
        visiting, online = component.parts
        assert online.first == visiting.first + len(visiting.sentences)


def test_what_slipped_in_the_published_text_is_explained():
    procedure = STANDARD[1].parts[0].sentences

    assert "penjualan produk" in procedure[0].text
    assert procedure[0].here == "Yang dimaksud: layanan rekomendasi kegiatan statistik."
