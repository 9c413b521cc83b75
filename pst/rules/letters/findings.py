"""What a verdict may not stand over: remarks that must be mended and nobody has finished with."""

UNFINISHED = ("noted", "open", "answered")
"""States of a remark that was not sent yet, waits for the applicant, or waits for the officer's word on the answer."""


def is_in_the_way(severity: str, state: str, outcome: str) -> bool:
    """Does this remark keep the office from this verdict ("" while none is proposed)?

    A must-fix remark that was never sent keeps it from any: the applicant was not told. One that was sent and not
    settled keeps it from `layak`; a refusal may rest on it.
    """
    if severity != "must" or state not in UNFINISHED:
        return False
    return state == "noted" or outcome != "ditolak"
