"""The details of a sample, worked out and put into words."""

from pst.rules.catalogue.sample_sheets import SampleSheet, sheet_of
from pst.rules.catalogue.sample_size import Plan

TYPED = {"populasi": "1.200"}


def test_a_plan_becomes_numbers_and_the_words_of_the_form():
    sheet = sheet_of(Plan(0.05, 1200, response=0.9), None, 30, 2, TYPED)

    assert (sheet.sample, sheet.needed, sheet.percent) == (324, 291, 5)
    assert sheet.answers == {
        "fraksi_sampel": "324/1.200",
        "sampling_error": "Margin of error 5 persen pada kepercayaan 95 persen",
    }
    assert sheet.lines[:3] == [
        "Sampel 324 (n) dari populasi 1.200 (N); yang harus menjawab 291.",
        "Margin of error 5 persen, kepercayaan 95 persen, efek rancangan 1, tingkat respons 90 persen.",
        "Menit per responden: 30. Kali setahun: 2.",
    ]
    assert sheet.lines[3].startswith("n₀ = ")


def test_backwards_a_sample_gives_its_margin_and_a_mean_has_its_unit():
    assert round(sheet_of(Plan(0.05), 400, None, None, {}).margin, 3) == 0.049
    mean = sheet_of(Plan(2, deviation=15), None, None, None, {})
    assert (mean.percent, "fraksi_sampel" in mean.answers) == (None, False)
    assert mean.answers["sampling_error"].startswith("Margin of error 2 satuan variabel")


def test_what_is_kept_reads_back():
    sheet = sheet_of(Plan(0.05, 1200), None, 30, None, TYPED)

    assert SampleSheet.kept({"sample": sheet.to_json()}) == sheet
    assert SampleSheet.kept({}) is None
