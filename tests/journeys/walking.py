"""Walking through the pages as people do: filling the form, answering remarks, taking steps."""

from typing import Any

from webtest import Form, Upload

from pst.models.files import Attachment
from pst.models.letters.letters import Letter
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.kinds import Table
from tests.browsing import Browsing, Page
from tests.exchange.certificates import signed
from tests.exchange.test_uploads import a_pdf
from tests.factories import a_scan, a_store

HTMX = {"HX-Request": "true"}


def submission(number: str) -> Submission:
    """The row as it is now, with its people."""
    return Submission.with_people().where(Submission.number == number).get()


def fill_in(browser: Browsing, number: str, answers: dict[str, Any], script: bool = False) -> None:
    """Fill every block through its page; blocks whose answers open further questions are visited again."""
    for block in shelf.CURRENT.blocks:
        for _ in range(3):
            _make_rows(browser, number, block, answers)
            page = browser.get(f"/permohonan/{number}/blok/{block.number}")
            form = page.forms["block"]
            type_in(form, {code: value for code, value in answers.items() if block.asks(code)})
            form.submit(headers={"X-Autosave": "1"}) if script else form.submit("_overview", status=303)
            if _is_filled(number, block, answers):
                break


def type_in(form: Form, answers: dict[str, Any]) -> None:
    """Type into the fields that are there, in the way each is printed."""
    for code, value in answers.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for row, cells in enumerate(value):
                type_in(form, {f"{code}-{row}-{column}": cell for column, cell in cells.items()})
        elif code not in form.fields:
            continue
        elif isinstance(value, list):
            for box in form.fields[code]:
                box.checked = box._value in value
        elif form.fields[code][0].attrs.get("type") == "checkbox":
            form.fields[code][0].checked = value == "ya"
        else:
            form[code] = "" if value is None else str(value)


def attach(browser: Browsing, number: str, name: str = "instrumen.pdf") -> None:
    """Upload a PDF to the supporting files."""
    form = browser.get(f"/permohonan/{number}/blok/9").forms["block"]
    form["file_berkas_pendukung"] = [(name, a_pdf())]
    form.submit("_overview", status=303)
    assert Attachment.of(submission(number)).where(Attachment.name == name).exists()


def send(browser: Browsing, number: str) -> None:
    """Check the answers and send; the confirmation says the number."""
    page = browser.get(f"/permohonan/{number}/periksa")
    missing = [item.get_text(" ") for item in page.html.select("#kurang li")]
    assert not missing, missing
    confirmed = page.forms["send"].submit(status=303).follow()
    assert confirmed.html.select_one("main")["data-number"] == number


def answer_remarks(browser: Browsing, number: str, text: str = "Sudah diperbaiki.") -> None:
    """Answer every open remark."""
    form = browser.get(f"/permohonan/{number}?lihat=catatan").forms["replies"]
    for name in [name for name in form.fields if name and name.startswith("tanggapan-")]:
        form[name] = text
    form.submit(status=303)


def press(browser: Browsing, number: str, verb: str, note: str = "") -> None:
    """An officer takes a step: at once, or on the page that asks first."""
    page = browser.get(f"/petugas/permohonan/{number}")
    if f"step-{verb}" in page.forms:
        page.forms[f"step-{verb}"].submit(status=303)
        return
    form = browser.get(f"/petugas/permohonan/{number}/langkah/{verb}").forms["step"]
    if note:
        form["note"] = note
    form.submit(status=303)


def note_remark(
    browser: Browsing, number: str, code: str, text: str, severity: str = "must", script: bool = False
) -> None:
    """An officer notes a remark beside a question."""
    page = browser.get(f"/petugas/permohonan/{number}?lihat=isian&catat={code}")
    form = page.forms[f"remark-form-{code}"]
    form["severity"], form["text"] = severity, text
    form.submit(headers=HTMX) if script else form.submit(status=303)


def settle_remarks(browser: Browsing, number: str) -> None:
    """An officer is satisfied with every answer."""
    row = submission(number)
    for remark in list(Remark.of(row)):
        if remark.state == "answered":
            page = browser.get(f"/petugas/permohonan/{number}?lihat=isian")
            action = f"/petugas/permohonan/{number}/catatan/{remark.id}/selesai"
            next(form for form in page.forms.values() if form.action == action).submit(status=303)


def examine(browser: Browsing, number: str) -> None:
    """An officer marks every part of the form."""
    page = browser.get(f"/petugas/permohonan/{number}?lihat=isian")
    for form in page.forms.values():
        if form.action.endswith("/diperiksa"):
            form.submit(status=303)


def conclude(browser: Browsing, number: str, outcome: str, text: str) -> None:
    """The team's conclusion."""
    form = browser.get(f"/petugas/permohonan/{number}?lihat=evaluasi").forms["conclude"]
    form["outcome"], form["held_on"], form["participants"], form["conclusion"] = (
        outcome,
        "2026-11-23",
        "Sinta Petugas",
        text,
    )
    form["alone_reason"] = "Rekan sedang bertugas di lapangan."
    form.submit(status=303)


def hand_to_head(browser: Browsing, number: str) -> None:
    """The draft of the letter goes to the head."""
    browser.get(f"/petugas/permohonan/{number}?lihat=surat").forms["letter-draft"].submit(
        "_then", value="ajukan", status=303
    )


def issue(head: Browsing, number: str) -> str:
    """The head approves; returns the letter's number."""
    page = head.get(f"/petugas/permohonan/{number}/pengesahan").forms["issue"].submit(status=303).follow()
    return page.html.select_one("main")["data-number"]


def sign(officer: Browsing, second: Browsing, number: str) -> None:
    """The file signed outside is brought by one and compared by another; the letter goes out with it."""
    letter = Letter.waiting_of(submission(number))
    form = officer.get(f"/petugas/permohonan/{number}/tanda-tangan", status=303).follow().forms["bring"]
    form["berkas"] = Upload("surat-bertanda-tangan.pdf", a_scan(letter), "application/pdf")
    place = form.submit(status=303).location
    compare(second, place)


def compare(second: Browsing, place: str) -> Page:
    """The second person ticks every page; the page that follows."""
    form = second.get(place).forms["confirm"]
    for box in form.fields["pages"]:
        box.checked = True
    return form.submit(status=303).follow()


def sign_electronically(officer: Browsing, number: str) -> None:
    """The file with the signatory's certificate is brought; nobody has to compare what leaves no doubt."""
    letter = Letter.waiting_of(submission(number))
    form = officer.get(f"/petugas/surat/{letter.id}/tanda-tangan").forms["bring"]
    content = signed(a_store().read(letter.file_id))
    form["berkas"] = Upload("surat-bertanda-tangan.pdf", content, "application/pdf")
    assert "Tanda tangan elektronik" in form.submit(status=303).follow()


def _make_rows(browser: Browsing, number: str, block, answers: dict[str, Any]) -> None:
    """Press "Tambah" until every table has the rows it needs, saving each as it appears."""
    for question in block.questions:
        wanted = answers.get(question.code)
        if not isinstance(question, Table) or not isinstance(wanted, list):
            continue
        page = browser.get(f"/permohonan/{number}/blok/{block.number}")
        while not _has_row(page.forms["block"], question, len(wanted) - 1):
            type_in(page.forms["block"], {question.code: wanted})
            page = page.forms["block"].submit("_add", value=question.code)
        type_in(page.forms["block"], {question.code: wanted})
        page.forms["block"].submit("_overview")


def _has_row(form: Form, table: Table, row: int) -> bool:
    return f"{table.code}-{row}-{table.columns[0].code}" in form.fields or not any(
        name and name.startswith(f"{table.code}-") for name in form.fields
    )


def _is_filled(number: str, block, answers: dict[str, Any]) -> bool:
    kept = submission(number).answers
    return all(
        kept.get(code) == value for code, value in answers.items() if block.asks(code) and value not in (None, "", [])
    )
