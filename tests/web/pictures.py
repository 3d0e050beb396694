"""Pictures of five pages for docs/pictures, on a desk and on a phone: ``python -m tests.web.pictures``.

Wide ones are light and Korean, narrow ones dark and English. Everything on them is invented (the examples of the
program). Colours are counted down to 64, which nobody sees and which makes a picture five times smaller.
"""

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from legalkit.interview import from_case, go
from legalkit.vault.case_file import load
from tests.web.chromium import FLAGS, Visit, program
from tests.web.serving import House

ROOT = Path(__file__).parents[2]
PAGES = {"safety": "safety", "harms": "harms", "question": "incident_camera@incidents[0]", "review": "review",
         "papers": "documents"}  # fmt: skip
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
