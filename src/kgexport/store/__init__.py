"""Triple stores that exported graphs are loaded into: one named graph an article, safe to do twice.

    files ──reading──▶ GraphData ──loading──▶ Target ──▶ Result ──▶ Summary

`base.py` is the seam: `remote.py` is any store over HTTP (`profiles.py` knows where each has its endpoints), `local.py`
the embedded one. Nothing here prints.
"""
