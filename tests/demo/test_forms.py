"""A filled form grows from what is particular to one activity."""

from dataclasses import replace
from datetime import date

from pst.demo.activities.economy import RICE
from pst.demo.forms import STAGES, an_example
from pst.questionnaires.kinds import Files
from pst.questionnaires.shelf import CURRENT


def test_the_schedule_has_its_seven_stages_in_order_around_the_collection():
    schedule = RICE.answers(date(2026, 11, 23))["jadwal"]

    assert [row["tahap"] for row in schedule] == [
        *(stage for stage, *_ in STAGES[:2]),
        "pengumpulan_data",
        *(stage for stage, *_ in STAGES[2:]),
    ]
    assert all(row["awal"] <= row["akhir"] for row in schedule)
    assert schedule[2]["akhir"] < schedule[3]["awal"]


def test_collection_begins_so_many_days_after_the_request_and_sets_the_year():
    late = replace(RICE, collect=(60, 10)).answers(date(2026, 11, 23))

    collection = late["jadwal"][2]
    assert (collection["awal"], collection["akhir"]) == ("2027-01-22", "2027-02-01")
    assert late["tahun_kegiatan"] == 2027


def test_what_an_activity_says_itself_wins_over_what_is_usual():
    usual = RICE.answers(date(2026, 11, 23))

    own = replace(RICE, more={**RICE.more, "frekuensi": "tahunan"}).answers(date(2026, 11, 23))

    assert {code for code in own if own[code] != usual.get(code)} == {"frekuensi"}


def test_there_is_an_example_for_every_question():
    for question in CURRENT.questions:
        if not isinstance(question, Files):
            answer = an_example(question)
            assert not question.is_blank(answer), question.code
            assert (question.problem(answer), question.lacks(answer)) == (None, None), question.code
