"""One example complaint on its way: every verb is the real action, and nobody in it exists."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from pst.actions.complaints import complaint_steps as steps
from pst.actions.complaints import complaints, dialogue, publications
from pst.actions.complaints.complaints import Filing
from pst.actions.vault import Vault
from pst.clock import local
from pst.demo.case import World
from pst.models.complaints.complaints import Complaint
from pst.rules import numbering


@dataclass
class Told:
    """A complaint that somebody told; `by` is the officer who wrote it down, empty for the site itself."""

    world: World
    vault: Vault
    filing: Filing
    by: str = ""
    code: str = field(default_factory=numbering.new_code)
    complaint: Complaint = field(init=False)

    def file(self, at: datetime) -> None:
        filing = replace(self.filing, received_on=local(at).date())
        writer = self.world[self.by] if self.by else None
        self.complaint = complaints.file_complaint(filing, numbering.hash_code(self.code), at, self.vault, writer)

    def verify(self, by: str, kind: str, topic: str, handler: str, at: datetime) -> None:
        steps.verify(self.complaint, self.world[by], kind, topic, self.world[handler], at)

    def take(self, verb: str, by: str, note: str, at: datetime) -> None:
        steps.take(self.complaint, verb, self.world[by], note, at)

    def escalate(self, by: str, to: str, note: str, at: datetime) -> None:
        steps.escalate(self.complaint, self.world[by], to, note, at)

    def mark_duplicate(self, by: str, other: "Told", note: str, at: datetime) -> None:
        steps.mark_duplicate(self.complaint, self.world[by], other.complaint.number, note, at)

    def note(self, by: str, text: str, at: datetime) -> None:
        complaints.add_note(self.complaint, self.world[by], text, at)

    def say(self, text: str, at: datetime) -> None:
        dialogue.say(self.complaint, text, at)

    def accept(self, rating: int, note: str, at: datetime) -> None:
        self._look(at)
        dialogue.accept(self.complaint, rating, note, at)

    def not_resolved(self, why: str, at: datetime) -> None:
        self._look(at)
        dialogue.not_resolved(self.complaint, why, at)

    def withdraw(self, why: str, at: datetime) -> None:
        self._look(at)
        dialogue.withdraw(self.complaint, why, at)

    def publish(self, by: str, second: str, title: str, text: str, answer: str, at: datetime) -> None:
        publications.prepare(self.complaint, self.world[by], title, text, answer, at, self.vault)
        publications.approve(self.complaint, self.world[second], at)

    def _look(self, at: datetime) -> None:
        Complaint.update(seen_on=local(at).date()).where(Complaint.id == self.complaint.id).execute()
