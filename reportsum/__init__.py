"""reportsum: official reports in, typed and source-grounded JSON digests out."""
