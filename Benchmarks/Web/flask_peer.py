"""Flask with one indexed SQLite read a request; a connection for each thread of each worker."""
import os
import threading

from flask import Flask, jsonify

from table import SELECT, connect, person

app = Flask(__name__)
local = threading.local()


@app.get("/api/me/<int:identity>")
def me(identity):
    if not hasattr(local, "connection"):
        local.connection = connect(os.environ["PEER_DATABASE"])
    row = local.connection.execute(SELECT, (identity,)).fetchone()
    if row is None:
        return jsonify(title="Not found"), 404
    return jsonify(person(row))
