"""Things counted → the things with what is done with them: "built 300 schools", schools built; "training for 21 million workers".

A bare noun (firms, counties) does not say what is counted. The verb whose object it is says it (schools built), or what is given to it or
done in it: the noun before the preposition that it stands behind (rebates|to more than 900|firms).
"""

from __future__ import annotations

from .phrases import Group, Sentence
from .words import class_of, participle

_MOST = 2
"""Words. A longer name says by itself what is counted."""
_LONGEST = 12
_GIVEN_TO = frozenset({"for", "to", "in", "across", "among"})
_NO_DEED = frozenset("have be do go come let make take get keep see total number exceed reach join bring".split())  # noqa: SIM905


def with_deed(sentence: Sentence, left: int, name: str) -> str:
    """Return the name of counted things with what is done with them; the name itself where nothing is or it says enough.

    `left` is where the words end that stand before the figure.
    """
    if len(name.split()) > _MOST + 2:
        return name
    given = _given(sentence, left, name)
    if given is not None:
        return given
    if len(name.split()) > _MOST or name[:1].isupper():
        return name
    group = _governing(sentence, left)
    done = participle_of(sentence, group) if group is not None else None
    return name if done is None or done in name.split() else f"{name} {done}"


def _given(sentence: Sentence, left: int, name: str) -> str | None:
    """Return what is given to things or done in them: job training for|workers."""
    if not left or sentence.words[left - 1].tag != "preposition" or sentence.words[left - 1].lower not in _GIVEN_TO:
        return None
    joint = sentence.words[left - 1].lower
    done = sentence.group_ending(left - 1)
    if done is not None and done.passive and done.verb is not None and "give" in done.verb.does and joint in ("for", "to"):
        handed = sentence.name(sentence.before(done.first))  # grants were paid to 300|crews
        told = f"{handed} {joint} {name}"
        return told if handed is not None and not any(c.isdigit() for c in handed) and len(told.split()) <= _LONGEST else None
    found = sentence.before(left - 1, inner=True)
    if found is None or any(word.tag == "figure" for word in sentence.words[found.first : found.end]):
        return None
    what = sentence.name(found)
    group = _verb_before(sentence, found.first)
    if what is None or sentence.head(found) in (*class_of("bare"), *class_of("agent"), *class_of("time"), *class_of("generic")):
        return None
    if joint == "to" and not (
        sentence.words[found.first - 1].lower == "in" or (group is not None and group.verb is not None and "give" in group.verb.does)
    ):
        return None
    if sentence.words[found.first - 1].lower != "in" and (
        group is None or group.verb is None or bool(group.verb.does & {"turn", "say"}) or group.verb.base in _NO_DEED
    ):
        return None
    if joint in ("in", "across", "among") and sentence.words[found.first].tag != "determiner" and not sentence.head(found).endswith("s"):
        return None  # save energy in|1,000 enterprises
    told = f"{what} {joint} {name}"
    return told if len(told.split()) <= _LONGEST else None


def _verb_before(sentence: Sentence, first: int) -> Group | None:
    while first and sentence.words[first - 1].tag in ("determiner", "adverb", "number"):
        first -= 1
    return sentence.group_ending(first)


def _governing(sentence: Sentence, left: int) -> Group | None:
    """Return the verb whose object a figure's things are, also behind others of a list: built 300 schools and|40 clinics."""
    group = sentence.group_ending(left)
    while group is None and left > 2 and sentence.words[left - 1].tag in ("conjunction", "comma"):
        back = left - 1
        while back and sentence.words[back - 1].tag in ("noun", "number", "comma"):
            back -= 1
        if not back or sentence.words[back - 1].tag != "figure":
            return None
        left = back - 1
        while left and sentence.words[left - 1].tag == "adverb":
            left -= 1
        group = sentence.group_ending(left)
    return group


def participle_of(sentence: Sentence, group: Group) -> str | None:
    """Return what a verb's object is when the deed is done: build → built; None for a verb that does nothing to its object."""
    if group.passive or group.verb is None or group.verb.base in _NO_DEED or "say" in group.verb.does or "turn" in group.verb.does:
        return None
    particle = f" {sentence.words[group.end - 1].text}" if group.end - 1 > group.main else ""
    return (_HELPED.get(group.verb.base) or participle(group.verb.base)) + particle


_HELPED = {"benefit": "benefiting"}
"""Verbs whose object is not said to be done: schemes benefit|firms, firms benefiting."""
