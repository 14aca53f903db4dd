"""Events across connections, and methods: every address of the document by itself."""
import http.client
import threading

from kept import problem

EVENT_SECONDS = 20


def test_every_address_of_the_document_names_its_methods(place):
    paths = place.api("GET", "/api/openapi.json").json()["paths"]
    assert paths, "the document should name addresses"
    for path, operations in paths.items():
        known = {method.upper() for method in operations if method in ("get", "put", "post", "delete", "patch")}
        real = path.replace("{id}", "0" * 24).replace("{number}", "1").replace("{evaluator}", "a").replace(
            "{name}", "decide")
        answer = place.api("DELETE" if "DELETE" not in known else "PATCH", real)
        problem(answer, 405)
        allowed = {method.strip() for method in answer.headers.get("allow", "").split(",")}
        assert known <= allowed, f"{path}: Allow should name {known}, and names {allowed}"


def test_a_save_is_told_on_another_connection(place, text):
    case = place.new_case(text)
    heard, ready = [], threading.Event()
    connection = http.client.HTTPConnection("127.0.0.1", place.port, timeout=EVENT_SECONDS)
    connection.request("GET", "/api/events", headers={"Authorization": f"Bearer {place.token}"})
    stream = connection.getresponse()
    assert stream.status == 200 and stream.headers["content-type"].startswith("text/event-stream")

    def listen():
        name = None
        while line := stream.readline().decode():
            ready.set()
            if line.startswith("event:"):
                name = line.split(":", 1)[1].strip()
            if line.startswith("data:"):
                heard.append((name, line))
                if case["id"] in line:
                    return

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    assert ready.wait(EVENT_SECONDS), "the stream should begin at once"
    saved = place.api("PUT", f"/api/cases/{case['id']}", {"text": text + "# told\n"}, If_Match='"1"')
    assert saved.status == 200, saved.text[:300]
    listener.join(EVENT_SECONDS)
    connection.sock and connection.sock.close()
    names = [name for name, line in heard if case["id"] in line]
    assert names == ["case"], f"the other connection should hear `case` with the id, and heard {heard}"
    assert all("told" not in line and "text" not in line for _, line in heard), "an event holds no client data"
