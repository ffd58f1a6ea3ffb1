"""Closed classes of verbs that the grammar itself needs; open word lists are in the vocabulary."""

OBJECT_CONTROL = frozenset(
    ["accuse", "allow", "ask", "authorise", "authorize", "blame", "call", "command", "compel", "convince", "demand", "encourage", "forbid", "force", "get", "help", "implore", "induce", "instruct", "invite", "lead", "let", "make", "oblige", "order", "permit", "persuade", "press", "pressure", "prompt", "push", "request", "require", "summon", "task", "tell", "tempt", "urge", "want", "warn"]
)
"""Verbs whose object is the subject of their infinitive: "urged Kyiv to sign"."""

SUPPORT_VERBS = frozenset(
    ["achieve", "attend", "begin", "break", "broker", "bring", "call", "cancel", "carry", "chair", "close", "come", "complete", "conclude", "conduct", "continue", "convene", "declare", "delay", "end", "enter", "establish", "exchange", "extend", "fail", "finish", "follow", "get", "give", "go", "have", "head", "hold", "host", "join", "launch", "make", "meet", "mediate", "observe", "occur", "open", "organise", "organize", "participate", "pause", "postpone", "proceed", "reach", "renew", "restart", "resume", "reopen", "schedule", "seal", "see", "secure", "set", "sign", "start", "stage", "stop", "strike", "suspend", "take", "undertake", "wrap"]
)
"""Verbs that carry an event noun: "hold talks", "reach a deal", "talks take place"."""
