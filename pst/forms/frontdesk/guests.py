"""Forms of the visit's page that only officers see."""

from typing import Any

from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional

from pst.forms.base import Form, choices
from pst.forms.frontdesk.visits import AccountForm

CONTACT_REASONS = {
    "keperluan": "Menghubungi tamu tentang keperluannya",
    "dokumen": "Mengirim data, formulir, atau surat",
    "betulkan": "Memeriksa atau membetulkan isian",
    "diminta": "Atas permintaan tamu sendiri",
}
"""Why an officer opens a visitor's contact; the words go into the log of looks."""


class ContactForm(Form):
    """The reason for which a contact is opened."""

    reason = SelectField(
        "Kontak dibuka untuk apa?",
        [InputRequired("Pilih dahulu keperluannya.")],
        choices=choices(CONTACT_REASONS.items(), empty="Pilih …"),
    )

    @property
    def why(self) -> str:
        return CONTACT_REASONS[self.reason.data]


class AssistForm(AccountForm):
    """Whose account is opened or submission begun; an agency that is not listed yet can be named."""

    new_agency = StringField("Nama instansi bila belum ada dalam daftar", [Optional(), Length(max=200)])

    @property
    def person(self) -> dict[str, Any]:
        """The applicant as `actions/frontdesk/visit_records.py` is told of one."""
        return {
            "name": self.name.data,
            "email": self.email.data,
            "position": self.position.data or "",
            "agency_id": self.agency_id,
            "new_agency": self.new_agency.data or "",
        }
