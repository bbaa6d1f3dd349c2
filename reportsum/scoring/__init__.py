"""Gold labels and a digest → what they agree on, counted segment by segment.

`gold` reads the labels, `said` reads the digest as far as scoring looks at it, `sameness` decides when two say the
same, `counts` holds what is counted and the measures made of it, `counting` goes through a report. `reportsum.evaluate`
stands on these.
"""
