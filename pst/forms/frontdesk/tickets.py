"""Forms of the counter: where one sits, which queue, how it ended."""

from wtforms import BooleanField, IntegerField, RadioField, SelectField, SelectMultipleField
from wtforms.validators import InputRequired, NumberRange

from pst.forms.base import Form, choices
from pst.rules.frontdesk.tickets import RESULTS, SERVICES

QUEUES = [(service.letter, f"{service.letter} – {service.label}") for service in SERVICES]


class SeatForm(Form):
    """Which counter one sits at, and whom it calls."""

    counter = IntegerField("Loket", [InputRequired("Pilih loket Anda."), NumberRange(1, 99, "Pilih loket Anda.")])
    services = SelectMultipleField("Antrean yang dipanggil", choices=choices(QUEUES))
    take_over = BooleanField("Ambil alih loket yang sedang ditempati")


class FinishForm(Form):
    """How the service ended."""

    result = RadioField("Hasil", [InputRequired("Pilih dahulu hasil pelayanannya.")], choices=choices(RESULTS))


class TransferForm(Form):
    """To which other queue the visitor goes."""

    service = SelectField("Alihkan ke", [InputRequired("Pilih layanan lain sebagai tujuan.")], choices=choices(QUEUES))
