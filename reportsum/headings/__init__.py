"""Working text → section tree, run-in headings and boilerplate.

    layout      text → lines, the paragraphs of a report
    labels      the numbering a line begins with (一、 （一） 1. 一是)
    stances     heading words → review, plan, problems or context
    boilerplate   lines that state no facts: title, salutation, notes, contents
    run_ins     headings inside paragraphs
    heading     a heading on its way into the tree
    finding     lines → headings
    annexes     annexes with a list of their own
    tasks       numbered tasks, labels that only count
    nesting     headings → a tree
    turns       where the text turns to plans, problems, a second document without a numbered heading
    suspects    headings that read like lines of a paragraph
    outline     all of these → the outline

`find_outline` is the step; the public function that speaks of places in the source is `reportsum.outline`.
"""

from __future__ import annotations

from .outline import Outline, Section, find_outline
from .suspects import outline_cautions

__all__ = ["Outline", "Section", "find_outline", "outline_cautions"]
