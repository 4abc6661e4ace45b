"""The recipes of docs/web.md do what they say: its commands run, and its PHP prints markup that can be parsed.

Its Python is run with that of the other pages.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment
from markupsafe import Markup

from kgexport.web import web_json
from tests.docs.commands import blocks
from tests.support.components import program
from tests.support.process import ROOT

PAGE = ROOT / "docs" / "web.md"
START, END = '<script type="application/ld+json" id="kgexport">', "</script>"
ARTICLE = (
    "<!doctype html><html><head><title>Boats</title>\n\n\n\n\n\n"
    '<script type="application/ld+json">{"@type": "NewsArticle"}</script>\n</head><body>'
    "<h1>Norland sends boats &lt;/script&gt; to Sudland</h1><p>Norland sent ten boats to Sudland on Friday.</p>"
)
WORDPRESS = r"""
function add_action($hook, $action) { $GLOBALS['actions'][$hook][] = $action; }
function is_singular($type) { return $type === 'post' && getenv('POST') !== ''; }
function get_queried_object_id() { return 7; }
function get_post_field($field, $post) { return $post === 7 && $field === 'post_name' ? getenv('POST') : ''; }
function sanitize_title($title) { return preg_replace('/[^a-z0-9_-]/', '', strtolower($title)); }
function wp_upload_dir() { return ['basedir' => getcwd() . '/uploads']; }
require 'plugin.php';
foreach ($GLOBALS['actions']['wp_head'] as $action) { $action(); }
"""


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder in which the commands of the page were run in order, and what they said."""
    folder = tmp_path_factory.mktemp("recipes")
    (folder / "site").mkdir()
    for name in ("page.html", "boats.html", "site/a.html"):
        (folder / name).write_text(ARTICLE)
    command = f'kgexport() {{ "{sys.executable}" -m kgexport "$@"; }}\nkgexport embed site/\n'
    script = command + "".join(code for _, code in blocks(PAGE, "sh"))
    environ = {**os.environ, "OMP_NUM_THREADS": "1"}
    run = subprocess.run(["bash", "-euc", script], cwd=folder, capture_output=True, text=True, check=False, env=environ)
    assert run.returncode == 0, run.stderr
    return folder, run.stderr


@pytest.mark.slow
def test_the_commands_do_what_the_page_says(done: tuple[Path, str]) -> None:
    folder, said = done
    page = (folder / "page.html").read_text()
    before, _, rest = page.partition(START)
    text, _, after = rest.partition(END)
    assert before + after == ARTICLE
    assert json.loads(text)["headline"] == "Norland sends boats </script> to Sudland"
    ((_, shown),) = [block for block in blocks(PAGE, "text") if "warning" in block[1]]
    assert shown.strip() in said.splitlines()


@pytest.mark.slow
@pytest.mark.parametrize(("post", "is_printed"), [("boats", True), ("other", False), ("", False), ("../boats", True)])
def test_the_plugin_prints_the_markup_of_the_post(post: str, is_printed: bool, done: tuple[Path, str]) -> None:
    folder, _ = done
    ((_, plugin),) = blocks(PAGE, "php")
    (folder / "plugin.php").write_text(plugin)
    environ = {**os.environ, "POST": post}
    printed = subprocess.run(
        [program("php"), "-r", WORDPRESS], cwd=folder, capture_output=True, text=True, check=True, env=environ
    ).stdout
    if not is_printed:
        assert printed == ""
        return
    assert printed.startswith(f"{START}\n")
    assert printed.endswith(f"\n{END}\n")
    assert printed.count("<") == 2
    data = json.loads(printed.removeprefix(START).removesuffix(f"{END}\n"))
    assert data["@id"] == "https://news.example/2024/boats/#article"


def test_jinja_gives_the_text_of_the_markup() -> None:
    """The template of the page, with text that tries to get out."""
    recipe = next(code for _, code in blocks(PAGE, "python") if "from_string" in code)
    template = recipe.split('"""\\\n')[1].split('"""')[0]
    environment = Environment(autoescape=True)
    environment.filters["web_json"] = lambda data: Markup(web_json(data))
    data = {"headline": '</script><script>alert("1")</script> & <!-- {{ 7 * 7 }} \u2028'}
    page = environment.from_string(template).render(article={"headline": "<b>"}, markup=data)
    assert page.count("<script") == page.count("</script") == 1
    assert json.loads(page.partition(START)[2].partition(END)[0]) == data
