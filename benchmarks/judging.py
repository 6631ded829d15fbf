"""Judging 1,000 CPTS of 200 members: the engine, the same functions in plain loops, and two general engines.

Everything is measured in one run, turn by turn, and printed as ratios. ``zen-engine`` and ``rule-engine`` do twelve of
the rules, and are given what they like best: plain dictionaries made beforehand, dates as whole numbers, professions
already sorted into families.
"""

import argparse
import gc
import json
import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from people import cpts

from cpts_model import CPTS, LAW, Outcome, assess
from cpts_model.engine.judging import Judge
from cpts_model.engine.rule import Rule
from cpts_model.engine.unknown import NotSettled

ON = date(2026, 11, 21)
BREACH = Outcome.VIOLATED

# The twelve rules that the other engines do too, as expressions over one member (m) or over the whole CPTS.
EACH = {
    "adhesion.libre": "m.consented",
    "adhesion.multiple": "not m.other_cpts or m.ground",
    "cpts.composantes-admissibles": "not m.as_component or (m.health and (not m.abroad or m.french)) or m.premier or m.second or m.social",
    "cpts.armees-autorisation": "not m.armees or m.authorised",
    "cpts.frontalier": "not m.abroad or m.french",
}
WHOLE = {
    "cpts.association": "legal_form == 'association'",
    "cpts.projet-formalise": "projet",
    "cpts.projet-transmis": "transmitted <= on",
    "cpts.projet-territoire": "territory",
    "cpts.missions-service-public": "convention <= on",
    "cpts.aides-et-exonerations": "convention <= on",
    "cpts.contrat-territorial": "validated <= on",
}
RUNNING = "(m.joined <= on and (m.left == 0 or m.left > on) and not m.partner)"


def by_hand(structures: list[CPTS], rules: tuple[Rule, ...]) -> int:
    """The rules' own functions, called in plain loops."""
    failed = 0
    for structure in structures:
        for rule in rules:
            holds, conditions = rule.holds, rule.conditions
            for arguments in (
                ((structure, ON),)
                if rule.each is None
                else [(part, structure, ON) for part in rule.each(structure, ON)]
            ):
                try:
                    for condition in conditions:
                        if not condition(*arguments):
                            break
                    else:
                        if not holds(*arguments):
                            failed += 1
                except NotSettled:
                    pass
    return failed


def plain(structure: CPTS) -> dict[str, Any]:
    """A CPTS as the other engines want it."""
    projet: Any = structure.projet
    members: Any = structure.members
    return {
        "on": ON.toordinal(),
        "legal_form": structure.legal_form.value,  # type: ignore[union-attr]
        "projet": True,
        "transmitted": projet.transmitted_on.toordinal(),
        "validated": projet.validated_on.toordinal(),
        "territory": projet.territory is not None,
        "convention": structure.convention_signed_on.toordinal(),  # type: ignore[union-attr]
        "members": [
            {
                "joined": m.joined_on.toordinal(),
                "left": m.left_on.toordinal() if m.left_on else 0,
                "partner": m.partner,
                "consented": m.consented,
                "other_cpts": m.other_cpts,
                "ground": m.ground is not None,
                "as_component": m.as_component,
                "health": m.member.is_health_professional(ON),
                "premier": m.member.practises_premier_recours,
                "second": m.member.practises_second_recours,
                "social": m.member.medico_social_actor,
                "abroad": m.member.practises_abroad,
                "french": m.member.meets_french_practice_conditions,
                "armees": m.member.service_de_sante_des_armees,
                "authorised": m.member.ministerial_authorisation,
            }
            for m in members
        ],
    }


def zen_batch(structures: list[CPTS]) -> Callable[[], int]:
    """zen-engine, its batch mode: one decision of twelve expressions, answering member by member."""
    import zen

    def over_members(expression: str) -> str:
        body = expression.replace("m.", "#.")
        return f"map(members, not {RUNNING.replace('m.', '#.')} or ({body}))"

    expressions = [(name, over_members(text)) for name, text in EACH.items()] + list(WHOLE.items())
    content = {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}},
            {
                "id": "rules",
                "type": "expressionNode",
                "name": "rules",
                "position": {"x": 1, "y": 0},
                "content": {
                    "expressions": [
                        {"id": str(index), "key": name.replace(".", "_").replace("-", "_"), "value": value}
                        for index, (name, value) in enumerate(expressions)
                    ]
                },
            },
            {"id": "out", "type": "outputNode", "name": "out", "position": {"x": 2, "y": 0}},
        ],
        "edges": [
            {"id": "1", "sourceId": "in", "targetId": "rules", "type": "edge"},
            {"id": "2", "sourceId": "rules", "targetId": "out", "type": "edge"},
        ],
    }
    engine = zen.ZenEngine({"loader": {"type": "static", "content": {"cpts": content}}})
    requests = [{"key": "cpts", "context": plain(structure)} for structure in structures]

    def run() -> int:
        failed = 0
        for answer in engine.evaluate_batch(requests):
            for value in answer["data"]["result"].values():
                failed += value.count(False) if isinstance(value, list) else value is False
        return failed

    return run


def rule_engine_loop(structures: list[CPTS]) -> Callable[[], int]:
    """rule-engine: its compiled rules, member by member."""
    import rule_engine

    def compiled(text: str) -> Any:
        return rule_engine.Rule(text.replace("m.", ""))

    each = [compiled(f"not {RUNNING} or ({text})") for text in EACH.values()]
    whole = [compiled(text) for text in WHOLE.values()]
    contexts = [plain(structure) for structure in structures]
    for context in contexts:
        for member in context["members"]:
            member["on"] = context["on"]

    def run() -> int:
        failed = 0
        for context in contexts:
            failed += sum(not rule.matches(context) for rule in whole)
            for rule in each:
                failed += sum(not rule.matches(member) for member in context["members"])
        return failed

    return run


def timed(run: Callable[[], int]) -> tuple[float, int]:
    """Seconds, and what came out."""
    start = time.perf_counter()
    failed = run()
    return time.perf_counter() - start, failed


def main() -> None:
    """Run everything in turn and print a table of ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--structures", type=int, default=1000)
    parser.add_argument("--members", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    structures = [cpts(number, options.members) for number in range(options.structures)]
    few = structures[: max(1, options.structures // 20)]  # rule-engine is slow: a twentieth, scaled

    all_rules = LAW.about(CPTS, ON)
    twelve = tuple(rule for rule in all_rules if rule.id in EACH or rule.id in WHOLE)
    assert len(twelve) == 12, [rule.id for rule in twelve]
    zen_run, slow_run = zen_batch(structures), rule_engine_loop(few)

    def engine_all() -> int:
        found = (assess(structure, on=ON) for structure in structures)
        return sum(finding.outcomes.count(BREACH) for one in found for finding in one.findings)

    def engine_twelve() -> int:
        return sum(
            finding.outcomes.count(BREACH)
            for structure in structures
            for finding in map(Judge(structure, ON).finding, twelve)
        )

    # The CPTS are there to stay: no engine should pay for the collector looking through them.
    gc.collect()
    gc.freeze()
    runs: dict[str, tuple[Callable[[], int], float]] = {
        "cpts_model, every rule": (engine_all, 1),
        "the same functions by hand": (lambda: by_hand(structures, all_rules), 1),
        "cpts_model, twelve rules": (engine_twelve, 1),
        "zen-engine, batch": (zen_run, 1),
        "rule-engine": (slow_run, len(structures) / len(few)),
    }
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    failed: dict[str, int] = {}
    for _ in range(options.rounds):
        for name, (run, scale) in runs.items():
            took, failed[name] = timed(run)
            seconds[name].append(took * scale)
    if failed["cpts_model, twelve rules"] != failed["zen-engine, batch"]:
        raise SystemExit(f"the engines do not answer alike: {failed}")
    median = {name: statistics.median(found) for name, found in seconds.items()}
    ratios = {
        "speed against calling by hand": median["the same functions by hand"]
        / median["cpts_model, every rule"],
        "times faster than zen-engine": median["zen-engine, batch"] / median["cpts_model, twelve rules"],
        "times faster than rule-engine": median["rule-engine"] / median["cpts_model, twelve rules"],
    }
    if options.json:
        print(json.dumps({"seconds": median, "failed": failed, "ratios": ratios}, indent=2))
        return
    print(
        f"{options.structures} CPTS of {options.members} members, {len(all_rules)} rules, median of {options.rounds}\n"
    )
    for name, value in median.items():
        print(f"{name:32}{value:9.3f} s{failed[name]:12,} rules failed")
    print()
    for name, value in ratios.items():
        print(f"{name:32}{value:9.2f}")


if __name__ == "__main__":
    main()
