"""The editing dialect: the model is shown the whole reading of a chunk and answers only what is read wrongly.

question   chunk → marked text with what the rules read at each mark, check words, slips
sight      check words: proof that the whole text was before the model
slips      readings shown wrong on purpose: a measure of attention
wire       the form of an answer
drafting   answer → draft, field by field
"""
