"""The form for a pen: every question with its explanation, and room for the answer."""

from datetime import date

from pst.paper.blank_form import blank_form_pdf, explanation
from pst.questionnaires.explained import explain_question
from pst.questionnaires.kinds import Choice, Choices, Table
from pst.questionnaires.shelf import CURRENT
from tests.paper.reading import flat, pages_of, pictures_of, words_of
from tests.paper.sample_facts import OFFICE

DAY = date(2026, 11, 23)  # Senin
PAPER = blank_form_pdf(CURRENT, OFFICE, DAY)


def test_every_question_stands_in_order_with_its_whole_explanation():
    printed, place = words_of(PAPER), 0

    for question in CURRENT.questions:
        asked = flat(f"{question.label} {explanation(explain_question(CURRENT, question))}")
        place = printed.find(asked, place)
        assert place >= 0, asked


def test_every_option_has_its_number_and_every_table_its_columns():
    printed = words_of(PAPER)

    options = [option for q in CURRENT.questions if isinstance(q, Choice | Choices) for option in q.options]
    assert [
        o.label for o in options if flat(f"{o.printed_code} {o.label}") not in printed and o.label != "Setuju"
    ] == []
    tables = [question for question in CURRENT.questions if isinstance(question, Table)]
    assert len(tables) == 3
    assert [t.code for t in tables if flat(" ".join(c.label for c in t.columns)) not in printed] == []


def test_a_block_that_not_everybody_fills_in_says_when():
    assert "Diisi hanya bila “Cara Pengumpulan Data” dijawab “Survei”." in words_of(PAPER)


def test_a_question_is_never_torn_from_its_explanation():
    pages = pages_of(PAPER)

    torn = [
        question.code
        for question in CURRENT.questions
        if not any(
            flat(f"{question.label} {explanation(explain_question(CURRENT, question))}") in page
            for page in pages
        )
    ]
    assert torn == []


def test_each_page_tells_version_and_number_and_there_is_ink_on_it():
    pages, pictures = pages_of(PAPER), pictures_of(PAPER, 40)

    assert all(
        f"Versi {CURRENT.name} · Halaman {n} dari {len(pages)}" in page for n, page in enumerate(pages, 1)
    )
    assert all(min(picture.convert("L").getdata()) < 120 for picture in pictures)
    assert "Tanda tangan dan cap instansi" in pages[-1]


def test_drawn_again_on_one_day_it_is_the_same_file():
    assert (
        blank_form_pdf(CURRENT, OFFICE, DAY) == PAPER != blank_form_pdf(CURRENT, OFFICE, date(2026, 11, 24))
    )
