"""Whether the name of a step starts with a verb, as far as that can be told without a list of all verbs."""

from __future__ import annotations

import re


def starts_with_no_verb(name: str) -> bool:
    """Say whether an English name surely does not start with a verb.

    There is no list of all verbs, and names come in many languages: only words that cannot be a verb's
    imperative count, so that a hint is worth reading. Adverbs before the verb are passed over.
    """
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", name)
    if not words or _ends_with_infinitive(words):
        return False
    first = next((word for word in map(str.casefold, words) if not _is_adverb(word)), "")
    if not first.isascii():
        return False  # not English
    return first in _NEVER_VERBS or (first not in _VERBS_LIKE_NOUNS and bool(_NOUN.search(first)))


def _is_adverb(word: str) -> bool:
    if word in _ADVERBS:
        return True
    return len(word) > 4 and word.endswith("ly") and word not in _NEVER_VERBS | _VERBS_LIKE_ADVERBS


def _ends_with_infinitive(words: list[str]) -> bool:
    """German names end with their verb: "Anforderungen klären"."""
    last = words[-1]
    return len(words) > 1 and len(last) > 4 and last.islower() and last.endswith(("en", "ern", "eln"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ADVERBS = _words("again always also first now then not once re co pre")
_VERBS_LIKE_ADVERBS = _words("apply comply imply multiply rally reapply rely reply resupply supply tally")

# Endings of nouns and of forms that are no imperative.
_NOUN = re.compile(r"(?:[a-z]{2}(?:tion|sion|ness|ship|ment|ance|ence|ity|ism|hood)s?|[a-z]{3}(?:ing|ings))$")

# Verbs that look like nouns to the pattern above.
_VERBS_LIKE_NOUNS = _words(
    """
    action auction audition caution commission condition decommission envision function mention partition
    petition portion position provision question reposition ration requisition section station transition
    vision harness witness
    advance balance commence dance distance enhance evidence experience fence finance freelance glance
    influence license licence rebalance reference sequence silence refinance
    augment cement comment compliment complement document experiment ferment fragment implement lament
    moment ornament segment supplement torment
    bring cling fling ping ring sing sling spring sting string swing wring
    """
)

# Articles, pronouns, adjectives and nouns that names of steps like to begin with.
_NEVER_VERBS = _words(
    """
    the a an this that these those our your their its his her all any each every some
    new old existing known manual automatic automated initial final internal external technical daily weekly
    monthly yearly quarterly
    customer customers client clients user users supplier suppliers vendor vendors stakeholder stakeholders
    incident incidents problem problems requirement requirements
    infrastructure software hardware data information knowledge
    analysis diagnosis synthesis feedback workaround backlog roadmap strategy approval removal proposal
    rollout rollback handover takeover setup backup kickoff
    desk department agent agents manager managers engineer engineers architect architects owner owners
    when if after before during while once
    """
)
