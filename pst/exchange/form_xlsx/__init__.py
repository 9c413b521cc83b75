"""The form as a workbook: written from a questionnaire, filled in elsewhere, read back cell by cell."""

from pst.exchange.form_xlsx.reading import Fault, Reading, read_form
from pst.exchange.form_xlsx.refusals import FormFileRefused
from pst.exchange.form_xlsx.values import fingerprint
from pst.exchange.form_xlsx.writing import Prefill, write_form

__all__ = ["Fault", "FormFileRefused", "Prefill", "Reading", "fingerprint", "read_form", "write_form"]
