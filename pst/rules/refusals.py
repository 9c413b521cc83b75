"""One way to say no: what was not done, why, and which field it concerns."""


class Refusal(Exception):
    """An action was not carried out. The message says why, in Indonesian, for the person who tried.

    `field` names the input the reason concerns; empty, it concerns the form as a whole. A kind of refusal that
    always concerns the same field says so as a class attribute.
    """

    field = ""

    def __init__(self, message: str = "", field: str = ""):
        super().__init__(message)
        if field:
            self.field = field
