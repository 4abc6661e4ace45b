"""Pages as the web has them: encodings, doctypes, markup that tempts a careless editor, and markup that is broken."""

from __future__ import annotations

from dataclasses import dataclass

HTML = "text/html"
XHTML = "application/xhtml+xml"


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page as bytes."""

    name: str
    body: bytes
    charset: str
    """What the header of a server that knows says."""
    media_type: str = HTML
    tells: bool = True
    """Whether the page itself tells its encoding, so that it is the same however it comes."""

    @property
    def of_encodings(self) -> bool:
        """Whether the encoding is what is odd about it."""
        return self.name.startswith(("encoding-", "bom-", "meta-", "bytes-", "no-"))


# encoding label of the page -> Python's codec, text of that encoding
ENCODINGS = {
    "utf-8": ("utf-8", "Zürich – 東京 – Київ – 😀"),
    "iso-8859-1": ("cp1252", "Málaga “quoted” – naïve café €"),
    "windows-1252": ("cp1252", "Málaga “quoted” – naïve café €"),
    "iso-8859-2": ("iso8859-2", "Łódź, Příbram, Győr"),
    "windows-1250": ("cp1250", "Łódź „Příbram” Győr"),
    "iso-8859-5": ("iso8859-5", "Москва, Київ"),
    "windows-1251": ("cp1251", "Москва, Київ — «цитата»"),
    "koi8-r": ("koi8-r", "Москва ─ Санкт-Петербург"),
    "koi8-u": ("koi8-u", "Київ, Львів, Чернігів"),
    "ibm866": ("cp866", "Москва ░▒▓ Тула"),
    "x-mac-cyrillic": ("mac-cyrillic", "Москва „Тула“"),
    "iso-8859-7": ("iso8859-7", "Αθήνα, Θεσσαλονίκη"),
    "windows-1253": ("cp1253", "Αθήνα, Θεσσαλονίκη"),
    "windows-1254": ("cp1254", "İstanbul, Şanlıurfa, Çağ"),
    "windows-1255": ("cp1255", "ירושלים, תל אביב"),
    "iso-8859-8": ("iso8859-8", "ירושלים"),
    "windows-1256": ("cp1256", "القاهرة، بغداد"),
    "windows-1257": ("cp1257", "Rīga, Šiauliai, Jõgeva"),
    "windows-1258": ("cp1258", "Hà Nôi, Đà Lat"),
    "windows-874": ("cp874", "กรุงเทพมหานคร"),
    "iso-8859-15": ("iso8859-15", "Œuvre à 5 €"),
    "macintosh": ("mac-roman", "Málaga “quoted” café"),
    "shift_jis": ("cp932", "東京で表示する ソ能表 ｱｲｳ"),
    "euc-jp": ("euc-jp", "東京で表示する、大阪"),
    "iso-2022-jp": ("iso2022_jp", "東京で表示する、大阪"),
    "gb18030": ("gb18030", "北京 上海 € 𠀀"),
    "gbk": ("gbk", "北京、上海、广州"),
    "big5": ("big5", "臺北、許功蓋、高雄"),
    "euc-kr": ("cp949", "서울, 부산, 똠방각하"),
}  # fmt: skip

DOCTYPES = {
    "html5": "<!DOCTYPE html>",
    "html5-in-small-letters": "<!doctype html>",
    "legacy-compat": '<!DOCTYPE html SYSTEM "about:legacy-compat">',
    "html4-strict": '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">',
    "html4-transitional": (
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">'
    ),
    "html4-without-address": '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
    "html32": '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">',
    "xhtml-strict": (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
    ),
    "comment-before-doctype": "<!-- </head> -->\n\n<!DOCTYPE html>",
    "none": "",
    "broken": "<!DOCTYPE>",
}

_ELEMENT_XHTML = '<html xmlns="http://www.w3.org/1999/xhtml" lang="en">'
_BEGIN = '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Boats – über alles</title>\n'
_END = "</head>\n<body>\n<h1>Boats</h1>\n<p>Text &amp; more – „ü“.</p>\n</body>\n</html>\n"
_OURS = '<script type="application/ld+json" id="kgexport">{"@id": "old"}</script>'


def _encoded() -> list[MadePage]:
    pages = []
    for label, (codec, words) in ENCODINGS.items():
        text = (
            f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="{label}">\n<title>{words}</title>\n</head>\n'
            f'<body class="{words}">\n<p>{words}</p>\n</body>\n</html>\n'
        )
        pages.append(MadePage(f"encoding-{label}", text.encode(codec), label))
    return pages


def _marked() -> list[MadePage]:
    """Encodings that a byte order mark, an older meta element, or nothing but the server tells."""
    text = _BEGIN.replace('<meta charset="utf-8">\n', "") + _END
    equiv = _BEGIN.replace(' charset="utf-8"', ' http-equiv="Content-Type" content="text/html; charset=windows-1252"')
    late = (
        f"<!DOCTYPE html>\n<html>\n<head>\n<!-- {'x' * 1000} -->\n<title>Boats</title>\n"
        '<meta charset="windows-1251">\n</head>\n<body><p>Москва</p></body>\n</html>\n'
    )
    return [
        MadePage("bom-utf-8", b"\xef\xbb\xbf" + text.encode(), "utf-8"),
        MadePage("bom-utf-8-against-meta", b"\xef\xbb\xbf" + (equiv + _END).encode(), "utf-8"),
        MadePage("bom-utf-16le", b"\xff\xfe" + text.encode("utf-16-le"), "utf-16le"),
        MadePage("bom-utf-16be", b"\xfe\xff" + text.encode("utf-16-be"), "utf-16be"),
        MadePage("bom-utf-16le-against-meta", b"\xff\xfe" + (_BEGIN + _END).encode("utf-16-le"), "utf-16le"),
        MadePage("meta-http-equiv", (equiv + _END).encode("cp1252"), "windows-1252"),
        MadePage("meta-at-the-end-of-the-head", late.encode("cp1251"), "windows-1251"),
        MadePage("meta-says-utf-16", (_BEGIN.replace('"utf-8"', '"utf-16"') + _END).encode(), "utf-8"),
        MadePage("bytes-that-are-no-utf-8", _BEGIN.encode() + _END.encode("cp1252"), "utf-8"),
        MadePage("no-encoding-told", text.encode("cp1252"), "windows-1252", tells=False),
    ]


def _of_doctypes() -> list[MadePage]:
    return [
        MadePage(
            f"doctype-{name}", f"{doctype}\n{_ELEMENT_XHTML}\n{_BEGIN.split(chr(10), 2)[2]}{_END}".encode(), "utf-8"
        )
        for name, doctype in DOCTYPES.items()
    ]


# what stands at the end of the head: none of it may be taken for the end of the head, or for the script of kgexport
IN_HEAD = {
    "script-with-tags": '<script>var end = "</head><body>";</script>',
    "script-cdata": '<script>//<![CDATA[\nvar a = "</head>" && 1 < 2;\n//]]></script>',
    "script-escaped-twice": '<script>var s = "<!--<script>"; /* </script> </head> */ "-->";</script>',
    "script-that-writes": '<script>document.write("<p>writ" + "ten</p>");</script>',
    "script-other-jsonld": '<script type="application/ld+json">{"@type": "NewsArticle", "name": "</head>"}</script>',
    "script-import-map": '<script type="importmap">{"imports": {}}</script><script type="module">1</script>',
    "comment-with-markup": f"<!-- </head><body> {_OURS} -->",
    "comment-odd": "<!--> <meta name=a> <!---> <meta name=b> <!-- --!> <meta name=c> <!-- a--b -->",
    "comment-conditional": "<!--[if lt IE 9]><script src='/old.js'></script></head><![endif]-->",
    "comment-bogus": "<!ELEMENT p ANY> <? php echo '</head>' ?> </3 > <meta name=d>",
    "noscript": '<noscript><link rel="stylesheet" href="</head>"></noscript>',
    "template": f"<template></head><body>{_OURS}</template>",
    "style": "<style>p::before { content: '</head>' }</style>",
    "attributes": "<meta name='a>b' content='</head>'><link title=\"</head>\" data-x=</head>",
    "title-again": "<title></head></title>",
    "capitals": "<META NAME=X></HEAD ><BODY>",
    "slashes": "<meta name=x /></head/><body/>",
    "end-tag-with-attributes": "</head\n class='>' >",
    "ends-twice": "</head></head><p>between</p></head>",
    "own-script": _OURS,
    "own-script-other-quotes": "<SCRIPT ID=kgexport TYPE='application/ld+json'>{}</SCRIPT >",
    "base-and-links": '<base href="/elsewhere/"><link rel="canonical" href="https://news.example/a">',
}

IN_BODY = {
    "nesting": "<b><i><p>one</b> two</i></p><div><span></div></span><a href=#>x<a href=#>y</a>",
    "table": "<table><p>fostered<tr><td>cell<script>1</script></table>",
    "svg": "<svg><title></head></title><script>var a = '<' + '/head>'</script><style><p></style></svg>",
    "svg-cdata": "<svg><desc><![CDATA[</head></body><script id=kgexport>]]></desc></svg>",
    "math": '<math><annotation-xml encoding="text/html"><p></body></p></annotation-xml></math>',
    "textarea": f"<textarea></head></body>{_OURS}</textarea>",
    "xmp": f"<xmp></body>{_OURS}</xmp>",
    "iframe": f"<iframe srcdoc='<p></body>{_OURS.replace(chr(34), '&quot;')}'></iframe>",
    "select": "<select><option>a<option>b<p>c</select>",
    "header-element": "<header></head></header><template><template></body></template></template>",
    "own-script": f"<p>before</p>{_OURS}<p>after</p>",
    "nul": "<p>a\0b</p>",
    "line-ends": "<p>a\r\nb\rc\n\fd</p>",
    "after-the-end": "</body></html><p>late</p><!-- last --></html>",
    "form-feed-and-tabs": "<p\ta=b\f>c</p\n>",
}

WHOLE = {
    "empty": "",
    "white-space": " \n\n",
    "text": "only text, no markup",
    "white-space-before-text": " \n\n only text",
    "comment": "<!-- nothing else -->",
    "comment-and-lines": "<!-- first -->\n\n<!-- second -->\n<p>text",
    "doctype-and-lines": "<!DOCTYPE html>\n\n  <p>text",
    "html-and-lines": "<!DOCTYPE html>\n<html>\n  <p>text",
    "head-and-lines": "<!DOCTYPE html>\n<html>\n<head>\n  <p>text",
    "title-and-lines": "<!DOCTYPE html>\n<title>t</title>\n\n<p>text",
    "paragraph": "<p>only a paragraph",
    "no-head": "<!DOCTYPE html><html><body><p>text</body></html>",
    "no-body": "<!DOCTYPE html><html><head><title>t</title></head></html>",
    "no-html": "<!DOCTYPE html><head><title>t</title></head><body><p>text</body>",
    "no-tags-but-title": "<!DOCTYPE html><title>t</title><p>text",
    "head-not-closed": "<!DOCTYPE html><html><head><title>t</title><body><p>text</body></html>",
    "head-ends-by-itself": "<!DOCTYPE html><html><head><title>t</title><p>text</p></head><body><p>more</body></html>",
    "nothing-closed": "<!DOCTYPE html><html><head><title>t</title><body><p>text<b>bold",
    "frameset": (
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN" "http://www.w3.org/TR/html4/frameset.dtd">\n'
        "<html><head><title>t</title></head><frameset cols='50%,*'><frame src='about:blank'>"
        "<noframes><body>none</body></noframes></frameset></html>"
    ),
    "frameset-without-head": "<html><frameset cols='50%,*'><frame src='about:blank'></frameset></html>",
    "comment-not-closed": "<!DOCTYPE html><html><head><title>t</title></head><body><p>text<!-- and so on",
    "script-not-closed": "<!DOCTYPE html><html><head><title>t</title></head><body><p>text<script>var a =",
    "textarea-not-closed": "<!DOCTYPE html><html><head><title>t</title></head><body><textarea>text",
    "plaintext": "<!DOCTYPE html><html><head><title>t</title></head><body><plaintext></body></html>",
    "tag-not-closed": "<!DOCTYPE html><html><head><title>t</title></head><body><p>text<a href='x",
    "two-heads": "<!DOCTYPE html><html><head><title>t</title></head><head><meta name=x></head><body>text</html>",
    "two-pages": ("<!DOCTYPE html><html><head><title>t</title></head><body><p>a</body></html>\n" * 2),
    "old-mac-lines": (_BEGIN + _END).replace("\n", "\r"),
    "windows-lines": (_BEGIN + _END).replace("\n", "\r\n"),
}  # fmt: skip


def _large() -> MadePage:
    """5 MB: many elements, and one long script, with what tempts all over."""
    words = "Boats &amp; more – ü, again and again. " * 40
    row = f"<p>{words}<!-- </head> --><a title='</body>'>x</a></p>\n"
    script = "<script>var rows = [" + '"</body>",' * 20_000 + "];</script>\n"
    rows = row * ((5_000_000 - len(script)) // len(row.encode()) + 1)
    return MadePage(
        "five-megabytes", f"{_BEGIN}</head><body>{script}<div hidden>{rows}</div></body></html>".encode(), "utf-8"
    )


def _xhtml() -> MadePage:
    text = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n{_ELEMENT_XHTML}\n<head>\n<title>Boats</title>\n'
        "<script>//<![CDATA[\nvar a = '</head>' && 1;\n//]]></script>\n</head>\n<body><p>Text – ü</p></body></html>"
    )
    return MadePage("xhtml-as-xml", text.encode(), "utf-8", XHTML)


def _table(kind: str, texts: dict[str, str]) -> list[MadePage]:
    return [
        MadePage(f"{kind}-{name}", text.encode(), "utf-8", tells='charset="utf-8"' in text)
        for name, text in texts.items()
    ]


def made_pages() -> list[MadePage]:
    """All of them."""
    return [
        *_encoded(),
        *_marked(),
        *_of_doctypes(),
        *_table("head", {name: f"{_BEGIN}{markup}\n{_END}" for name, markup in IN_HEAD.items()}),
        *_table(
            "body", {name: _BEGIN + _END.replace("</body>", f"{markup}\n</body>") for name, markup in IN_BODY.items()}
        ),
        *_table("whole", WHOLE),
        _large(),
        _xhtml(),
    ]
