"""Heavy checks of a built site, by tools that need Node, Java, R and more: `make audit` runs them.

The site is checked as it will be served, under the path of its own address.
"""
