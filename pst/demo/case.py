"""One example submission on its way.

Every verb is the real action, so that events, mails and clocks are real.
"""

from dataclasses import dataclass, field
from datetime import datetime

from pst.actions.accounts.accounts import Newcomer
from pst.actions.files import FileStore
from pst.actions.letters import letters, signed_copies
from pst.actions.letters.stamping import Press
from pst.actions.review import evaluations, examinations, intake, remarks
from pst.actions.submissions import attachments, duties, messages, submissions
from pst.actions.submissions.replies import save_replies
from pst.clock import local
from pst.demo.forms import Activity
from pst.demo.papers import covering_letter_pdf, worksheet_pdf
from pst.models.accounts.users import User
from pst.models.letters.letters import Letter
from pst.models.office.agencies import Agency
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission


@dataclass
class World:
    """What the examples happen in."""

    people: dict[str, User]
    store: FileStore
    press: Press

    def __getitem__(self, short: str) -> User:
        return self.people[short]


@dataclass
class Case:
    """A submission of this activity, by somebody of the world."""

    world: World
    activity: Activity
    applicant: str = ""
    """Short name of the account; empty where an officer enters it."""
    officer: str = "petugas1"
    submission: Submission = field(init=False)
    writer: User = field(init=False)

    def start(self, at: datetime) -> None:
        """The applicant begins, fills everything and attaches the worksheet."""
        self.writer = self.world[self.applicant]
        self.submission = submissions.start_draft(self.writer, at, answers=self.activity.answers(local(at).date()))
        self._attach("file_berkas_pendukung", "instrumen-dan-rancangan-tabel.pdf", at)

    def enter(self, channel: str, at: datetime) -> None:
        """The officer enters it for somebody who came, or whose letter came."""
        self.writer = self.world[self.officer]
        name, position, email = self.activity.contact
        agency = Agency.named(self.activity.agency)
        known = {"agency_id": agency.id} if agency else {"new_agency": self.activity.agency}
        newcomer = Newcomer(email, name, position, phone="0812 5555 0199", **known)
        self.submission = intake.enter_for(self.writer, newcomer, channel, at)
        submissions.save_answers(self.submission, self.writer, self.activity.answers(local(at).date()), at)
        self._attach("file_berkas_pendukung", "instrumen-dan-rancangan-tabel.pdf", at)
        if channel == "letter":
            self._attach("surat_permohonan", "surat-permohonan.pdf", at)

    def fill_half(self, at: datetime) -> None:
        """The applicant begins and gets no further than Blok III."""
        self.writer = self.world[self.applicant]
        answers = self.activity.answers(local(at).date())
        first = dict(list(answers.items())[: list(answers).index("jadwal")])
        self.submission = submissions.start_draft(self.writer, at, answers=first)

    def submit(self, at: datetime) -> None:
        submissions.submit(self.submission, self.writer, at)

    def complete(self, at: datetime) -> None:
        submissions.declare_complete(self.submission, self._officer, at)

    def remark(self, code: str, severity: str, text: str, at: datetime) -> None:
        remarks.add_remark(self.submission, self._officer, code, severity, text, at)

    def return_incomplete(self, note: str, at: datetime) -> None:
        remarks.return_incomplete(self.submission, self._officer, at, note)

    def return_for_revision(self, note: str, at: datetime) -> None:
        remarks.return_for_revision(self.submission, self._officer, at, note)

    def revise(self, changed: dict, replies: tuple[str, ...], at: datetime) -> None:
        """The applicant corrects, answers every remark in its order, and sends again."""
        waiting = [remark for remark in Remark.of(self.submission) if remark.state == "open"]
        texts = {remark.id: reply for remark, reply in zip(waiting, replies, strict=True)}
        save_replies(self.submission, self.writer, texts, at)
        closing = {"catatan_pemohon": "Semua catatan sudah kami perbaiki dan tanggapi."}
        submissions.save_answers(self.submission, self.writer, {**changed, **closing}, at)
        self.submit(at)

    def settle(self, at: datetime) -> None:
        """The officer looks at the correction and is satisfied."""
        submissions.resume_review(self.submission, self._officer, at)
        for remark in [remark for remark in Remark.of(self.submission) if remark.state == "answered"]:
            remarks.settle_remark(remark, self.submission, self._officer, at)

    def evaluate(self, invited: tuple[str, ...], at: datetime) -> None:
        """The officer has examined every part, opens the sitting and asks colleagues."""
        for block in examinations.unexamined(self.submission):
            examinations.mark(self.submission, block.number, self._officer, at)
        evaluations.start_evaluation(self.submission, self._officer, at)
        for short in invited:
            evaluations.invite(self.submission, self.world[short], self._officer, at)

    def opinion(self, short: str, stance: str, text: str, at: datetime) -> None:
        evaluations.give_opinion(self.submission, self.world[short], stance, text, at)

    def note(self, short: str, text: str, at: datetime) -> None:
        evaluations.add_note(self.submission, self.world[short], text, at)

    def conclude(self, outcome: str, text: str, at: datetime) -> None:
        participants = "\n".join(self.world[short].name for short in ("petugas1", "petugas2", "petugas3"))
        evaluations.conclude(
            self.submission, self._officer, at, held_on=local(at).date(), participants=participants,
            outcome=outcome, text=text,
        )  # fmt: skip
        evaluations.start_drafting(self.submission, self._officer, at)

    def refuse_for_silence(self, note: str, at: datetime) -> None:
        evaluations.propose_refusal(self.submission, self._officer, at, note)

    def request_signature(self, at: datetime) -> None:
        draft = Letter.draft_of(self.submission)
        if draft is not None and draft.outcome == "layak":
            letters.edit_draft(draft, self._officer, {"identity_number": self._given_by_romantik(at)}, at)
        letters.request_signature(self.submission, self._officer, at)

    def issue(self, at: datetime) -> None:
        """The head approves, and the paper with pen and stamp is scanned by the officer and compared by the head."""
        head, store = self.world["kepala"], self.world.store
        letter = letters.issue(self.submission, head, at, store, self.world.press)
        scan = store.read(letter.file_id) + b"\n% contoh pindaian\n"
        copy = signed_copies.bring(letter, self._officer, ("surat-bertanda-tangan.pdf", scan), at, store)
        signed_copies.confirm(copy, head, at)

    def deliver(self, at: datetime) -> None:
        submissions.deliver(self.submission, self._officer, at, "Diterima pemohon di loket.")

    def hand_in(self, link: str, at: datetime) -> None:
        duties.record_results(self.submission, self.writer, at, self.world.store, link=link, note="Rilis pertama.")

    def withdraw(self, note: str, at: datetime) -> None:
        submissions.withdraw(self.submission, self.writer, at, note)

    def say(self, short: str, text: str, at: datetime) -> None:
        messages.send_message(self.submission, self.world[short], text, at)

    def _given_by_romantik(self, at: datetime) -> str:
        """An identity as ROMANTIK writes them: way of collection, year, issuing office, running number."""
        way = {"survei": "V", "kompilasi_produk_administrasi": "K", "pencacahan_lengkap": "S"}
        first = way.get(self.submission.method, "L")
        return f"{first}-{local(at):%y}.6104.{int(self.submission.number[-4:]):03d}"

    @property
    def _officer(self) -> User:
        return self.world[self.officer]

    def _attach(self, code: str, name: str, at: datetime) -> None:
        pdf = worksheet_pdf if code == "file_berkas_pendukung" else covering_letter_pdf
        content = pdf(self.activity, at)
        attachments.attach_file(self.world.store, self.submission, self.writer, code, name, content, at)
