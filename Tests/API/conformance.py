#!/usr/bin/env python3
"""What the server does beside what /api/openapi.json says: schemathesis sends each operation requests that the document
allows and some that it forbids, with a fixed seed.

Addresses of cases name a real case, version and evaluator, so that more than 404 is tried. Not tried: /api/events, which never
ends; chains of operations, which could disable the account that asks. About 90 seconds on two cores.
"""
import argparse
import os
import subprocess
import sys
import tempfile

from workspace import Workspace

CHECKS = ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
          "response_headers_conformance", "unsupported_method", "missing_required_header", "ignored_auth",
          "negative_data_rejection"]
CASE = "^/api/cases/[{]id[}]"


def prepare(workspace):
    """A case with somebody to score it: whoever asks, so that they have a sheet."""
    case = workspace.api("GET", "/api/cases").json()["cases"][0]["id"]
    evaluator = workspace.api("GET", f"/api/cases/{case}/scoring").json()["evaluators"][0]["evaluator"]
    person = workspace.api("GET", "/api/me").json()["id"]
    answer = workspace.api("PUT", f"/api/cases/{case}/evaluators/{evaluator}", {"person": person})
    if answer.status != 204:
        raise SystemExit(f"Nobody could be made an evaluator: {answer.text}")
    return case, evaluator


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("binary")
    p.add_argument("example")
    p.add_argument("--examples", type=int, default=12)
    p.add_argument("--seed", type=int, default=20_261)
    p.add_argument("more", nargs="*", help="further options of schemathesis, behind --")
    a = p.parse_args()
    failed = False
    with Workspace(a.binary, a.example) as workspace, tempfile.TemporaryDirectory() as folder:
        case, evaluator = prepare(workspace)
        settings = os.path.join(folder, "schemathesis.toml")
        with open(settings, "w") as file:
            # 428 is the status for a condition that was left out (RFC 6585 § 3).
            file.write('[checks.missing_required_header]\nexpected-statuses = [400, 401, 403, 406, 415, 422, 428]\n\n')
            file.write(f'[[operations]]\ninclude-path-regex = "{CASE}"\n'
                       f'parameters = {{ "path.id" = "{case}", "path.number" = 1, "path.evaluator" = "{evaluator}" }}\n')
        for name, seconds, phases, part in [
            ("with made-up ids", 40, "coverage,fuzzing", ["--exclude-path-regex", CASE, "-n", str(a.examples)]),
            # Each of these may simulate, so there are fewer.
            ("on a real case", 80, "examples,coverage,fuzzing", ["--include-path-regex", CASE, "-n", str(a.examples // 3)]),
        ]:
            command = [os.path.join(os.path.dirname(sys.executable), "schemathesis"), "--config-file", settings, "--no-color",
                       "run", f"{workspace.address}/api/openapi.json", "-H", f"Authorization: Bearer {workspace.token}",
                       "--phases", phases, "--checks", ",".join(CHECKS), "--seed", str(a.seed), "--exclude-path",
                       "/api/events", "--request-timeout", "20", "--generation-database", "none", "--warnings", "off",
                       *part, *a.more]
            print(f"\nschemathesis {name}", flush=True)
            try:
                failed |= subprocess.run(command, timeout=2 * seconds, cwd=folder).returncode != 0
            except subprocess.TimeoutExpired:
                print(f"schemathesis took more than {2 * seconds} s and was ended: ask for fewer --examples.")
                failed = True
        if workspace.process.poll() is not None:
            print("The server ended while it was tried:\n" + workspace.log())
            failed = True
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
