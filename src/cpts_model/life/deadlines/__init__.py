"""What is due and by when: dated obligations, effects, rights and ends, of every kind of structure.

Every delay that the law modules count by themselves makes a deadline. What they date
otherwise makes none:

- the days on which a rule begins or ceases to be in force: that is a change of law, which binds
  everybody (``LAW.changes``);
- a day that the dossier tells and from which nothing is counted: somebody joins, leaves or signs,
  a convention is signed, an agreement ends or is replaced (CSS, art. L162-15-2), the statutes of
  another version begin;
- the five years at most of the national agreement (CSS, art. L162-14-1), which compare two days
  told and fall on none; its negotiation binds those who sign it;
- the experiments of the rights that belonging opens (five years, three years), which are the
  periods of their rules;
- the notice and the convening of an assembly, which run from a day that no dossier holds;
- the periods over which a fee makes somebody up to date, which the register answers;
- the fifteen days and the month of the common agent of a SISA (décret n° 2023-617): no fact dates
  these letters;
- the first version of article L4041-4, under which the right to ask for dissolution opens on the
  very day that the dossier tells the company to be below its minimum;
- an équipe de soins primaires or spécialisés: no text read gives it a delay.
"""

from cpts_model.life.deadlines.deadline import Deadline, DeadlineKind
from cpts_model.life.deadlines.due import Deadlines, deadlines, next_due

__all__ = ["Deadline", "DeadlineKind", "Deadlines", "deadlines", "next_due"]
