"""An Anthias device's stand-in: version 2 of its API, whose requests and answers are held against what
Anthias publishes of it (anthias_v2.json)."""

import base64
import contextlib
import email.parser
import email.policy
import http.server
import json
import pathlib
import threading

import jsonschema

API = json.loads((pathlib.Path(__file__).parent / "anthias_v2.json").read_text())
PLACE = "/data/anthias_assets/"


def fits(value, definition):
    jsonschema.validate(value, {"definitions": API["definitions"], "$ref": f"#/definitions/{definition}"})


def foreign(number, order):
    """What staff put there by the device's own page."""
    return {"asset_id": f"theirs{number}", "name": f"Their page {number}", "uri": f"https://example.org/{number}", "play_order": order, "duration": 10} | DEFAULTS


DEFAULTS = {
    "mimetype": "webpage", "start_date": "2020-01-01T00:00:00Z", "end_date": "2030-01-01T00:00:00Z", "is_enabled": True, "nocache": False,
    "skip_asset_check": False, "is_active": True, "is_processing": False, "is_reachable": True, "last_reachability_check": None,
    "metadata": {}, "refresh_interval_s": 0, "custom_headers": {}, "play_days": [1, 2, 3, 4, 5, 6, 7], "play_time_from": None, "play_time_to": None,
}  # fmt: skip


class Device:
    def __init__(self, password=None, refuses=None):
        self.assets = {}
        self.files = {}  # path on the device -> bytes
        self.asked = []  # method and path of each request
        self.password = password
        self.refuses = refuses  # method and beginning of a path
        self.mumbles = None  # method and path that it answers with nothing of use
        self.drips = 0  # it answers all with bytes that never end, so many each tenth of a second
        self.curt = False  # answers have no words beside their number
        self.forgets = False  # what it is given, after saying that it has it
        self.count = 0

    def playing(self):
        return sorted(self.assets.values(), key=lambda asset: asset["play_order"])

    def shown(self):
        """The bytes of the pictures in playing order, and the names of what is not ours."""
        return [self.files.get(asset["uri"], asset["name"]) for asset in self.playing()]

    def create(self, wanted):
        fits(wanted, "create")
        assert wanted["name"] not in [asset["name"] for asset in self.assets.values()], "the device would give it another name"
        self.count += 1
        key = f"{self.count:032x}"
        if wanted["uri"].startswith("/"):
            place = f"{PLACE}{key}{wanted.get('ext', '')}"
            self.files[place] = self.files.pop(wanted["uri"])
            wanted["uri"] = place
        asset = DEFAULTS | {"asset_id": key, "play_order": 0} | {name: value for name, value in wanted.items() if name != "ext"}
        if not self.forgets:
            self.assets[key] = asset
        return asset

    def take_file(self, headers, body):
        head = f"Content-Type: {headers['Content-Type']}\r\n\r\n".encode()
        (part,) = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body).iter_parts()
        assert part.get_param("name", header="content-disposition") == "file_upload" and part.get_filename().endswith(".png")
        place = f"{PLACE}{len(self.asked)}.tmp"
        self.files[place] = part.get_payload(decode=True)
        return {"uri": place, "ext": ".png", "upload_id": "1"}

    def order(self, wanted):
        fits(wanted, "order")
        for number, key in enumerate(wanted["ids"].split(",")):
            self.assets[key]["play_order"] = number


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def answer(self, status, value=None, definition=None):
        if definition:
            fits(value, definition)
        body = b"" if value is None else json.dumps(value).encode()
        self.send_response(status, "" if self.server.device.curt else None)
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="Anthias"')
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def talk_on(self):
        """Until whoever asked goes away, or the device does."""
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            while self.server.device.drips:
                self.wfile.write(b" " * self.server.device.drips)
                self.server.is_over.wait(0.1)
        self.close_connection = True

    def may(self, device):
        sent = self.headers.get("Authorization", "")
        return device.password is None or sent == "Basic " + base64.b64encode(device.password.encode()).decode()

    def handle_request(self):
        device, path, body = self.server.device, self.path, self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self.may(device):
            return self.answer(401, {"detail": "Authentication credentials were not provided."})
        device.asked.append(f"{self.command} {path}")
        if device.drips:
            return self.talk_on()
        if device.refuses and device.asked[-1].startswith(device.refuses):
            return self.answer(500, {"error": "no room"})
        if device.asked[-1] == device.mumbles:
            return self.answer(201 if path == "/api/v2/assets" else 200, [])
        if not path.startswith("/api/v2/"):
            return self.answer(404)
        if path == "/api/v2/file_asset":
            return self.answer(200, device.take_file(self.headers, body), "file")
        said = json.loads(body) if body else None
        if (self.command, path) == ("GET", "/api/v2/assets"):
            return self.answer(200, list(device.assets.values()), "assets")
        if (self.command, path) == ("POST", "/api/v2/assets"):
            return self.answer(201, device.create(said), "asset")
        if (self.command, path) == ("POST", "/api/v2/assets/order"):
            device.order(said)
            return self.answer(204)
        key = path.removeprefix("/api/v2/assets/")
        if self.command == "DELETE":
            device.files.pop(device.assets.pop(key)["uri"], None)
            return self.answer(204)
        assert self.command == "PATCH"
        fits(said, "change")
        device.assets[key] |= {name: value for name, value in said.items() if name in device.assets[key] and name not in ("asset_id", "uri")}
        return self.answer(200, device.assets[key], "asset")

    do_GET = do_POST = do_PATCH = do_DELETE = handle_request


@contextlib.contextmanager
def serve(device):
    """The device's address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.device, server.is_over = device, threading.Event()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        device.drips = 0
        server.is_over.set()
        server.shutdown()
        server.server_close()
        thread.join()
