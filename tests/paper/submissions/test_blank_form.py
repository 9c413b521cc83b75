"""The form for a pen."""

from dataclasses import replace
from datetime import date

import pytest

from pst.paper.sheet import PAGE_WIDTH
from pst.paper.submissions.blank_form import blank_form_pdf, explanation
from pst.questionnaires import kinds
from pst.questionnaires.explained import explain_question
from pst.questionnaires.shelf import CURRENT as FORM
from tests.paper.reading import flat, pages_of, pictures_of, words_of
from tests.paper.sample_facts import OFFICE

DAY = date(2026, 11, 23)  # Senin


@pytest.fixture(scope="module")
def paper() -> bytes:
    return blank_form_pdf(FORM, OFFICE, DAY)


@pytest.fixture(scope="module")
def printed(paper) -> str:
    return words_of(paper)


def test_every_question_stands_in_order_with_its_explanation(printed):
    place = 0
    for question in FORM.questions:
        label = flat(question.label)
        place = printed.index(label, place) + len(label)
        assert flat(explanation(explain_question(FORM, question)))[:60] in printed[place : place + 400]


def test_every_option_has_its_box_and_its_code(printed):
    for question in FORM.questions:
        for option in getattr(question, "options", ()):
            assert f"{option.printed_code} {flat(option.label)}" in printed, question.code


def test_what_only_officers_fill_has_no_place_for_a_pen():
    asked = FORM.question("kode_kegiatan")
    only = replace(FORM, blocks=(replace(FORM.blocks[0], questions=(asked,)),))
    open_to_all = replace(only, blocks=(replace(FORM.blocks[0], questions=(replace(asked, staff_only=False),)),))

    closed, opened = (ink_of(blank_form_pdf(form, OFFICE, DAY)) for form in (only, open_to_all))

    assert "Bagian ini diisi petugas" in words_of(blank_form_pdf(only, OFFICE, DAY))
    assert closed < opened  # the line to write on


def ink_of(paper: bytes) -> int:
    """How much of the first page is not white."""
    return sum(pictures_of(paper, 50)[0].convert("L").histogram()[:200])


def test_conditions_are_told_before_the_question_is_filled(printed):
    assert "Diisi hanya bila “Cara Pengumpulan Data” dijawab “Survei”." in printed
    assert "Diisi hanya bila “4.1 Kegiatan ini dilakukan” dijawab “Berulang”." in printed


def test_the_schedule_names_its_stages_and_leaves_rows_free(printed):
    schedule = FORM.question("jadwal")
    assert isinstance(schedule, kinds.Schedule)
    stages = [schedule.stages.show(row[schedule.heading]) for row in schedule.initial_rows]

    assert len(stages) >= 6
    assert [stage for stage in stages if stage not in printed] == []


def test_pages_are_numbered_and_say_which_edition_this_is(paper):
    pages = pages_of(paper)

    assert [f"Halaman {number} dari {len(pages)}" in page for number, page in enumerate(pages, 1)] == [True] * len(
        pages
    )
    assert all(f"Versi {FORM.name}" in page and "23 November 2026" in page for page in pages)


def test_nothing_is_printed_over_the_margins(paper):
    for picture in pictures_of(paper, 50):
        grey = picture.convert("L")
        margin = round(8 / PAGE_WIDTH * grey.width)  # the 8 mm that desktop printers cannot reach
        edges = (
            grey.crop((0, 0, margin, grey.height)),
            grey.crop((grey.width - margin, 0, grey.width, grey.height)),
            grey.crop((0, grey.height - margin, grey.width, grey.height)),
        )
        assert [edge.getextrema() for edge in edges] == [(255, 255)] * 3


def test_a_question_is_never_parted_from_its_first_line():
    long = kinds.LongText(
        code="x", number="1", label="Ceritakan", help="Kalimat yang agak panjang. " * 20, max_length=2000
    )
    block = replace(FORM.blocks[0], questions=tuple(replace(long, code=f"x{n}", number=f"{n}") for n in range(9)))

    pages = pages_of(blank_form_pdf(replace(FORM, blocks=(block,)), OFFICE, DAY))

    assert len(pages) > 2
    for page in pages:
        assert page.count("Ceritakan") * 20 == page.count("Kalimat yang agak panjang.")


def test_the_same_day_gives_the_same_paper(paper):
    assert blank_form_pdf(FORM, OFFICE, DAY) == paper != blank_form_pdf(FORM, OFFICE, date(2026, 11, 24))
