"""The calculator of sample sizes, for anybody."""

from flask import Blueprint, Response, render_template, request

from pst.forms.catalogue.sample_size import SampleSizeForm
from pst.rules.refusals import Refusal
from pst.views.catalogue.counted_samples import counted
from pst.web.access import public
from pst.web.fragments import refused

blueprint = Blueprint("sample_size", __name__)
PAGE = "catalogue/sample_size/show.html"


@blueprint.get("/alat/ukuran-sampel")
@public
def show() -> Response | str:
    """How large must a sample be, or how good is the one there is?"""
    if not request.args:
        return render_template(PAGE, form=SampleSizeForm(formdata=None))
    form = SampleSizeForm(request.args)
    if not form.validate():
        return refused(PAGE, form=form)
    try:
        return render_template(PAGE, form=form, **counted(form))
    except Refusal as refusal:
        form.take(refusal)
        return refused(PAGE, form=form)
