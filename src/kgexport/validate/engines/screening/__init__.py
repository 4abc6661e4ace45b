"""Says quickly over which nodes a shape may find fault, so that the reference is asked about those only.

A screen gives no result: what it leaves open, pySHACL judges. It has to be right in one direction, that nothing is left
out; the tests compare what is left with what pySHACL finds without it.
"""

from kgexport.validate.engines.screening.screen import Open, open_parts

__all__ = ["Open", "open_parts"]
