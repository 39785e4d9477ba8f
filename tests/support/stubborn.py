"""A printer that makes every job and never takes its file; as little of IPP (RFC 8010) as that needs."""

import http.server
import struct
import threading

GET_PRINTER_ATTRIBUTES, CREATE_JOB, SEND_DOCUMENT, CANCEL_JOB, GET_JOB_ATTRIBUTES = 0x0B, 0x05, 0x06, 0x08, 0x09
OPERATION, JOB, PRINTER, END = 1, 2, 4, 3
INTEGER, BOOLEAN, ENUM, TEXT, KEYWORD, CHARSET, LANGUAGE, MIME = 0x21, 0x22, 0x23, 0x41, 0x44, 0x47, 0x48, 0x49
BUSY, NOT_ACCEPTING, FORMAT_ERROR = 0x0507, 0x0506, 0x0411
PENDING, STAPLE_TOP_LEFT = 3, 20


def attribute(kind, name, value):
    if kind == BOOLEAN:
        value = bytes([value])
    else:
        value = struct.pack(">i", value) if isinstance(value, int) else value.encode()
    return struct.pack(">BH", kind, len(name)) + name.encode() + struct.pack(">H", len(value)) + value


ANSWERS = {
    GET_PRINTER_ATTRIBUTES: bytes([PRINTER])
    + attribute(MIME, "document-format-supported", "application/pdf")
    + attribute(KEYWORD, "sides-supported", "two-sided-long-edge")
    + attribute(KEYWORD, "media-supported", "na_letter_8.5x11in")
    + attribute(BOOLEAN, "page-ranges-supported", True)
    + attribute(ENUM, "finishings-supported", STAPLE_TOP_LEFT),
    CREATE_JOB: bytes([JOB]) + attribute(INTEGER, "job-id", 1),
    GET_JOB_ATTRIBUTES: bytes([JOB]) + attribute(ENUM, "job-state", PENDING),
}


class Stubborn:
    def __init__(self, status, reason=None, refuses=SEND_DOCUMENT, says=b""):
        """`status`: what it says to each file, or to what else it `refuses`; `reason`: why it does not print;
        `says`: more attributes of it."""
        asked = self.asked = []
        why = attribute(KEYWORD, "printer-state-reasons", reason) if reason else b""
        more = {GET_PRINTER_ATTRIBUTES: why + says}

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                operation, number = struct.unpack(">HI", body[2:8])
                asked.append(operation)
                said = status if operation == refuses else 0
                answer = struct.pack(">BBHIB", 2, 0, said, number, OPERATION)
                answer += attribute(CHARSET, "attributes-charset", "utf-8")
                answer += attribute(LANGUAGE, "attributes-natural-language", "en")
                answer += ANSWERS.get(operation, b"") + more.get(operation, b"") + bytes([END])
                self.send_response(200)
                self.send_header("Content-Type", "application/ipp")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.uri = f"ipp://localhost:{self.server.server_port}/ipp/print"

    def close(self):
        self.server.shutdown()
        self.server.server_close()
