"""The name under which a register's filters are kept."""

from wtforms import BooleanField, HiddenField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from pst.forms.base import Form
from pst.models.accounts.kept_filters import QUERY_LIMIT, KeptFilter


class KeptFilterForm(Form):
    """What is kept, and for whom."""

    path = HiddenField(validators=[InputRequired(), Length(max=KeptFilter.path.max_length)])
    query = HiddenField(validators=[Length(max=QUERY_LIMIT)])
    name = StringField("Nama saringan", [DataRequired("Beri nama saringannya."), Length(max=60)])
    shared = BooleanField("Bagikan kepada seluruh kantor")
