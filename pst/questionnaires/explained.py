"""A question explained in words: what is asked, which limits an answer has, and when it is asked at all.

Read by the page that explains the form, by the blank form on paper and by the form as a workbook, so that the
three never say different things.
"""

from dataclasses import dataclass

from pst.questionnaires.conditions import All, AnyOf, Condition, Is, Not
from pst.questionnaires.kinds import (
    Agreement,
    Block,
    Choice,
    Choices,
    Date,
    Email,
    Files,
    Number,
    Option,
    Phone,
    Question,
    Questionnaire,
    Schedule,
    Table,
    Year,
)
from pst.rules import wording


@dataclass(frozen=True)
class Explained:
    """One question for people: `how` to answer, `when` it is asked ("" always)."""

    question: Question
    duty: str
    how: str
    when: str

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be chosen, in the order of the form; none for other kinds."""
        return self.question.options if isinstance(self.question, Choice | Choices) else ()

    @property
    def columns(self) -> tuple[Question, ...]:
        """The columns of a table; none for other kinds."""
        return self.question.columns if isinstance(self.question, Table) else ()


def explain_question(form: Questionnaire, question: Question) -> Explained:
    """The question in words, with the condition of its block left to `explain_block`."""
    return Explained(question, _duty(question), how_to_answer(question), in_words(form, question.ask_if))


def explain_block(form: Questionnaire, block: Block) -> tuple[Explained, ...]:
    """Every question of the block in words, in order."""
    return tuple(explain_question(form, question) for question in block.questions)


def in_words(form: Questionnaire, condition: Condition | None) -> str:
    """A condition as the end of a sentence: bila “Cara Pengumpulan Data” dijawab “Survei”; "" without one."""
    return f"bila {_clause(form, condition)}" if condition is not None else ""


def how_to_answer(question: Question) -> str:
    """How to answer and within which limits, as one sentence without the condition."""
    match question:
        case Files():
            kinds = ", ".join(question.extensions).upper()
            return f"Unggah berkas ({kinds}), paling besar {question.max_megabytes} MB per berkas."
        case Agreement():
            return "Beri tanda setuju."
        case Choice():
            return "Pilih salah satu."
        case Choices():
            return "Pilih satu atau lebih."
        case Schedule():
            return f"Isi tanggal mulai dan selesai setiap tahap; paling banyak {question.max_rows} baris."
        case Table():
            return f"Satu {question.row_name} satu baris; paling banyak {question.max_rows} baris."
        case Date():
            return "Tulis tanggal, bulan, tahun, misalnya 02-03-2026."
        case Year():
            return f"Tulis tahun dengan empat angka, mulai {question.minimum}."
        case Number():
            least, most = wording.number(question.minimum), wording.number(question.maximum)
            return f"Tulis bilangan bulat {least} sampai {most}{_unit(question)}."
    return _text_limits(question)


def _duty(question: Question) -> str:
    if question.staff_only:
        return "Diisi petugas"
    return "Wajib diisi" if question.required else "Tidak wajib"


def _unit(question: Number) -> str:
    return f" ({question.unit})" if question.unit else ""


def _text_limits(question: Question) -> str:
    most = wording.number(question.max_length)
    if isinstance(question, Phone):
        return f"Tulis nomor telepon, paling sedikit {question.min_digits} angka."
    if isinstance(question, Email):
        return f"Tulis alamat surel, {question.min_length} sampai {most} karakter."
    if question.min_length > 1:
        return f"Tulis {question.min_length} sampai {most} karakter."
    return f"Tulis paling banyak {most} karakter."


def _clause(form: Questionnaire, condition: Condition) -> str:
    match condition:
        case Is(code, option):
            return f"{_name(form, code)} dijawab {_labels(form, code, (option,))}"
        case AnyOf(code, options):
            return f"{_name(form, code)} memuat {_labels(form, code, options)}"
        case Not(inner):
            return f"tidak berlaku: {_clause(form, inner)}"
        case All():
            return " dan ".join(_clause(form, inner) for inner in condition.conditions)
    raise TypeError(condition)


def _name(form: Questionnaire, code: str) -> str:
    return f"“{form.question(code).title}”"


def _labels(form: Questionnaire, code: str, options: tuple[str, ...]) -> str:
    question = form.question(code)
    assert isinstance(question, Choice | Choices)
    labels = [f"“{_short(option.label)}”" for option in question.options if option.code in options]
    return wording.enumeration(labels, "atau")


def _short(label: str) -> str:
    """The label without the explanation behind its colon: CAPI, not all of what CAPI is."""
    return label.partition(":")[0]
