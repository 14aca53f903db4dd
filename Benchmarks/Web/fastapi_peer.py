"""FastAPI with one indexed SQLite read a request, in the two forms that ordinary programs have: read in the event loop, and
in a thread of its pool. Which of them is faster depends on what else the machine does, so both are measured.
"""
import os

from fastapi import FastAPI
from fastapi.responses import JSONResponse

from table import SELECT, connect, mine, person

app = FastAPI(openapi_url=None)
connection = connect(os.environ["PEER_DATABASE"])


def answer(row):
    return JSONResponse({"title": "Not found"}, 404) if row is None else JSONResponse(person(row))


@app.get("/api/me/{identity}")
async def in_the_loop(identity: int):
    return answer(connection.execute(SELECT, (identity,)).fetchone())


@app.get("/api/thread/{identity}")
def in_a_thread(identity: int):
    return answer(mine(os.environ["PEER_DATABASE"]).execute(SELECT, (identity,)).fetchone())
