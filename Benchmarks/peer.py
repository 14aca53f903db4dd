"""What every comparison with a peer needs: run a program, ours or theirs, and read the JSON that it prints."""
import json
import os
import subprocess
import sys


def run(command):
    environment = dict(os.environ)
    # These steer OpenBLAS on some processors and slow a current NumPy.
    environment.pop("OPENBLAS_CORETYPE", None)
    environment.pop("OPENBLAS_L2_SIZE", None)
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")
    return json.loads(done.stdout)
