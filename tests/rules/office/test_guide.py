"""The pages of the guide, by reader and by place."""

import re

from pst.rules.office.guide import GUIDE, find, page_of, shelves
from pst.rules.office.guide.page import HEAD, OFFICER, Page, Step
from pst.rules.roles import Role

NOBODY: frozenset[Role] = frozenset()
THE_HEAD = frozenset({Role.HEAD})


def test_whoever_has_no_account_reads_what_is_for_applicants_visitors_and_complainants():
    assert [reader.title for reader, _ in shelves(NOBODY)] == [
        "Pemohon rekomendasi",
        "Pengunjung kantor",
        "Yang ingin mengadu atau memberi saran",
    ]


def test_the_head_reads_the_pages_of_officers_too_and_not_those_of_the_administrator():
    assert [reader for reader, _ in shelves(THE_HEAD)][-2:] == [OFFICER, HEAD]
    assert find("mengesahkan", THE_HEAD) and not find("mengesahkan", frozenset({Role.OFFICER}))
    assert not find("cadangan", THE_HEAD)


def test_the_nearest_room_decides_which_page_helps():
    case = ("review.show?evaluasi", "review.show", "review")

    assert page_of(case, THE_HEAD).name == "evaluasi"
    assert page_of(case[1:], THE_HEAD).name == "memeriksa"
    assert page_of(case, NOBODY) is None


def test_names_are_addresses_and_belong_to_one_page():
    names = [page.name for page in GUIDE]

    assert sorted(names) == sorted(set(names))
    assert [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []


def test_numbers_are_filled_in():
    page = Page("a", "A", OFFICER, "{parts} bagian", (Step("paling lama {days} hari", "/petugas"),))

    told = page.with_facts({"parts": 10, "days": 14})

    assert (told.about, told.steps[0].text, told.steps[0].place) == ("10 bagian", "paling lama 14 hari", "Pekerjaan")
