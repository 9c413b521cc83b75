"""How a mail server on this machine behaves."""

import socket
import time


class Server:
    """Takes mail, except as the test says; `taken` are (receivers, bytes)."""

    def __init__(self, refuse=None, slow=0.0, die_for=""):
        self.taken: list[tuple[list[str], bytes]] = []
        self.refuse, self.slow, self.die_for = refuse or {}, slow, die_for

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refuse:
            return self.refuse[address]
        if address == self.die_for:
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        time.sleep(self.slow)
        self.taken.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
