"""What the annotators of times, amounts and quantities share: tables, numbers, the calendar; knows nothing of RDF."""
