"""What every form has in common: Indonesian messages, clean text, limits, no fields it did not ask for."""

import unicodedata
from collections.abc import Iterable
from typing import Any

from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email
from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import CombinedMultiDict
from wtforms import Field, FieldList, FormField, PasswordField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.fields.core import UnboundField
from wtforms.form import BaseForm
from wtforms.validators import Length, ValidationError

from pst.forms.messages import Indonesian
from pst.questionnaires.text import BadText, bare_address, normalise, visible
from pst.rules.refusals import Refusal

LINE_LIMIT = 500
TEXT_LIMIT = 20_000
"""Characters a field takes when it says nothing else."""

KEY_DIGITS = 15
"""Digits of the longest key of a row; longer numbers overflow the database, or cannot be read at all."""

NAMES_OF_THE_PAGE = ("_", "csrf_token")
"""What a form may carry beside its fields: names that begin so belong to the page around it."""

for intranet in ("local", "localhost", "test"):  # where mailboxes can be: offices and rehearsals use them
    SPECIAL_USE_DOMAIN_NAMES.remove(intranet)

HIDDEN_CHARACTERS = "Ada karakter tersembunyi dalam isian ini. Hapus isinya lalu ketik ulang."
BAD_ADDRESS = "Alamat surel keliru, contoh yang benar: nama@instansi.go.id."


class Form(FlaskForm):
    """The base of all forms. Text arrives in NFC, trimmed, with LF line ends, without control characters."""

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: BaseForm) -> Indonesian:
            return Indonesian()

        def bind_field(self, form: BaseForm, unbound_field: UnboundField, options: dict[str, Any]) -> Field:
            filters = (*_cleaning(unbound_field.field_class), *unbound_field.kwargs.get("filters", ()))
            return unbound_field.bind(form=form, filters=filters, **options)

    def __init__(self, *given: Any, **more: Any):
        """What was sent is read even where it is empty: a box that was unticked is an answer too."""
        if not given and "formdata" not in more and self.is_submitted():
            more["formdata"] = CombinedMultiDict((request.files, request.form))
        super().__init__(*given, **more)

    def validate(self, extra_validators: dict[str, Any] | None = None) -> bool:
        """Shape and limits; a field that is not part of the form refuses the whole."""
        sound = super().validate(extra_validators)
        long = [field for field in self if _is_too_long(field)]
        for field in long:
            field.errors = [*field.errors, f"Isi paling banyak {_limit(field)} karakter."]
        unknown = self._unknown_names()
        if unknown:
            names = ", ".join(name[:60] for name in unknown[:5])
            self.form_errors.append(f"Isian ini tidak dikenal: {names}. Muat ulang halaman lalu coba lagi.")
        return sound and not long and not unknown

    def take(self, refusal: Refusal) -> None:
        """Say why it was refused: at the field it concerns, or above the form."""
        if refusal.field in self:
            self[refusal.field].errors = [*self[refusal.field].errors, str(refusal)]
        else:
            self.form_errors.append(str(refusal))

    def _unknown_names(self) -> list[str]:
        single = {field.name for field in self if not isinstance(field, (FieldList, FormField))}
        nested = tuple(f"{field.name}-" for field in self if isinstance(field, (FieldList, FormField)))
        return [
            name for name in request.form if name not in single and not name.startswith((*NAMES_OF_THE_PAGE, *nested))
        ]


class ChoosesAgency:
    """What a form has that holds the field `agency`, chosen from the table."""

    agency: SelectField

    @property
    def agency_id(self) -> int | None:
        """The chosen one; a name that was typed beside it counts only where none was chosen."""
        return key_in(self.agency.data)


class EmailAddress:
    """A mailbox that mail can be sent to; also one inside the intranet. Its domain is written small."""

    def __call__(self, form: BaseForm, field: Field) -> None:
        field.data = self.read(field.data or "")

    @staticmethod
    def read(typed: str) -> str:
        """The mailbox that was typed. Raises `ValidationError`."""
        try:
            found = validate_email(bare_address(typed), check_deliverability=False, allow_smtputf8=False)
        except (EmailNotValidError, ValueError):
            raise ValidationError(BAD_ADDRESS) from None
        if len(found.normalized) > 254:
            raise ValidationError(BAD_ADDRESS)
        return str(found.normalized)


def choices(pairs: Iterable[tuple[object, str]], empty: str = "") -> list[SelectChoice]:
    """Options of a select from (value, label) pairs; `empty` is the first, unchosen line."""
    first = [SelectChoice("", empty)] if empty else []
    return [*first, *(SelectChoice(str(value), label) for value, label in pairs)]


def key_in(text: str | None) -> int | None:
    """The key of a row as a browser sends it back; None for what no database can hold."""
    text = text or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= KEY_DIGITS else None


def _cleaning(kind: type) -> tuple[Any, ...]:
    """The filters that every field of this kind gets."""
    if issubclass(kind, PasswordField):
        return (_password,)
    if issubclass(kind, TextAreaField):
        return (_text,)
    return (_line,) if issubclass(kind, StringField) else ()


def _text(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return normalise(value)
    except BadText as bad:
        raise ValueError(HIDDEN_CHARACTERS) from bad


def _line(value: object) -> object:
    """One line: no keyboard puts a line break into it, only a script that would break a header or a log."""
    value = _text(value)
    if isinstance(value, str) and ("\n" in value or "\t" in value):
        raise ValueError(HIDDEN_CHARACTERS)
    return visible(value) if isinstance(value, str) else value


def _password(value: object) -> object:
    """Composed, but not trimmed: spaces belong to it."""
    if isinstance(value, str) and any(unicodedata.category(sign) in ("Cc", "Cs") for sign in value):
        raise ValueError(HIDDEN_CHARACTERS)
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def _is_too_long(field: Field) -> bool:
    return isinstance(field, StringField) and isinstance(field.data, str) and len(field.data) > _limit(field)


def _limit(field: Field) -> int:
    """The field's own limit, or the one for its kind."""
    own = [rule.max for rule in field.validators if isinstance(rule, Length) and rule.max != -1]
    return max(own) if own else TEXT_LIMIT if isinstance(field, TextAreaField) else LINE_LIMIT
