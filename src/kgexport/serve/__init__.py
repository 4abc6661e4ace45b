"""A local SPARQL endpoint with a query page over exported graphs: the real Oxigraph server.

    files or folder ──contents──▶ a store on disk ──server──▶ an address ──asking──▶ links, commands, programs

Nothing here prints.
"""
