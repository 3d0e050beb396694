"""Colours and type for Gradio's components; everything else of the look is in ``static/look.css``."""

import gradio as gr

FONTS = ["Pretendard", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo", "sans-serif"]
"""Fonts that may be there already; none is loaded from anywhere."""


def theme() -> gr.themes.Base:
    """Gradio's plainest theme with our fonts; its colours are variables of our style sheet."""
    return gr.themes.Base(font=FONTS, font_mono=["monospace"], text_size="lg", spacing_size="md", radius_size="md")
