"""Reads a server's event stream as it comes."""

import http.client
import queue
import socket
import threading


class EventStream:
    def __init__(self, server, token, path="/api/events"):
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        self.connection.request("GET", path, headers={"Authorization": f"Bearer {token}", "Accept": "text/event-stream"})
        self.socket = self.connection.sock
        self.answer = self.connection.getresponse()
        assert self.answer.status == 200, f"{path} was to be a stream. It answered {self.answer.status}."
        self.lines = queue.Queue()
        #: How it ended: None while it is open, "" for a proper end, else what went wrong.
        self.ended = None
        self.over = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        try:
            for line in self.answer:
                self.lines.put(line.decode("utf-8").rstrip("\n"))
            self.ended = ""
        except Exception as error:  # whatever it is, the test is told of it
            self.ended = repr(error)
        self.over.set()

    def until(self, is_it, expected, within=10):
        """The first line for which it is so."""
        seen = []
        while True:
            try:
                line = self.lines.get(timeout=within)
            except queue.Empty:
                raise AssertionError(f"{expected} (nothing more within {within} s; the stream sent {seen})") from None
            seen.append(line)
            if is_it(line):
                return line

    def close(self):
        # Without this, closing waits for the reader, and the reader for the next line.
        self.socket.shutdown(socket.SHUT_RDWR)
        self.over.wait(10)
        self.connection.close()
