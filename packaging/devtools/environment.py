"""Make `.venv`, install the project with pinned versions into it, repair it when it is broken."""

import shutil
import sys
import tomllib
from pathlib import Path

from devtools.checkout import Checkout, SetupError
from devtools.child import run_logged
from devtools.stamp import Stamp, home_of, installed, needs_of, read_stamp, write_stamp

SIGNS_OF_NO_NETWORK = (
    "NewConnectionError",
    "ConnectTimeout",
    "ReadTimeout",
    "ProxyError",
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "getaddrinfo failed",
    "Network is unreachable",
)


def set_up_packages(checkout: Checkout, extras: tuple[str, ...]) -> Stamp:
    """Bring `.venv` to the pinned state; raises SetupError when that cannot be done.

    Extras that are installed already stay: a start of the program does not take the tests' tools away.
    """
    stamp = read_stamp(checkout)
    extras = tuple(sorted({*extras, *(stamp.extras if stamp else ())}))
    if stamp is not None:
        checkout.stamp.unlink()  # from here on a stop leaves a half-made environment
    fresh = not _can_be_kept(checkout, stamp)
    if fresh:
        _make(checkout)
    print("Installing what VS Designer needs; the first time this fetches some 150 MB.", flush=True)
    failure = _install(checkout, extras)
    if failure and not fresh and not no_network(failure):
        print("The environment in .venv is damaged: making it anew.", flush=True)
        _make(checkout)
        failure = _install(checkout, extras)
    if failure:
        raise SetupError(_sentence(failure, checkout))
    stamp = Stamp(home_of(checkout), needs_of(checkout), extras, installed(checkout))
    write_stamp(checkout, stamp)
    return stamp


def no_network(output: str) -> bool:
    return any(sign in output for sign in SIGNS_OF_NO_NETWORK)


def build_requirements(checkout: Checkout) -> list[str]:
    """What builds the project: installed beforehand, so that pip fetches no second set of its own."""
    project = tomllib.loads(checkout.project_file.read_text(encoding="utf-8"))
    return [*project["build-system"]["requires"], "editables"]


def _can_be_kept(checkout: Checkout, stamp: Stamp | None) -> bool:
    home = home_of(checkout)
    if home == "" or (stamp is not None and stamp.home != home):
        return False
    question = Path(__file__).with_name("wholeness.py")
    code, _ = run_logged([str(checkout.python), "-I", str(question)], log=checkout.log, cwd=checkout.root)
    return code == 0


def _make(checkout: Checkout) -> None:
    print(f"Making a Python environment in {checkout.venv}.", flush=True)
    try:
        if checkout.venv.is_symlink() or checkout.venv.is_file():
            checkout.venv.unlink()
        elif checkout.venv.exists():
            shutil.rmtree(checkout.venv)
    except OSError as error:
        raise SetupError(f"Remove the folder {checkout.venv} by hand: {error}.") from error
    # The environment may be the very one that runs this: a new one comes from the Python behind it.
    python = getattr(sys, "_base_executable", "") or sys.executable
    command = [python, "-m", "venv", str(checkout.venv)]
    code, output = run_logged(command, log=checkout.log, cwd=checkout.root)
    if code:
        shutil.rmtree(checkout.venv, ignore_errors=True)
        raise SetupError(_why_no_venv(output, checkout.log))


def _why_no_venv(output: str, log: Path) -> str:
    if "ensurepip" in output:
        return (
            "This Python cannot make virtual environments: install the missing part, "
            "on Debian and Ubuntu with: apt-get install -y python3-venv"
        )
    return f"The Python environment could not be made; what Python said is in {log}."


def _install(checkout: Checkout, extras: tuple[str, ...]) -> str:
    """Install; return "" when all went well, else what pip said."""
    pip = [str(checkout.python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    # An address instead of a path: pip splits what it reads from its settings at blanks, addresses have none.
    pip += ["--constraint", checkout.constraints.as_uri()]
    project = f".[{','.join(extras)}]" if extras else "."
    for arguments in (build_requirements(checkout), ["--no-build-isolation", "--editable", project]):
        code, output = run_logged(
            [*pip, *arguments], log=checkout.log, cwd=checkout.root, show=("Downloading ",)
        )
        if code:
            return output or f"pip ended with code {code}"
    return ""


def _sentence(output: str, checkout: Checkout) -> str:
    if no_network(output):
        return (
            "The packages VS Designer needs could not be fetched, because no package index can be reached: "
            f"connect this machine to the network and start again (details in {checkout.log})."
        )
    errors = [line.strip() for line in output.splitlines() if line.lower().startswith("error")]
    reason = errors[-1] if errors else output.strip().splitlines()[-1]
    return f"The packages VS Designer needs could not be installed: {reason} (details in {checkout.log})"
