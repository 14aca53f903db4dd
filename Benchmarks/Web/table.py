"""The table that the peers read: 1,000 people, found by key; the answer is as long as ours of /api/me."""
import sqlite3
import threading

ROWS = 1_000
local = threading.local()
SELECT = "SELECT id, name, email, organisation FROM people WHERE id = ?"


def make(path):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, email TEXT, organisation TEXT)")
        connection.executemany(
            "INSERT INTO people VALUES (?, ?, ?, ?)",
            [(i, "Ada Berg", f"ada{i}@example.org", "Northwind") for i in range(1, ROWS + 1)])


def connect(path):
    return sqlite3.connect(path)


def mine(path):
    """The connection of this thread."""
    if not hasattr(local, "connection"):
        local.connection = connect(path)
    return local.connection


def person(row):
    return {"id": f"{row[0]:024}", "name": row[1], "email": row[2], "organisation": row[3],
            "roles": ["administrator", "analyst"], "scopes": ["audit", "people", "read", "write"]}
