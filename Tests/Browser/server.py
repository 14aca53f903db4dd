"""A workspace of its own for a test: started on a free port of this machine, ended by SIGTERM and waited for."""

import os
import queue
import re
import signal
import subprocess
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "Examples" / "accounts-payable.yaml"
STARTS_WITHIN = 30  # seconds; a first start makes the database and reads the example
STOPS_WITHIN = 20


def wait_for(condition, expected, within=10, pause=0.05):
    """The condition's first true value. `expected` is said where none comes: a whole sentence."""
    end = time.monotonic() + within
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"{expected} (waited {within} s; the last value was {value!r})")
        time.sleep(pause)


class Server:
    def __init__(self, binary, folder, example=EXAMPLE, database="shoreline.sqlite"):
        self.binary = binary
        self.folder = Path(folder)
        self.database = self.folder / database
        self.example = example
        self.process = None
        self.root = None
        self.link = None

    def start(self, *more):
        """Waits until the address is printed; the first start prints a link too."""
        command = [str(self.binary), "serve", "--database", str(self.database), "--port", "0", *more]
        if self.example:
            command += ["--example", str(self.example)]
        self.errors = open(self.folder / "server.log", "a", encoding="utf-8")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.errors, text=True)
        lines = queue.Queue()
        threading.Thread(target=self._read, args=(self.process.stdout, lines), daemon=True).start()
        self.said = []
        end = time.monotonic() + STARTS_WITHIN
        while not any("Ctrl-C" in line for line in self.said):
            try:
                line = lines.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                line = None
            if line is None:
                self.kill()
                raise AssertionError(
                    f"The server was to print its address within {STARTS_WITHIN} s. It printed {self.said} and "
                    f"logged: {self.log()[-2000:]}")
            self.said.append(line.rstrip("\n"))
        text = "\n".join(self.said)
        self.root = re.search(r"The workspace is at (\S+)", text).group(1)
        link = re.search(r"(http\S+/join/\S+)", text)
        self.link = link.group(1) if link else None
        return self

    @staticmethod
    def _read(stream, lines):
        for line in stream:
            lines.put(line)
        lines.put(None)

    @property
    def port(self):
        return int(self.root.rsplit(":", 1)[1])

    def log(self):
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    def stop(self):
        """Ends it as a service manager does. Its exit code is the answer."""
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"The server was to end within {STOPS_WITHIN} s of SIGTERM. It had to be killed.")
        self.errors.close()
        self.process = None
        return code

    def kill(self):
        """Ends it as a power cut does."""
        if self.process is not None:
            if self.process.poll() is None:
                os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.errors.close()
            self.process = None
