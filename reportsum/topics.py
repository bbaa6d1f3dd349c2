"""Which field of policy an item belongs to: metric, statement and headings → topic.

Cue words with weights stand in `data/topics.tsv`. The metric says it best, its head noun before what stands inside it; then come the part
of the sentence that it is taken from, the whole statement and the nearest heading; the upper headings only help.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, compress, count
from operator import add
from typing import get_args

from reportsum import lazy_re as re

from . import indicators
from .models import Topic
from .tables import read_table

IN_METRIC = 4
IN_NEAREST_HEADING = 2
IN_STATEMENT = 2
IN_UPPER_HEADING = 1
"""How much a word counts, by where it stands; its own weight is multiplied by this."""
SURE = 24
"""A lead in the metric that nothing else may overturn: a word of full weight there settles the topic."""
ENOUGH = 3
"""A sum below this, one faint word in a statement, decides nothing."""
WHOLE = 6
"""The weight of a word that names a field by itself; a heading that says it in many words (就业, 社保, 民生) says no more."""
HEADED = 10
"""The same for the nearest heading."""
HEADS = 4
"""A heading that alone says the field of what stands under it has words of this weight: 统筹发展和安全 stands over everything."""
_ONE_WORD = re.compile(r"(?:The |Our )?[A-Z][a-z]+")
"""An English heading of one word means what it says, in whatever sense sentences use the word (The Environment)."""
_EVERYWHERE = frozenset({"economy"})
"""Fields that headings name over everything (国民经济保持良好发展势头): only an item's own words put it there."""
_OF_ANYTHING = frozenset({"projects"})
"""Fields whose words (项目, 投资, 开工) stand in sentences about any other: there they count little."""
_DONE_TO_ANYTHING = _OF_ANYTHING | {"reform"}
"""Fields whose words are no head nouns either: 教育改革 is schooling."""
NONE = "-"
"""Stands for the topic of words that tell no field, whatever is in them: 健康发展, 产业生态."""
ELSEWHERE = "elsewhere"
"""Stands for the topic of words that tell a field which the list of topics has not (外交, 国防): where it is the highest there is none."""
_CHANGES = ("改革", "试点")
"""How words of reform end that say what is done to a field told before them; 营商环境 is a matter of its own."""
HEAD_NOUN = 3
"""What the last word of a name weighs more: 农村公路 is a road, 财政性教育经费 schooling."""
IN_OWN_PART = 2
"""How much more a word of full weight counts in the part of the sentence that the name comes from."""
_JOINED = re.compile("[、和与及或]")
"""Between nouns side by side none is the head."""
_FIELDS = re.compile("[^，。；：]*、[^，。；：]*、[^，。；：]*(?:领域|方面)(?=[^，。；：]{0,12}(?:合作|交流|攻关|往来|事故|隐患|建设))")
"""Fields side by side that something else is done in; only the deed is kept: 拓展金融、文化、环保等领域的|合作."""
_OF_KINDS = re.compile("[^，。；：、]{1,6}(?:、[^，。；：、]{1,4})+类(?=项目)")
"""Of what kinds projects are, told side by side, is no field either: 提高|民生、科技、生态类|项目投资比重."""
_LATIN_FIELDS = re.compile(
    r" (?:such as|including) in (?:[a-z-]+ ){0,2}[a-z-]+(?:, (?:[a-z-]+ ){0,2}[a-z-]+)+,? and (?:[a-z-]+ ){0,2}[a-z-]+"
    r"| in (?:[a-z-]+ ){0,2}[a-z-]+(?:, (?:[a-z-]+ ){0,2}[a-z-]+)+,? and other (?:key |policy |important )?(?:areas|fields|sectors|domains)"
)
"""The same in English: the needs of the future, such as in schooling, transport and health."""
_DWELLINGS = ("flat", "home", "propert", "apartment")
_DWELLERS = re.compile(
    r"\b(?:[Hh]ouseholds|[Ff]amilies|[Tt]hose|[Rr]esidents|[Pp]eople|[Ss]eniors|[Tt]enants|[Ll]iving|[Ll]ive)"
    r"(?: who live| living)? in (?:an? |the |our )?(?:[\w-]+ ){0,6}?(?:flats?|homes?|properties|property|apartments?)\b"
)
"""Who gets something, by where they live, is no matter of housing: households in two-room flats."""
_THE_SPEECH = re.compile(
    r"\b(?:[Tt]his|[Ll]ast|[Ii]n the|[Aa]t the|(?:[Tt]his|[Ll]ast|[Nn]ext) year[’']s)(?: [A-Z]?[a-z]+)? Budget\b"
    r"(?! (?:deficit|surplus|balance|position))|\bBudget(?: for)? (?:FY ?)?(?:19|20)\d\d\b"
)
"""A speech called by its name is no field where its sentence names one: in this Budget, we will build bridges."""
_MEASURED_BY = re.compile(r"\(?\d[\d.,]*\s?(?:%|per ?cent) of (?:the )?(?:GDP|gross domestic product)\b\)?")
"""What a sum is measured by is not what it is: grants of $1.2 billion (0.3% of GDP)."""
_TAIL = 3
"""So many code points of a name's end find its part of the sentence."""
_SCAN = 80
_SCAN_LATIN = 240
"""So many code points of a statement are read; Latin letters say less than Han."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SPENT_ON = re.compile(
    r"(?:[\w’'-]+ ){0,4}?(?:expenditures?|spending|outlays?|funding|funds|investment|provisions?|allocations?|budgets?|resources|money)"
    r" (?:on|for|in) ",
    re.IGNORECASE,
)
_HAS_ACCESS = re.compile(r"(?:[\w’'-]+ ){1,5}?(?:with access|connected|linked) to ")
_LATIN_WORD = re.compile(r"(?P<letters>[a-z]+)[a-z&]*(?:\.?\d+)?")
_KNOWN = 4096
"""Texts whose scores are remembered: metrics and headings come again and again."""
_TOPICS: tuple[Topic, ...] = get_args(Topic)


def topic_of(metric: str, statement: str, headings: Sequence[str]) -> Topic | None:
    """Return the field of policy an item belongs to.

    `headings` run from the top section down to the one the item stands in. None without any cue.

    >>> topic_of("城镇登记失业率", "城镇登记失业率控制在4%以内。", ("稳岗增收统筹推进",))
    'employment_income'
    """
    in_metric = _scores_of_name(_numerator(_without_fields(metric) if " in " in metric or "类项目" in metric else metric))
    if in_metric:
        topic, score = in_metric[0]
        if score * IN_METRIC >= SURE and (len(in_metric) == 1 or score >= 2 * in_metric[1][1]):
            return _named(topic)
        nearest = _scores(headings[-1]) if headings else ()
        if nearest and nearest[0][0] == topic and (len(in_metric) == 1 or score > in_metric[1][1]):
            return _named(topic)  # metric and heading agree: no need to read the statement
    total = [0] * (len(_TOPICS) + 1)
    _add(total, in_metric, IN_METRIC)
    said = _scores(_without_fields(statement))
    for topic, score in said:
        total[topic] += score * (1 if topic in _of_anything() else IN_STATEMENT)
    for topic, score in _scores_beside(statement) if " " in statement else ():
        total[topic] -= (IN_STATEMENT * score - min(score, WHOLE)) * (topic not in _of_anything())
    part = _without_fields(_own_part(metric, statement))
    for _, topic, weight in _hits(part) if _HAN.search(part) is not None else _hits_latin(part.lower()):
        if weight >= WHOLE and topic not in _of_anything():
            total[topic] += weight * IN_OWN_PART
    heads = HEADS if _HAN.search(statement or metric) is not None and not (in_metric or said) else 0
    for place, heading in enumerate(reversed(headings)):
        most = WHOLE if place else HEADED
        least = HEADS if _ONE_WORD.fullmatch(heading) is not None else 0
        over = [(topic, max(least, min(score, most))) for topic, score in _scores(heading) if score >= heads and topic not in _everywhere()]
        _add(total, over, IN_UPPER_HEADING if place else IN_NEAREST_HEADING)
    highest = max(total)
    if highest < ENOUGH or _is_elsewhere(in_metric, said):
        return None
    own = next((topic for topic, _ in (*in_metric, *said) if total[topic] == highest), None)  # of two the one that its own words name
    return _named(total.index(highest) if own is None else own)


def _is_elsewhere(in_metric: Sequence[tuple[int, int]], said: Sequence[tuple[int, int]]) -> bool:
    """Return whether an item's own words name a field that the list has not, and no other: no heading says otherwise."""
    return not in_metric and len(said) == 1 and said[0][0] == len(_TOPICS) and said[0][1] >= WHOLE


@lru_cache(maxsize=_KNOWN)
def _scores_beside(statement: str) -> tuple[tuple[int, int], ...]:
    """Return what the parts of an English sentence say that only lean on its main clause: examples, reasons, purposes, means."""
    beside = " ; ".join(found[0] for found in _BESIDE.finditer(statement))
    if not beside:
        return ()
    main = _scores(_BESIDE.sub("", statement))
    return _scores(beside) if any(score >= WHOLE and topic not in _of_anything() for topic, score in main) else ()


_BEFORE_MAIN = r"^(?:To|By|With|As|Given|Despite|Amid|In view of|In line with|Due to|Owing to|Because|If|When) [^,]{12,150}(?=, )"
_EXAMPLES = r"(?:such as|including|like|ranging from) (?:(?:[^,.;:]{2,60}, ){1,8}?(?:[^,.;:]+ )?and [^,.;:]+|[^,.;:]{6,150})"
_JOINED_BY = (
    r"(?:because|while|whereas|despite|amid|due to|owing to|given|compared with|in order to|so as to|so that|thus|thereby|using"
    r"|by [a-z]+ing|with a view to|in response to|in the face of)"
)
_BESIDE = re.compile(rf"(?:{_BEFORE_MAIN}|[ ,—–](?:{_EXAMPLES}|{_JOINED_BY} [^,.;:]{{6,150}}))")


def _named(topic: int) -> Topic | None:
    """Return the topic at a place of the list; None for what lies beyond it."""
    return _TOPICS[topic] if topic < len(_TOPICS) else None


@cache
def _of_anything() -> frozenset[int]:
    return frozenset(map(_TOPICS.index, _OF_ANYTHING))


@cache
def _done_to_anything() -> frozenset[int]:
    return frozenset(map(_TOPICS.index, _DONE_TO_ANYTHING))


@cache
def _everywhere() -> frozenset[int]:
    return frozenset(map(_TOPICS.index, _EVERYWHERE))


def _without_fields(statement: str) -> str:
    """Return a statement without the fields side by side that something is done in: it is about none of them."""
    if " in " in statement and any(word in statement for word in _DWELLINGS):
        statement = _DWELLERS.sub("families", statement)
    if "Budget" in statement or "GDP" in statement:
        besides = _MEASURED_BY.sub("", _THE_SPEECH.sub("", statement))
        if any(score >= WHOLE and topic not in _of_anything() for topic, score in _scores(besides)):
            statement = besides
    if " such as in " in statement or " including in " in statement or " and other " in statement:
        return _LATIN_FIELDS.sub("", statement)
    if "类项目" in statement:
        statement = _OF_KINDS.sub("", statement)
    return _FIELDS.sub("", statement) if "、" in statement and ("领域" in statement or "方面" in statement) else statement


def field_of_indicator(indicator_id: str, metric: str) -> Topic | None:
    """Return the field of policy that an indicator belongs to, by its official name, where it is called by `metric`.

    None for companies' indicators, where no word of the official name tells a field, and where that is the economy at large and `metric`
    says which part of it. None for a count of people: what is told of so many is told of them.

    >>> field_of_indicator("deficit_ratio", "deficit as a percentage of GDP"), field_of_indicator("engel", "Engel coefficient")
    ('fiscal', None)
    """
    if indicator_id in _OF_PEOPLE or indicators.is_of_companies(indicator_id):
        return None
    field = topic_of(indicators.get(indicator_id).name, "", ())
    return None if field in _EVERYWHERE and topic_of(metric, "", ()) not in (None, field) else field


_OF_PEOPLE = frozenset({"population", "registered_population"})


def plain_field(text: str) -> Topic | None:
    """Return the field that a sentence names by a word of full weight, where it leans to no other.

    >>> plain_field("Ferries and buses are crowded."), plain_field("Schools need better roads.")
    ('transport', None)
    """
    scores = _scores(text)
    plain = scores and scores[0][1] >= WHOLE and scores[0][0] not in _of_anything() | _everywhere()
    return _named(scores[0][0]) if plain and all(2 * score <= scores[0][1] for _, score in scores[1:]) else None


def names_a_field(text: str) -> bool:
    """Return whether a word of a text leans to a field at all.

    >>> names_a_field("The new railway will cost $5 million."), names_a_field("This will cost $5 million.")
    (True, False)
    """
    return any(score for _, score in _scores(text))


def _own_part(metric: str, statement: str) -> str:
    """Return the part between commas in which an item's name ends; "" where it is not one of several."""
    if _HAN.search(statement) is None:
        return _own_latin_part(metric, statement)
    tail = metric[-_TAIL:]
    at = statement.find(tail) if len(tail) == _TAIL else -1
    if at < 0:
        return ""
    start = max(statement.rfind(stop, 0, at) for stop in "，；：") + 1
    end = min((found for stop in "，；" if (found := statement.find(stop, at + _TAIL)) >= 0), default=len(statement))
    return statement[start:end] if (start, end) != (0, len(statement)) else ""


def _own_latin_part(metric: str, statement: str) -> str:
    last = metric.rpartition(" ")[2]
    at = statement.find(last) if len(last) > _TAIL else -1
    if at < 0:
        return ""
    start = max((statement.rfind(stop, 0, at) for stop in _LATIN_STOPS), default=-1) + 1
    end = min((found for stop in _LATIN_STOPS if (found := statement.find(stop, at + len(last))) >= 0), default=len(statement))
    return statement[start:end] if (start, end) != (0, len(statement)) else ""


_LATIN_STOPS = (", ", "; ", ". ")


def _numerator(metric: str) -> str:
    """Return what a share measures, without what it is measured by (研发投入占地区生产总值比重 speaks of 研发投入), what money is
    spent on (government spending on schools), and what people have access to (homes with access to broadband)."""
    head, joint, _ = metric.partition("占")
    if joint and len(head) >= 2:
        return head
    spent = (_SPENT_ON.match(metric) or _HAS_ACCESS.match(metric)) if " " in metric else None
    return metric[spent.end() :] if spent is not None and _scores(metric[spent.end() :]) else metric


def _add(total: list[int], scores: Sequence[tuple[int, int]], factor: int) -> None:
    for topic, score in scores:
        total[topic] += score * factor


@lru_cache(maxsize=_KNOWN)
def _scores(text: str) -> tuple[tuple[int, int], ...]:
    """Return (topic's place, weight of its cue words in `text`), the heaviest first; the longest word at a place counts."""
    found: dict[int, int] = {}
    for _, topic, weight in _hits(text) if _HAN.search(text) else _hits_latin(text.lower()):
        if weight:
            found[topic] = found.get(topic, 0) + weight
    return tuple(sorted(found.items(), key=_heaviest_first))


@lru_cache(maxsize=_KNOWN)
def _scores_of_name(name: str) -> tuple[tuple[int, int], ...]:
    """Return the same for a name, whose last word, its head noun, weighs more than those before it."""
    scores = _scores(name)
    if len(scores) < 2:
        return scores
    if not _HAN.search(name):
        latin = _head_of_latin(name)
        return tuple(sorted(((topic, score + HEAD_NOUN * (topic == latin)) for topic, score in scores), key=_heaviest_first))
    if _JOINED.search(name):
        return scores
    hits = _hits(name)
    word, head, weight = hits[-1]
    if head in _done_to_anything() and word.endswith(_CHANGES):
        fields = [hit for hit in hits if hit[1] not in _done_to_anything()]
        if not any(weight >= WHOLE for _, _, weight in fields):
            return scores
        scores = tuple([score for score in scores if score[0] not in _done_to_anything()])
        _, head, weight = fields[-1]
    if weight < WHOLE or head in _done_to_anything():
        return scores
    return tuple(sorted(((topic, score + HEAD_NOUN * (topic == head)) for topic, score in scores), key=_heaviest_first))


def _head_of_latin(name: str) -> int | None:
    """Return the field of an English name's head noun, the last word before its first preposition; None where nouns stand side by side
    or the head tells a change, not what changes (growth rate of revenue)."""
    head = _LATIN_JOINTS.split(name.lower(), maxsplit=1)[0]
    if " and " in head or "," in head or " or " in head:
        return None
    hits = [hit for hit in _hits_latin(head) if not hit[0].endswith("ed")]
    if not hits or not head.endswith(hits[-1][0]):
        return None
    word, topic, weight = hits[-1]
    return topic if weight >= WHOLE and topic not in _done_to_anything() and not word.endswith("growth rate") else None


_LATIN_JOINTS = re.compile(r" (?:as|of|for|in|on|at|from|to|with|by|under|through|between|among|that|which|who|whose) ")


def _heaviest_first(score: tuple[int, int]) -> tuple[int, int]:
    return -score[1], score[0]


def _hits(text: str) -> list[tuple[str, int, int]]:
    """Return the cue words in a text without spaces, in its order: (word, topic's place, weight)."""
    cues = _cues()
    found: list[tuple[str, int, int]] = []
    free = 0
    for at in compress(count(), map(cues.__contains__, map(add, text[: _SCAN - 1], text[1:_SCAN]))):
        if at >= free:
            for cue in cues[text[at : at + 2]]:
                if text.startswith(cue[0], at):
                    found.append(cue)
                    free = at + len(cue[0])
                    break
    return found


def _hits_latin(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the cue words in a text of Latin letters: whole words only, support is no port."""
    cues = _latin_cues()
    free = 0
    for found in _LATIN_WORD.finditer(text):
        at = found.start()
        if at >= _SCAN_LATIN:
            return
        known = cues.get(found["letters"])
        if known is None or at < free or (at and (text[at - 1].isalnum() or text[at - 1] in "-’'")):  # lower-income tells no income
            continue
        for word, topic, weight in known:
            end = at + len(word)
            if text.startswith(word, at) and not text[end : end + 1].isalnum():
                if not (word in _OF_A_FIELD and free and at == free + 1):
                    yield word, topic, weight
                free = end
                break


_OF_A_FIELD = frozenset({"industry", "industries", "firms", "businesses", "enterprises", "projects", "project"})
"""Words that are of the field that the word right before them names: retail industry, construction firms."""


@cache
def _latin_cues() -> dict[str, list[tuple[str, int, int]]]:
    """Return the cue words of Latin letters by the letters they begin with, longest first."""
    cues: dict[str, list[tuple[str, int, int]]] = {}
    for cue in chain.from_iterable(_cues().values()):
        if cue[0][0].isascii() and (begins := _LATIN_WORD.match(cue[0])) is not None:
            cues.setdefault(begins["letters"], []).append(cue)
    for words in cues.values():
        words.sort(key=_longest_first)
    return cues


def _longest_first(cue: tuple[str, int, int]) -> int:
    return -len(cue[0])


@cache
def _cues() -> dict[str, list[tuple[str, int, int]]]:
    """Return the cue words by their first two characters, longest first: (word, topic's place, weight)."""
    known: dict[str, int] = {}
    cues: dict[str, list[tuple[str, int, int]]] = {}
    places = {name: place for place, name in enumerate((*_TOPICS, ELSEWHERE))} | {NONE: 0}
    for row in read_table("topics.tsv", ("topic", "weight", "words")):
        if row["topic"] not in places:
            raise row.wrong(f'"{row["topic"]}" is no topic. Use one of {", ".join(_TOPICS)}.')
        if not row["weight"].isdigit():
            raise row.wrong(f'the weight "{row["weight"]}" is no whole number.')
        if (row["weight"] == "0") != (row["topic"] == NONE):
            raise row.wrong(f'weight 0 and the topic "{NONE}" go together.')
        topic, weight = places[row["topic"]], int(row["weight"])
        for cue in row["words"].split():
            word = cue.replace("_", " ")
            if len(word) < 2:
                raise row.wrong(f'"{word}" is too short: cue words have two characters or more.')
            if word in known:
                raise row.wrong(f'"{word}" already stands in row {known[word]}. Keep one of the two.')
            known[word] = row.number
            cues.setdefault(word[:2], []).append((word, topic, weight))
    for words in cues.values():
        words.sort(key=_longest_first)
    return cues
