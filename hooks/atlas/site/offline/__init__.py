"""The whole site as one archive that is read from a folder, without a server and a network."""
