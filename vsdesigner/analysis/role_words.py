"""The English words by which a role is recognized in prose: heads of role names, verbs of work, and what
surely is none."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Last words of what people call roles, singular.
HEADS = _words(
    """
    desk team manager owner engineer analyst agent technician administrator admin architect developer tester
    coordinator lead leader specialist officer director supplier vendor provider partner customer client user
    requester requestor sponsor board committee department consultant designer planner buyer approver reviewer
    auditor expert operator dispatcher controller supervisor accountant lawyer recruiter trainer tutor
    assistant secretary clerk cashier barista waiter cook chef driver nurse doctor teacher librarian
    porter receptionist cleaner mechanic electrician warden marketer
    representative contractor subcontractor stakeholder broker courier inspector editor author writer
    """
)
#: Of these the word alone is no name of a role.
VAGUE = _words("team department lead leader specialist expert assistant representative board admin agent")
#: Roles of the customer, and of a partner, when nobody says otherwise.
CUSTOMER_HEADS = _words("customer client requester requestor")
PARTNER_HEADS = _words("supplier vendor partner contractor subcontractor")
#: These may be followed by "of …": Head of IT.
OF_HEADS = _words("head director chief chair")
#: Things that do something in prose without being anybody.
THINGS = _words(
    """
    system tool service process stream step task request ticket incident problem change release it this that
    which who they we he she you there what everything nothing everybody somebody nobody everyone someone all
    both each software platform application portal database script workflow automation server network machine
    model report document form email mail phone website catalogue catalog outcome value demand result goal
    note example phase practice activity value organization organisation company business it's one
    environment infrastructure cloud product solution feature backlog board's rule policy contract
    """
)
DETERMINERS = _words("the a an our your their its his her my each every another any this that")
#: What no name of a role goes on across.
STOPS = DETERMINERS | _words(
    """
    and or but then than when if after before while until unless once because so as since where whether who
    whom which what how why that to of for from with without within in on at by into onto over under about
    through between against during per via upon up down out off not no also only just first next finally
    always usually often sometimes never it they we you he she i them us him is are was were be been being am
    has have had do does did will would can could may might must shall should let lets makes have there here
    these those all both some many more most new
    """
)
MODALS = _words("will can may must should shall could might")
BE = _words("is are was were be being been")
#: A clause may go on with these after a role and before its verb.
ADVERBS = _words("also then always usually often first finally only just never sometimes now next still")
#: Whoever comes between these and a plain verb does not do it on their own account.
CAUSATIVES = _words("let lets letting make makes making help helps helping have has having")

#: Verbs of work, plain form; those of being and wanting are left out: to want something is no role.
WORK = _words(
    """
    log record check triage categorise categorize classify prioritise prioritize assign diagnose investigate
    analyse analyze assess resolve fix restore repair configure install deploy release build develop code test
    design draw plan schedule book review verify validate confirm accept reject order buy procure purchase pay
    deliver ship hand provide prepare make serve take receive collect gather define document describe write
    create update maintain monitor watch measure report estimate calculate negotiate agree coordinate manage
    lead run operate support train teach inform notify tell consult advise answer contact escalate forward
    send submit raise register open close archive clean evaluate select choose implement integrate migrate
    publish announce present explain audit inspect initiate start complete finish perform execute carry handle
    process oversee supervise follow track survey invoice bill charge welcome greet set put add remove grant
    revoke brew pour pack label load unload drive clear replace upgrade patch scan back roll sort rank pick
    reset unlock provision decommission retire host facilitate organise organize arrange interview recruit
    hire translate print count weigh mix bake cook wash supply print sketch list draft propose recommend
    """
)
ANSWERING = _words("approve authorise authorize own decide sign")  # A
#: Third persons that are plurals of nouns as well: "customer orders", "user requests".
LIKE_NOUNS = _words(
    """
    orders plans tests reports designs requests charges releases checks calls answers processes records logs
    books reviews supports updates contacts changes documents drafts lists prints labels packs ranks sorts
    counts drives loads scans patches upgrades presents purchases measures estimates invoices bills codes
    builds draws hands sets takes runs leads watches starts finishes closes opens welcomes sketches supplies
    surveys tracks triages signs audits hosts picks washes cooks mixes rolls backs fixes repairs
    """
)
#: What an object begins with: behind one of `LIKE_NOUNS` it shows that a verb was meant.
OBJECT_STARTS = DETERMINERS | _words("it them him us you these those all both whether what which how new if")
#: What shows the opposite when it follows: the noun has a verb of its own, or is described.
NO_OBJECT = (
    MODALS
    | BE
    | _words(
        """
        has have had do does did arrive arrives come comes exist go occur happen pile wait remain of for from
        about with in on at by that which and or to per via not as need needs get gets show shows
        """
    )
)

PARTICIPLES = ("ed", "en", "lt", "pt", "ne", "de")  # ends of: approved, written, built, kept, done, made
INFORMING = _words("inform informs informed notify notifies notified tell tells told brief briefs")
CONSULTING = _words("consult consults consulted involve involves involved")
PASSING = _words("escalate escalates escalated hand hands handed forward forwards forwarded assign assigns")

#: Letters that "is … " gives: accountable, responsible …
STATES = {
    "accountable": "A",
    "answerable": "A",
    "responsible": "R",
    "consulted": "C",
    "informed": "I",
    "notified": "I",
    "told": "I",
}


def third_person(verb: str) -> str:
    """Return the form after he, she and it: logs, carries, fixes."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb + "s"


def singular(word: str) -> str:
    """Return a word without the s of its plural, in lower case: engineers and engineer are one role."""
    word = word.casefold()
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


THIRD = {third_person(verb): verb for verb in WORK | ANSWERING}
PLAIN = WORK | ANSWERING
#: A text without any of these names nobody; most texts are passed over by it. Plurals end like third persons.
_HINTS = HEADS | {third_person(head) for head in HEADS} | OF_HEADS | STATES.keys()
HINT = re.compile(rf"\b(?:{'|'.join(sorted(_HINTS))})\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_](?:[\w'’/&+-]*\w)?|[^\w\s]|_")
