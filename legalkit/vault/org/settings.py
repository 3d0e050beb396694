"""What an organisation can set: one TOML file, and environment variables that win over it (``LEGALKIT_ORG_...``)."""

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from legalkit.errors import InputError, Problem
from legalkit.vault import disk

PREFIX = "LEGALKIT_ORG_"
FILE_NAME = "org.toml"
_LIMIT = 64 * 1024
_OPAQUE = "E-ORG-SETTINGS"
_NAME = r"[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?"
_ADDRESS = rf"^(?:https://{_NAME}|http://(?:localhost|127\.0\.0\.1))(?::\d{{1,5}})?$"
_LISTEN = r"^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$"


class OrgSettings(BaseSettings):
    """The settings.

    Attributes:
        name: of the organisation, as its people read it.
        database: URL; empty means SQLite in ``organisation.db`` beside the settings. Best given by the environment
            where it holds a password.
        server_key: file of the server's key; never where backups go.
        backups: folder of backups.
        retention_days: how long a case is kept after its last change; told to a survivor before she begins.
        session_minutes: without use, until a session ends.
        link_hours: how long a one-time link works.
        tries_per_account: wrong passwords within the window.
        tries_per_address: the same from one address.
        tries_window_minutes: the window.
        address: by which browsers reach the service: ``https://`` and a name; ``http://`` for a first try at
            ``localhost`` only.
        listen: address of this machine and port at which the service answers the web server before it.
        processes: how many; the second listens one port further, and so on.
        leave_to: where the way out leads; empty for a blank page.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    name: str = Field(default="", max_length=100)
    database: str = Field(default="", repr=False)
    server_key: Path = Path("server.key")
    backups: Path = Path("backups")
    retention_days: int = Field(default=365, ge=1, le=36_500)
    session_minutes: int = Field(default=30, ge=5, le=720)
    link_hours: int = Field(default=72, ge=1, le=720)
    tries_per_account: int = Field(default=5, ge=3, le=100)
    tries_per_address: int = Field(default=20, ge=3, le=10_000)
    tries_window_minutes: int = Field(default=15, ge=1, le=1_440)
    address: str = Field(default="http://localhost:7870", pattern=_ADDRESS)
    listen: str = Field(default="127.0.0.1:7870", pattern=_LISTEN)
    processes: int = Field(default=1, ge=1, le=16)
    leave_to: str = Field(default="https://www.weather.go.kr/", pattern=r"^(https?://[^\s@]+)?$")


def load(path: Path) -> OrgSettings:
    """Reads the settings; relative places are beside the file.

    Args:
        path: the TOML file; a missing one means that all is as it comes, or stands in the environment.

    Raises:
        InputError: ``E-ORG-SETTINGS``, once for each setting that is wrong, with its name.
        FileError: ``E-FILE-...``: it cannot be read.
    """
    if path.exists():
        disk.read(path, _LIMIT)
    try:
        found = _reader(path)()
    except ValidationError as error:
        wrong = {".".join(map(str, each["loc"])) for each in error.errors(include_input=False, include_url=False)}
        problems = [Problem(_OPAQUE, name if name in OrgSettings.model_fields else "") for name in sorted(wrong)]
    except ValueError:  # no TOML, or no UTF-8
        problems = [Problem("E-ORG-SETTINGS-TOML")]
    else:
        return _placed(found, path.absolute().parent)
    raise InputError(problems)


def _reader(path: Path) -> type[OrgSettings]:
    class Reader(OrgSettings):
        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,
            file_secret_settings: PydanticBaseSettingsSource,
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return env_settings, TomlConfigSettingsSource(settings_cls, path)

    return Reader


def _placed(found: OrgSettings, folder: Path) -> OrgSettings:
    database = found.database or f"sqlite:///{(folder / 'organisation.db').as_posix()}"
    places = {"server_key": folder / found.server_key, "backups": folder / found.backups}
    return OrgSettings.model_construct(**{**found.model_dump(), **places, "database": database})
