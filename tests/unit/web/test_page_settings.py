from __future__ import annotations

import pytest

from kgexport.errors import InputError
from kgexport.settings import Settings
from kgexport.web import PageSettings


def test_without_anything_a_page_says_nothing() -> None:
    assert PageSettings.of(Settings()) == PageSettings()


def test_the_settings_of_the_user_become_those_of_the_page() -> None:
    settings = Settings(
        page_url="https://news.example/a",
        publisher="The Example Wire",
        publisher_url="https://news.example/",
        publisher_logo="https://news.example/logo.png",
        images=("https://news.example/a.jpg",),
        author_urls=("Ola Vik = https://news.example/staff?id=vik",),
        speakable=("h1", ".lead"),
        max_bytes=9000,
    )
    page = PageSettings.of(settings)
    assert page.author_urls == (("Ola Vik", "https://news.example/staff?id=vik"),)
    assert (page.url, page.publisher, page.max_bytes) == ("https://news.example/a", "The Example Wire", 9000)
    assert (page.images, page.speakable) == (("https://news.example/a.jpg",), ("h1", ".lead"))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"url": "/a"}, "page URL: '/a' is no absolute URL"),
        ({"publisher_url": "news.example"}, "publisher URL"),
        ({"publisher_logo": "javascript:alert(1)"}, "publisher logo"),
        ({"images": ("https://news.example/a.jpg", "a.jpg")}, "image: 'a.jpg'"),
        ({"author_urls": (("Ola Vik", "vik"),)}, "URL of the author Ola Vik: 'vik'"),
        ({"author_urls": (("", "https://news.example/vik"),)}, "give NAME=URL"),
        ({"max_bytes": 0}, "byte budget 0"),
        ({"max_bytes": -5}, "byte budget -5"),
        ({"publisher": " "}, "publisher"),
        ({"speakable": ("h1", "")}, "speakable"),
    ],
)
def test_what_cannot_be_used_is_named(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(InputError, match=message):
        PageSettings(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("line", ["Ola Vik", "https://news.example/vik", "=https://news.example/vik", "Ola Vik="])
def test_an_author_without_name_or_address_is_no_author(line: str) -> None:
    with pytest.raises(InputError, match="author"):
        PageSettings.of(Settings(author_urls=(line,)))
