"""What an activity costs, in numbers and in words."""

from pst.rules.catalogue.burden import Burden


def test_burden_of_respondents_and_enumerators():
    burden = Burden(respondents=1_200, minutes=30, rounds=2, enumerators=10, days=20)

    assert (burden.hours, burden.a_day) == (1200, 6)
    assert burden.lines() == [
        "1.200 responden, 2 kali setahun: 2.400 kali seseorang ditanya.",
        "Waktu responden: 1.200 jam setahun.",
        "6,0 wawancara per petugas per hari (1.200 responden, 10 petugas, 20 hari).",
    ]


def test_what_is_not_known_is_not_said():
    assert Burden().lines() == []
    assert Burden(respondents=10, enumerators=0, days=5).lines() == []
