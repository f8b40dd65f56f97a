import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { POST as turnClock } from '@/app/api/peer-sessions/[id]/clock/route';
import { POST as direct, PUT as vote } from '@/app/api/peer-sessions/[id]/instruction/route';
import { PUT as markItem, DELETE as removeItem } from '@/app/api/peer-sessions/[id]/items/[item]/route';
import { POST as addItem } from '@/app/api/peer-sessions/[id]/items/route';
import { POST as appendNotes, GET as readNotes } from '@/app/api/peer-sessions/[id]/notes/route';
import { PUT as changePeople } from '@/app/api/peer-sessions/[id]/people/route';
import { GET as readSession } from '@/app/api/peer-sessions/[id]/route';
import { POST as openToday } from '@/app/api/peer-sessions/route';
import {
  ClockAnswerSchema,
  NotesRowsSchema,
  NotesSavedSchema,
  PeerSessionAnswerSchema,
  type PeopleInput,
  type SessionItemKind,
  TodayAnswerSchema,
} from '@/contracts/peer-session';
import type { ClockAction } from '@/contracts/session-clock';
import { db } from '@/server/db';
import type { Learner } from './learner';
import { contextOf } from './team-people';

export const statusOf = async (answer: Promise<{ status: number }>) => (await answer).status;

export async function openSession(person: Learner, team: string): Promise<string> {
  return TodayAnswerSchema.parse((await person.call(openToday, 'POST', { team })).body).id;
}

export async function look(person: Learner, id: string) {
  const { body } = await person.call(readSession, 'GET', undefined, contextOf(id));
  return PeerSessionAnswerSchema.parse(body).session;
}

/** Presses a button of the clock as it is now, or as it was at `baseRevision`. */
export async function press(person: Learner, id: string, action: ClockAction, baseRevision?: number) {
  const base = baseRevision ?? (await look(person, id)).clock.revision;
  const { status, body } = await person.call(turnClock, 'POST', { action, baseRevision: base }, contextOf(id));
  return {
    status,
    body,
    clock: status === 200 || status === 409 ? ClockAnswerSchema.safeParse(body).data?.clock : undefined,
  };
}

export const people = (person: Learner, id: string, input: PeopleInput) =>
  person.call(changePeople, 'PUT', input, contextOf(id));

export const write = (
  person: Learner,
  id: string,
  kind: SessionItemKind,
  text: string,
  { item = randomUUID() as string, assignee = null as string | null } = {},
) => person.call(addItem, 'POST', { id: item, kind, text, assignee }, contextOf(id));

const itemContext = (id: string, item: string) => ({ context: { params: Promise.resolve({ id, item }) } });
export const mark = (person: Learner, id: string, item: string, done: boolean) =>
  person.call(markItem, 'PUT', { done }, itemContext(id, item));
export const remove = (person: Learner, id: string, item: string) =>
  person.call(removeItem, 'DELETE', undefined, itemContext(id, item));

export const ask = (person: Learner, id: string, check: string) =>
  person.call(direct, 'POST', { action: 'ask', check }, contextOf(id));
export const endPhase = (person: Learner, id: string, question: string, phase: string) =>
  person.call(direct, 'POST', { action: 'next', id: question, phase }, contextOf(id));
export const answer = (person: Learner, id: string, question: string, round: string, ...choices: string[]) =>
  person.call(vote, 'PUT', { id: question, round, answer: choices }, contextOf(id));

/** Moves a session to another day, as if it had been then. */
export async function moveTo(id: string, day: string): Promise<void> {
  await db.peerSession.update({ where: { id }, data: { day: new Date(day) } });
}

/** Somebody's page with the notes open. */
export class NotesClient {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText('notes');
  after = '0';
  #unsent: Uint8Array[] = [];

  constructor(
    readonly person: Learner,
    readonly session: string,
  ) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.#unsent.push(update);
    });
  }

  /** What was written since the last batch, as the page would send it. */
  batch(): { clientId: string; update: string } | null {
    if (this.#unsent.length === 0) return null;
    const update = Y.mergeUpdates(this.#unsent);
    this.#unsent = [];
    return { clientId: randomUUID(), update: Buffer.from(update).toString('base64') };
  }

  async send(batch: { clientId: string; update: string }): Promise<string> {
    const { body } = await this.person.call(appendNotes, 'POST', batch, contextOf(this.session));
    return NotesSavedSchema.parse(body).row;
  }

  post(body: unknown) {
    return this.person.call(appendNotes, 'POST', body, contextOf(this.session));
  }

  async fetch(): Promise<string[]> {
    const query = { after: this.after };
    const { body } = await this.person.call(readNotes, 'GET', undefined, { query, ...contextOf(this.session) });
    const { rows } = NotesRowsSchema.parse(body);
    for (const { row, update } of rows) {
      Y.applyUpdate(this.doc, Buffer.from(update, 'base64'), 'server');
      this.after = row;
    }
    return rows.map(({ row }) => row);
  }

  /** Writes and sends at once. */
  async type(text: string, at = this.text.length): Promise<void> {
    this.text.insert(at, text);
    const batch = this.batch();
    if (batch) await this.send(batch);
  }
}
