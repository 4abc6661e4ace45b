"""Where graphs to check come from: RDF files, pages, folders, standard input, endpoints; checks nothing."""

from kgexport.validate.inputs.files import read_file

__all__ = ["read_file"]
