"""What is kept beside the answers, in words."""

from pst.questionnaires.shelf import CURRENT
from pst.rules.catalogue.beside import BESIDE, read_beside
from pst.rules.catalogue.sample_sheets import sheet_of
from pst.rules.catalogue.sample_size import Plan


def test_each_is_read_at_a_question_of_the_form():
    assert [code for code, _ in BESIDE.values() if code not in CURRENT] == []
    assert read_beside({}) == {}
    lines = read_beside({"sample": sheet_of(Plan(0.05), None, 5, 1, {}).to_json(), "districts": {"6104120": "Toho"}})
    assert lines["cakupan_wilayah"] == ["Tempat pengumpulan data: Toho."]
    assert lines["fraksi_sampel"][0].startswith("Sampel 384 (n)")
