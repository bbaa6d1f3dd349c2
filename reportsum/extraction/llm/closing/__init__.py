"""The closing question: one for each report, over the heads of the items that matter.

question   digest → the heads, numbered, their figures as placeholders
wire       the form of an answer
concluding answer → conclusion: ids instead of numbers, and only sentences that may stand
"""
