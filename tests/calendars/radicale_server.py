"""Radicale at a port that the system chooses: radicale_server.py FOLDER says the port and serves."""

import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from radicale import config
from radicale.app import Application


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        """Say nothing of what works."""


settings = config.load()
settings.update(
    {
        "auth": {"type": "none"},
        "logging": {"level": "error"},
        "rights": {"type": "authenticated"},
        "storage": {"filesystem_folder": sys.argv[1]},
    },
    "command line",
)
with make_server("127.0.0.1", 0, Application(settings), Server, Quiet) as server:
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()
