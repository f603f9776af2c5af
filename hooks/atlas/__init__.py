"""The atlas engine: records in, pages, maps and open data out. It never imports MkDocs."""
