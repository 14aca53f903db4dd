"""Flask with one indexed SQLite read a request; a connection for each thread of each worker."""
import os

from flask import Flask, jsonify

from table import SELECT, mine, person

app = Flask(__name__)


@app.get("/api/me/<int:identity>")
def me(identity):
    row = mine(os.environ["PEER_DATABASE"]).execute(SELECT, (identity,)).fetchone()
    if row is None:
        return jsonify(title="Not found"), 404
    return jsonify(person(row))
