"""The `atlas` command."""

from atlas.files import garbage_collection

garbage_collection.put_off()  # before anything else is imported
