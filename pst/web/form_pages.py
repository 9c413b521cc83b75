"""A form on its page: shown, read, and shown again with everything that was typed when something is refused."""

from collections.abc import Callable
from types import TracebackType
from typing import Any, Generic, TypeVar

from flask import Response, abort, render_template

from pst.actions.attempts import TooManyTries
from pst.forms.base import Form
from pst.rules.refusals import Refusal
from pst.web.fragments import refused
from pst.web.limits import seconds_to

AnyForm = TypeVar("AnyForm", bound=Form)


class FormPage(Generic[AnyForm]):
    """A template, its form, and what else it shows.

    As a context manager it is the whole of sending a form: entering reads and checks the form, and a `Refusal` from
    inside is said at its field. Either way the page comes again (422), with all that was typed.

        page = FormPage("office/agencies/agency.html", AgencyForm(), around)
        with page as form:
            add_agency(...)
        return saved(...)

    `context` is asked when the page is drawn, so that it shows how things stand then. On a page with several forms
    it gives them all, and `name` is what the template calls the one that was sent.
    """

    def __init__(self, template: str, form: AnyForm, context: Callable[[], dict[str, Any]] = dict, name: str = "form"):
        self.template, self.form, self.context, self.name = template, form, context, name

    def show(self) -> Response | str:
        """The page as it is first opened."""
        return render_template(self.template, **self._all())

    def again(self, status: int = 422) -> Response:
        """The page with what was typed and what is wrong with it."""
        return refused(self.template, status, **self._all())

    def __enter__(self) -> AnyForm:
        if not self.form.validate_on_submit():
            abort(self.again())
        return self.form

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(error, Refusal):
            self.form.take(error)
            answer = self.again(429 if isinstance(error, TooManyTries) else 422)
            if isinstance(error, TooManyTries):
                answer.retry_after = seconds_to(error.until)
            abort(answer)

    def _all(self) -> dict[str, Any]:
        return {**self.context(), self.name: self.form}
