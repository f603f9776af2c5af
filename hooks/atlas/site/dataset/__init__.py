"""The atlas as a data set: its tables, declared once, and every format that they are written in."""
