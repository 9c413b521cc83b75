"""Papers: a frozen dataclass of facts in, PDF bytes out.

Nothing here asks the time, the database or the request.
"""
