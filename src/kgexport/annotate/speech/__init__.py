"""What quotations and indirect statements share: marks, cue words, who speaks."""
