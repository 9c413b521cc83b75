"""The sheet an officer reads: every answer as last sent, what stood there before, and what is said about it."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from flask import url_for

from pst.actions.submissions.revisions import changed_beside
from pst.exchange.uploads import SHOWN
from pst.forms.review.case import RemarkForm
from pst.models.files import Attachment
from pst.models.review.examinations import Examined
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Revision, Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import asked, changed
from pst.questionnaires.kinds import Block, Question
from pst.rules.catalogue.beside import read_beside
from pst.rules.differences import Pieces, word_pieces
from pst.views.review.checklist import Listed, checklist, design_sent
from pst.web.filters import file_size


class FileLink(NamedTuple):
    """A file as the sheet shows it: where it opens, size with hash, and whether a panel of the page can show it."""

    name: str
    url: str
    note: str
    id: int
    shown: bool


DRAWN = ("choices", "files", "long_text", "table")
"""Kinds of questions whose answers are more than a line."""

FOLDED_FROM = 420
"""Letters of an answer that are more than six lines of the sheet."""


@dataclass
class Asked:
    """One question as the officer reads it; `question` is None for the submission as a whole."""

    code: str
    question: Question | None
    value: Any = None
    attachments: list[FileLink] = field(default_factory=list)
    remarks: list[Any] = field(default_factory=list)
    """Rows of `Remark.shown_of`."""
    box: RemarkForm | None = None
    findings: list[Listed] = field(default_factory=list)
    """What the rules find in this answer."""
    line: str | None = None
    """The answer where a line says it ("" for none); None where its kind draws more than a line."""
    before: tuple[Pieces, Pieces] | None = None
    """The answer of the revision before and this one, in pieces; None where nothing changed."""
    files: list[tuple[str, str]] = field(default_factory=list)
    """(what happened, name) for files that came or went since the revision before, and what beside it changed."""
    details: list[str] = field(default_factory=list)
    """What is kept beside the answer."""

    @property
    def changed(self) -> bool:
        return bool(self.before or self.files)

    @property
    def plain(self) -> bool:
        """A line says all of it: nothing changed, and nothing is kept beside it."""
        return self.line is not None and not (self.changed or self.details)

    @property
    def wide(self) -> bool:
        """It takes the whole width of the sheet."""
        return self.question is not None and self.question.kind == "table"

    @property
    def long(self) -> bool:
        """More than the sheet shows at once."""
        return isinstance(self.value, str) and (len(self.value) > FOLDED_FROM or self.value.count("\n") > 5)


@dataclass
class Part:
    """One block of the form: the questions of it that are shown, and the marks of all it asks."""

    block: Block
    items: list[Asked]
    examined: Any
    remarks: int
    changed: int
    files: int
    open: bool
    asks: bool
    """It still asks something: it can be marked as examined."""


class Sheet:
    """The answers as last sent, each with what belongs to it; `box` is the form of a remark that is open."""

    def __init__(self, submission: Submission, box: RemarkForm | None = None):
        self.submission, self.box = submission, box
        self.form = shelf.find(submission.questionnaire)
        self.revisions = Revision.newest(submission, 2) if submission.revision else []
        self.given, self.links = self._sent()
        self.rows = Remark.shown_of(submission)
        beside = self.revisions[0].beside if self.revisions else submission.beside
        self.details = read_beside(beside)
        names = [name for links in self.links.values() for name, *_ in links]
        self.design = design_sent(submission, self.given, names, beside)
        self.asked = {question.code for question in asked(self.form, self.given)}
        self.findings = checklist(submission, self.design, self.asked, [remark.text for remark in self.rows])
        self.moved, self.exchanged = self._changes()

    def item(self, code: str) -> Asked:
        """One question; "" is the submission as a whole."""
        question = self.form.question(code) if code else None
        value = self.given.get(code)
        return Asked(
            code,
            question,
            value,
            self.links.get(code, []),
            [remark for remark in self.rows if remark.code == code],
            self.box if self.box is not None and (self.box.code.data or "") == code else None,
            self.findings.get(code, []),
            None if question is None or question.kind in DRAWN else question.show(value),
            self.moved.get(code),
            self.exchanged.get(code, []),
            self.details.get(code, []),
        )

    def parts(self) -> list[Part]:
        """Every block that asks something, whole."""
        marks = Examined.of(self.submission)
        blocks = [(block, [self.item(code) for code in self._codes(block)]) for block in self.form.blocks]
        return [self._part(block, items, marks.get(block.number)) for block, items in blocks if items]

    def _codes(self, block: Block) -> list[str]:
        """What the block asks, and what it asked before where that is remarked on or gone."""
        spoken_of = {*self.asked, *self.moved, *(remark.code for remark in self.rows)}
        return [question.code for question in block.questions if question.code in spoken_of]

    def _part(self, block: Block, items: list[Asked], mark: Any) -> Part:
        return Part(
            block,
            items,
            mark,
            remarks=sum(len(item.remarks) for item in items),
            changed=sum(item.changed for item in items),
            files=sum(len(item.attachments) for item in items),
            open=mark is None or any(item.box for item in items),
            asks=any(item.code in self.asked for item in items),
        )

    def _sent(self) -> tuple[dict[str, Any], dict[str, list[FileLink]]]:
        """Answers and files of the last revision; of a draft that the office enters, what stands there now."""
        attached = Attachment.listed(self.submission)
        if not self.revisions:
            current = [item for item in attached if item.removed_at is None]
            return self.submission.answers, _linked(self.submission, current)
        sent = {(item["code"], item["sha256"]) for item in self.revisions[0].attachments}
        latest = {(item.code, item.sha256): item for item in attached}
        return self.revisions[0].answers, _linked(self.submission, [latest[key] for key in latest if key in sent])

    def _changes(self) -> tuple[dict[str, tuple[Pieces, Pieces]], dict[str, list[tuple[str, str]]]]:
        """What differs from the revision before: answers and files, by question."""
        if len(self.revisions) < 2:
            return {}, {}
        new, old = self.revisions
        moved = {
            each.question.code: word_pieces(each.question.show(each.old), each.question.show(each.new))
            for each in changed(self.form, old.answers, new.answers)
        }
        exchanged = _exchanged(old.attachments, new.attachments)
        for code, what in changed_beside(old, new):
            exchanged.setdefault(code, []).append((what, "berubah"))
        return moved, exchanged


def _linked(submission: Submission, attached: list[Any]) -> dict[str, list[FileLink]]:
    """Files by question: name, address, size and hash."""
    files: dict[str, list[FileLink]] = {}
    for item in attached:
        shown = item.mime in SHOWN
        url = url_for("attachments.show" if shown else "answers.download", number=submission.number, file_id=item.id)
        note = f"{file_size(item.size)}, SHA-256 {item.sha256[:12]}…"
        files.setdefault(item.code, []).append(FileLink(item.name, url, note, item.id, shown))
    return files


def _exchanged(old: list[dict], new: list[dict]) -> dict[str, list[tuple[str, str]]]:
    """Files that came or went, by question: (what happened, name)."""
    keys = [{(item["code"], item["sha256"]) for item in files} for files in (old, new)]
    gone = [("Dilepas", item) for item in old if (item["code"], item["sha256"]) not in keys[1]]
    come = [("Ditambahkan", item) for item in new if (item["code"], item["sha256"]) not in keys[0]]
    found: dict[str, list[tuple[str, str]]] = {}
    for what, item in gone + come:
        found.setdefault(item["code"], []).append((what, item["name"]))
    return found
