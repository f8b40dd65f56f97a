import 'server-only';
import { type ChoiceQuestion, choiceQuestions, findChoiceQuestion } from '@/content/plan/choice-questions';
import {
  type CheckQuestion,
  type Instruction,
  type InstructionInput,
  type Phase,
  PhaseSchema,
  type VoteInput,
} from '@/contracts/peer-session';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { teammates } from '../teams/access';
import { inTransaction, type Transaction } from '../transaction';
import { findSession, type HeldSession, holdSession, serverNow } from './access';
import { gainOf, isRight, NEXT_PHASE, spreadOf } from './instruction-rules';
import { arrive, tellTeam } from './people';

/**
 * What may be asked in a session: the checks with choices of the day's units.
 * @throws {AppError} `not-found`
 */
export async function listChecks(viewer: KnownViewer, sessionId: string): Promise<CheckQuestion[]> {
  const { agenda } = await findSession(db, viewer, sessionId);
  return (agenda.plan?.units ?? []).flatMap((unit) => choiceQuestions(unit)).map(toQuestion);
}

/** Without the answers. */
function toQuestion({ id, multiple, question, choices }: ChoiceQuestion): CheckQuestion {
  return { id, multiple, question, choices: choices.map(({ id: choice, label }) => ({ id: choice, label })) };
}

/** A session's questions as the viewer may see them: own answers, and spreads once their round is over. */
export async function readInstruction(
  viewer: KnownViewer,
  session: HeldSession,
  present: readonly string[],
): Promise<Instruction[]> {
  const rows = await db.peerInstruction.findMany({
    where: { sessionId: session.id },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      checkId: true,
      phase: true,
      phaseSince: true,
      votes: { select: { userId: true, round: true, answer: true, correct: true } },
    },
  });
  return rows.flatMap((row) => {
    const check = findChoiceQuestion(row.checkId);
    // The course has it no more: the answers are kept, but there is nothing to show them by.
    if (check === undefined) return [];
    const phase = PhaseSchema.parse(row.phase);
    const votes = row.votes.map((vote) => ({ ...vote, answer: vote.answer as string[] }));
    const choices = check.choices.map(({ id }) => id);
    const mine = (round: number) =>
      votes.find((vote) => vote.userId === viewer.id && vote.round === round)?.answer ?? null;
    const round = phase === 'first' ? 1 : 2;
    return [
      {
        id: row.id,
        check: toQuestion(check),
        phase,
        since: row.phaseSince.getTime(),
        answered: votes.filter((vote) => vote.round === round && present.includes(vote.userId)).length,
        present: present.length,
        mine: { first: mine(1), second: mine(2) },
        first: spreadOf(votes, 'first', phase, choices),
        second: spreadOf(votes, 'second', phase, choices),
        solution:
          phase === 'closed'
            ? {
                right: check.choices.flatMap(({ id, right }) => (right ? [id] : [])),
                because: Object.fromEntries(check.choices.map(({ id, because }) => [id, because])),
                gain: gainOf(votes),
              }
            : null,
      },
    ];
  });
}

/**
 * Asks the team a check, or ends the phase that a question is in.
 * @throws {AppError} `not-found`, also for a check that is not of the day's units; `forbidden` for staff; `conflict` when the
 *   session is over, another question is on, this one was asked already, or the phase has ended meanwhile
 */
export async function directInstruction(
  viewer: KnownViewer,
  sessionId: string,
  input: InstructionInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await holdSession(tx, viewer, sessionId, { open: true });
    if (input.action === 'ask') await ask(tx, session, input.check);
    else if (!(await endPhase(tx, sessionId, input.id, input.phase))) throw new AppError('conflict');
    await tellTeam(tx, session, await teammates(tx, session.team.id), 'instruction');
  });
}

async function ask(tx: Transaction, session: HeldSession, checkId: string): Promise<void> {
  const isOfTheDay = session.agenda.plan?.units.includes(checkId.split('.')[0] ?? '');
  if (!isOfTheDay || findChoiceQuestion(checkId) === undefined) throw new AppError('not-found');
  const taken = await tx.peerInstruction.count({
    where: { sessionId: session.id, OR: [{ checkId }, { phase: { not: 'closed' } }] },
  });
  if (taken > 0) throw new AppError('conflict');
  await tx.peerInstruction.create({
    data: { sessionId: session.id, checkId, phase: 'first', phaseSince: new Date(await serverNow(tx)) },
    select: { id: true },
  });
}

/** @returns false when the phase was another already: of two who end it at once, one did */
async function endPhase(tx: Transaction, sessionId: string, id: string, phase: Phase): Promise<boolean> {
  const next = NEXT_PHASE[phase];
  if (next === null) return false;
  const { count } = await tx.peerInstruction.updateMany({
    where: { id, sessionId, phase },
    data: { phase: next, phaseSince: new Date(await serverNow(tx)) },
  });
  return count > 0;
}

/**
 * Keeps the viewer's answer, which may change until the round is over; that is when all who are there have answered. Whether
 * it is right is judged here.
 * @throws {AppError} `not-found`; `forbidden` for staff; `invalid-input` for choices that the check does not have; `conflict`
 *   when the round is not on
 */
export async function vote(viewer: KnownViewer, sessionId: string, { id, round, answer }: VoteInput): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await holdSession(tx, viewer, sessionId, { open: true });
    const instruction = await tx.peerInstruction.findFirst({
      where: { id, sessionId },
      select: { checkId: true, phase: true },
    });
    const check = instruction && findChoiceQuestion(instruction.checkId);
    if (!check) throw new AppError('not-found');
    if (instruction.phase !== round) throw new AppError('conflict');
    const chosen = [...new Set(answer)];
    const known = new Set(check.choices.map((choice) => choice.id));
    if (!chosen.every((choice) => known.has(choice)) || (!check.multiple && chosen.length > 1)) {
      throw new AppError('invalid-input');
    }
    const right = check.choices.flatMap((choice) => (choice.right ? [choice.id] : []));
    const value = { answer: chosen, correct: isRight(chosen, right) };
    const key = { instructionId: id, userId: viewer.id, round: round === 'first' ? 1 : 2 };
    await tx.peerVote.upsert({
      where: { instructionId_userId_round: key },
      create: { ...key, ...value },
      update: value,
    });
    // Who answers is there, even where the page could not say so.
    await arrive(tx, session, viewer.id);
    const members = await teammates(tx, session.team.id);
    if (await haveAllAnswered(tx, sessionId, key, members)) await endPhase(tx, sessionId, id, round);
    await tellTeam(tx, session, members, 'instruction');
  });
}

async function haveAllAnswered(
  tx: Transaction,
  sessionId: string,
  { instructionId, round }: { instructionId: string; round: number },
  members: readonly string[],
): Promise<boolean> {
  const present = await tx.attendance.findMany({
    where: { sessionId, joinedAt: { not: null }, userId: { in: [...members] } },
    select: { userId: true },
  });
  const votes = await tx.peerVote.findMany({ where: { instructionId, round }, select: { userId: true } });
  const voted = new Set(votes.map(({ userId }) => userId));
  return present.every(({ userId }) => voted.has(userId));
}
