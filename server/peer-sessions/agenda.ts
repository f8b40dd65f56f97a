import 'server-only';
import { planOf } from '@/content/plan/plan';
import type { Agenda } from '@/contracts/peer-session';

/** Of each member's turn: yesterday, stuck point, today. */
const TURN = 2;
const PROMPT = 10;
const REVIEW = 10;
const SCRIBE = 3;
/** For a day's joint tasks together. */
const CAPSTONES = 25;

/**
 * The agenda of a cohort's n-th session day for a team of this size: an hour at most up to six people (SYLLABUS 5.1). After
 * the five weeks a team may go on meeting, without a prompt.
 */
export function makeAgenda(number: number, members: number): Agenda {
  const plan = planOf(number);
  const capstones = plan?.capstones ?? [];
  return {
    number,
    plan: plan && {
      ...plan,
      ...{ units: [...plan.units], exercises: [...plan.exercises] },
      capstones: capstones.map((capstone) => ({ ...capstone, prompts: [...capstone.prompts] })),
    },
    items: [
      { kind: 'round', minutes: TURN * Math.max(1, members) },
      ...(plan ? [{ kind: 'prompt' as const, minutes: PROMPT }] : []),
      { kind: 'review', minutes: REVIEW },
      ...capstones.map(({ id }) => ({
        ...{ kind: 'capstone' as const, capstone: id, minutes: Math.floor(CAPSTONES / capstones.length) },
      })),
      { kind: 'scribe', minutes: SCRIBE },
    ],
  };
}

/** The agenda for a team that has grown or shrunk since it was made: everybody gets a turn. */
export function sizedFor(agenda: Agenda, members: number): Agenda {
  const minutes = TURN * Math.max(1, members);
  return { ...agenda, items: agenda.items.map((item) => (item.kind === 'round' ? { ...item, minutes } : item)) };
}
