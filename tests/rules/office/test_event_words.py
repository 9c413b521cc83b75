"""The log in words."""

import pytest

from pst.rules.office.event_words import fact_lines, key_in_words, value_in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "–"),
        ("", "–"),
        ([], "–"),
        (True, "ya"),
        (False, "tidak"),
        (14, "14"),
        ("2026-12-02", "2 Desember 2026"),
        ("2026-13-02", "2026-13-02"),
        ("officer", "Petugas"),
        ("local", "Libur lokal"),
        (["head", "officer"], "Kepala, Petugas"),
        ({"name": "Natal", "closed": True}, "Nama: Natal; Kantor tutup: ya"),
        ("B-1/61040/KS.200/11/2026", "B-1/61040/KS.200/11/2026"),
    ],
)
def test_kept_values_read_as_people_say_them(value, words):
    assert value_in_words(value) == words


def test_a_change_shows_what_differs_and_leaves_the_rest_out():
    before = {"name": "Pilkades", "kind": "local", "closed": True, "decree": ""}

    assert fact_lines({"from": before, "to": {**before, "decree": "SK 1"}}) == [("Keputusan", "– → SK 1")]


def test_what_is_new_or_gone_is_told_whole():
    row = {"name": "Pilkades", "kind": "local"}
    told = [("Nama", "Pilkades"), ("Jenis", "Libur lokal")]

    assert [fact_lines({"from": {}, "to": row}), fact_lines({"from": row, "to": {}}), fact_lines({"from": row})] == [
        told,
        told,
        told,
    ]


def test_single_values_and_lists_are_told_with_an_arrow_and_other_facts_beside():
    assert fact_lines({"from": 14, "to": 10}) == [("Perubahan", "14 → 10")]
    assert fact_lines({"fields": ["roles"], "from": ["officer"], "to": ["head", "officer"]}) == [
        ("Perubahan", "Petugas → Kepala, Petugas"),
        ("Isian", "roles"),
    ]


def test_facts_without_a_word_of_their_own_read_as_themselves():
    assert fact_lines({"new_fact": "x"}) == [("new fact", "x")]
    assert fact_lines({}) == []


@pytest.mark.parametrize(
    ("noun", "key", "facts", "name", "words"),
    [
        ("setting", "promise_days", {}, "", "Janji layanan (hari kerja)"),
        ("setting", "gone_setting", {}, "", "gone_setting"),
        ("holiday", "2026-12-02", {}, "", "2 Desember 2026"),
        ("agency", "3", {"name": "Dinkes"}, "Dinas Kesehatan", "Dinas Kesehatan"),
        ("agency", "3", {"name": "Dinkes", "into": "Dinas Kesehatan"}, "", "Dinkes"),
        ("signatory", "2", {"from": {"name": "Rahmat Wakil"}}, "", "Rahmat Wakil"),
        ("sentence", "9", {"block": 3, "heading": "Jadwal", "text": "…"}, "", "Jadwal"),
        ("submission", "REK-6104-2026-0001", {"name": "instrumen.pdf"}, "", "REK-6104-2026-0001"),
    ],
)
def test_a_key_reads_as_what_it_opens(noun, key, facts, name, words):
    assert key_in_words(noun, key, facts, name) == words
