"""What is a comment of TOML, and what a # within quotes."""

import pytest

from cpts_model.exchange.markup import has_comments


@pytest.mark.parametrize(
    "text",
    [
        "# tout\n",
        "x = 1 # un\n",
        'x = "a" # "b"\n',
        "x = 'a\\' # b\n",
        'x = """\n# dedans\n"""\n# dehors',
        'x = "\\"" # b',
        "x = [\n  1, # un\n]",
    ],
)
def test_a_comment(text):
    assert has_comments(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x = 1\n",
        'x = "# 1"',
        "x = '# 1'",
        'x = """\n# 1\n"""',
        "x = '''\n# 1\n'''",
        'x = "\\" # 1"',
        '"#" = 1',
    ],
)
def test_no_comment(text):
    assert not has_comments(text)
