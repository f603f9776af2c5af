"""The atlas in other forms than pages: citations, linked data, feeds. One module per format."""
