"""Pictures of five pages and of a paper for docs/pictures: ``python -m tests.web.pictures``.

Wide pages are light and Korean, narrow ones dark and English; of the paper both languages are shown. Everything on
them is invented (the examples of the program). Colours are counted down to 64, which nobody sees and which makes a
picture five times smaller.
"""

import io
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

from legalkit.docx import to_pdf
from legalkit.interview import from_case, go
from legalkit.package import generate
from legalkit.vault.case_file import load
from tests.web.chromium import FLAGS, Visit, program
from tests.web.serving import DAY, House

ROOT = Path(__file__).parents[2]
PAGES = {"safety": "safety", "harms": "harms", "question": "incident_camera@incidents[0]", "review": "review",
         "papers": "documents"}  # fmt: skip
PAPER, SHEETS = "01-complaint-bilingual.docx", (1, 3)
"""A paper of the example ``yujin``, and which of its pages are shown."""
SCREENS = {1280: ("ko", "light", 860), 390: ("en", "dark", 844)}


def names() -> list[str]:
    """File names of all pictures."""
    return [f"page-{name}-{width}.png" for name in PAGES for width in SCREENS]


def small(picture: bytes) -> bytes:
    """The same picture with 64 colours."""
    out = io.BytesIO()
    few = Image.open(io.BytesIO(picture)).convert("RGB").quantize(64, dither=Image.Dither.NONE)
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def main(folder: Path = ROOT / "docs" / "pictures") -> None:
    """Makes them anew."""
    papers(folder)
    pages(folder)


def papers(folder: Path) -> None:
    """What comes out, as it is printed."""
    made = generate(load(ROOT / "legalkit" / "examples" / "yujin.yaml"), DAY, ["bilingual"]).files
    with TemporaryDirectory() as place:
        document = Path(place, "complaint.docx")
        document.write_bytes(next(content for path, content in made.items() if path.endswith(PAPER)))
        (printed,) = to_pdf([document], Path(place), timeout=120)
        for sheet in SHEETS:
            drawn = ["pdftoppm", "-r", "80", "-png", "-f", str(sheet), "-l", str(sheet), str(printed)]
            picture = subprocess.run(drawn, check=True, capture_output=True).stdout
            (folder / f"complaint-{sheet}.png").write_bytes(small(picture))


def pages(folder: Path) -> None:
    """The interview."""
    case = load(ROOT / "legalkit" / "examples" / "kelly.yaml")
    house = House()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        for width, (language, scheme, height) in SCREENS.items():
            her = Visit(browser, house, language, color_scheme=scheme, viewport={"width": width, "height": height})
            for name, key in PAGES.items():
                house.app.desk.replace(her.seat, go(from_case(case, language), key))
                her.reload()
                her.page.wait_for_timeout(300)
                (folder / f"page-{name}-{width}.png").write_bytes(small(her.page.screenshot()))
            her.close()
        browser.close()
    house.close()


if __name__ == "__main__":
    main()
