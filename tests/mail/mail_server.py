"""How a mail server on this machine behaves."""

import asyncio
import socket


class Server:
    """Takes mail, except as the test says; `taken` are (receivers, bytes).

    `refuse`: what it answers to a receiver; `puzzled_by`: what it answers to a mail for a receiver; `silent_for`: it
    takes so many seconds over a mail for a receiver; `die_for`: it hangs up on a receiver.
    """

    def __init__(self, refuse=None, puzzled_by=None, silent_for=None, slow=0.0, die_for="", refuse_sender=""):
        self.taken: list[tuple[list[str], bytes]] = []
        self.refuse, self.puzzled_by, self.silent_for = refuse or {}, puzzled_by or {}, silent_for or {}
        self.slow, self.die_for, self.refuse_sender = slow, die_for, refuse_sender

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return self.refuse_sender or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refuse:
            return self.refuse[address]
        if address == self.die_for:
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        [receiver] = envelope.rcpt_tos
        await asyncio.sleep(self.silent_for.get(receiver, self.slow))
        if receiver in self.puzzled_by:
            return self.puzzled_by[receiver]
        self.taken.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
