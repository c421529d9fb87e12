"""Building the three sites that are compared, each in a process of its own, with its time and memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT, TODAY

TOOLS = ROOT / ".cache" / "bench"  # Pagefind is no part of danbiet: it is fetched here when a benchmark asks
PAGEFIND = "pagefind-bin==1.5.2"
HARNESS = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Pagefind</title>
<input id="q"><ol id="found"></ol>
<script type="module">
let turn = 0, engine;
document.querySelector("#q").addEventListener("input", async (event) => {
  const mine = ++turn, list = document.querySelector("#found");
  list.removeAttribute("data-for");
  engine = engine || await import("/pagefind/pagefind.js");
  const answer = await engine.search(event.target.value);
  const results = await Promise.all(answer.results.slice(0, 5).map((result) => result.data()));
  if (mine !== turn) return;
  list.innerHTML = results.map((r) => `<li><a href="${r.url}">${r.meta.title}</a> ${r.excerpt}</li>`).join("");
  list.setAttribute("data-for", event.target.value);
});
</script></html>"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds on the clock, of the processor, and megabytes at most."""

    seconds: float
    processor: float
    megabytes: float


def run(command: list[str], folder: Path, accepted: tuple[int, ...] = (0,)) -> Run:
    """Run a command; raises CalledProcessError with what it said where it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DANBIET_TODAY": TODAY.isoformat()}
    said = folder / "ra.txt"
    start = time.perf_counter()
    with said.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    spent = time.perf_counter() - start
    if process.returncode not in accepted:
        raise subprocess.CalledProcessError(process.returncode, command, said.read_bytes()[-2000:])
    return Run(spent, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def danbiet(root: Path, *arguments: str, accepted: tuple[int, ...] = (0,)) -> Run:
    """Run one of our commands in a repository."""
    return run([sys.executable, "-m", "danbiet", *arguments], root, accepted)


def mkdocs(root: Path) -> Run:
    """Build a stock site into root/site."""
    shutil.rmtree(root / "site", ignore_errors=True)
    return run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", "mkdocs.yml"], root)


def pagefind(site: Path) -> Run | None:
    """Index the articles of a stock site and put a bare search page at /tim.html; None without Pagefind."""
    binary = _pagefind_binary()
    if binary is None:
        return None
    (site / "tim.html").write_text(HARNESS, encoding="utf-8")
    glob = "20??/**/*.html"
    try:
        return run(
            [str(binary), "--site", str(site), "--root-selector", "article", "--glob", glob], site.parent
        )
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"Pagefind: {error}", file=sys.stderr)
        return None


def _pagefind_binary() -> Path | None:
    folder = TOOLS / "pagefind"
    name = "pagefind.exe" if os.name == "nt" else "pagefind"
    if not any(folder.rglob(name)):
        install = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--target",
            str(folder),
            PAGEFIND,
        ]
        if subprocess.run(install, check=False, capture_output=True).returncode:
            return None
    return next((path for path in folder.rglob(name) if path.is_file()), None)
