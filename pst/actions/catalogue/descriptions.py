"""What the formats of others are told of an activity: its row in the catalogue, and the design that was recommended."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pst.actions.submissions.metadata import metadata_of
from pst.exchange.activity_facts import ActivityFacts, Answer, Row
from pst.exchange.indah import indah_sheets
from pst.exchange.xlsx_table import Sheet
from pst.models.catalogue.catalogue import METHOD_LABELS, SECTOR_LABELS, Activity
from pst.models.submissions.duties import Duty
from pst.models.submissions.metadata import Metadata
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import asked
from pst.questionnaires.kinds import Question, Questionnaire, Schedule, Table
from pst.questionnaires.metadata import INDICATORS, VARIABLES
from pst.rules.calendar import read_day

TOLD = frozenset(
    (
        *("kegiatan_ini_dilakukan", "frekuensi", "tipe_pengumpulan_data", "metode_pengumpulan_data"),
        *("sarana_pengumpulan_data", "unit_pengumpulan_data", "jenis_rancangan_sampel", "metode_pemilihan"),
        *("metode_probabilitas", "metode_nonprobabilitas", "kerangka_sampel", "fraksi_sampel", "sampling_error"),
        *("unit_sampel", "unit_observasi", "metode_pemeriksaan_kualitas", "metode_analisis", "unit_analisis"),
        *("tingkat_penyajian",),
    )
)
"""Questions whose answers everybody may read: how data are collected, never who does it or how to reach them."""
BEGUN_WITH = TOLD | {"cara_pengumpulan_data", "sektor_kegiatan", "variabel"}
"""What whoever plans something alike may begin with."""


def described(activity: Activity, site: str, publisher: str) -> ActivityFacts:
    """The activity with its design; one taken from a list has none, and its variables are names alone."""
    submission = submission_of(activity)
    answers: dict[str, Any] = submission.answers if submission else {}
    form = shelf.find(submission.questionnaire) if submission else shelf.CURRENT
    metadata = Metadata.answers_of(activity.submission_id)
    names = tuple({"nama": name} for name in activity.variables.splitlines())
    return ActivityFacts(
        number=activity.number,
        url=f"{site}/katalog/{activity.number}",
        title=activity.title,
        agency=activity.agency,
        publisher=publisher,
        year=activity.year,
        method=METHOD_LABELS.get(activity.method, activity.method),
        sector=SECTOR_LABELS.get(activity.sector, activity.sector),
        region=activity.region,
        identity_number=activity.identity_number,
        purpose=activity.purpose,
        issued_on=activity.issued_on,
        valid_until=activity.valid_until,
        publication=Duty.published(activity.submission_id),
        design={
            question.code: Answer(question.label, text)
            for question in asked(form, answers)
            if question.code in TOLD and (text := _told(question, answers))
        },
        collected=_collected(form, answers),
        variables=texts_of(VARIABLES, metadata) or texts_of(form.question("variabel"), answers) or names,
        indicators=texts_of(INDICATORS, metadata),
    )


def design_answers(activity: Activity) -> dict[str, Any]:
    """What another form may begin with: how its data are collected and which, as everybody may read it."""
    submission = submission_of(activity)
    answers: dict[str, Any] = submission.answers if submission else {}
    return {code: value for code, value in answers.items() if code.removesuffix("_lainnya") in BEGUN_WITH}


def submission_of(activity: Activity) -> Submission | None:
    """The submission that was recommended; there is none of what a list or an old record told."""
    return Submission.with_id(activity.submission_id)


def indah_of(submission: Submission, contacts: bool) -> list[Sheet]:
    """Its metadata in the shape of INDAH; whom to reach only where `contacts` may be known."""
    form = shelf.find(submission.questionnaire)
    return indah_sheets(form, submission.answers, metadata_of(submission), contacts=contacts)


def _told(question: Question, answers: Mapping[str, Any]) -> str:
    """The answer in words; what "Lainnya" means stands behind it."""
    text, other = question.show(answers.get(question.code)), str(answers.get(f"{question.code}_lainnya") or "")
    return f"{text} ({other})" if text and other else text


def texts_of(table: Question, answers: Mapping[str, Any]) -> tuple[Row, ...]:
    """The filled rows of a table as people read them."""
    assert isinstance(table, Table)
    return tuple(
        {column.code: column.show(row.get(column.code)) for column in table.columns}
        for _, row in table.filled_rows(answers.get(table.code))
    )


def _collected(form: Questionnaire, answers: Mapping[str, Any]) -> tuple[tuple[date, date], ...]:
    schedule = form.question("jadwal")
    assert isinstance(schedule, Schedule)
    spans = [
        (read_day(row.get("awal")), read_day(row.get("akhir")))
        for row in schedule.rows(answers.get("jadwal"))
        if row.get("tahap") == "pengumpulan_data"
    ]
    return tuple((first, last) for first, last in spans if first and last)
