import { expect, test } from 'vitest';
import type { Draft } from '@/contracts/learning';
import { type DraftEvent, draftStatus, initialDraft, needsLocalCopy, needsSave, reduceDraft } from './draft-machine';

const starter = 'export function dense() {}';
const draft = (source: string, revision: number): Draft => ({
  source,
  revision,
  updatedAt: '2026-11-23T00:00:00.000Z',
});
const after = (...events: DraftEvent[]) => events.reduce(reduceDraft, initialDraft(starter));
const loaded = (server: Draft | null = null): DraftEvent => ({ type: 'loaded', server, local: null, starter });

test('somebody who only reads saves nothing', () => {
  const state = after(loaded());
  expect(state.text).toBe(starter);
  expect(needsSave(state)).toBe(false);
  expect(draftStatus(state)).toBe('saved');
});

test('an edit is to be saved on top of what the server has', () => {
  const state = after(loaded(draft('a', 3)), { type: 'edited', text: 'ab' });
  expect(needsSave(state)).toBe(true);
  expect(state.writtenOn).toBe(3);
});

test('an edit while a save is under way is saved after it', () => {
  const state = after(
    loaded(draft('a', 1)),
    { type: 'edited', text: 'ab' },
    { type: 'save-started' },
    { type: 'edited', text: 'abc' },
    { type: 'saved', draft: draft('ab', 2) },
  );
  expect(state.text).toBe('abc');
  expect(state.base).toEqual({ source: 'ab', revision: 2 });
  expect(needsSave(state)).toBe(true);
});

test('when another tab saved first, both texts are kept and nothing is sent until one is chosen', () => {
  const state = after(
    loaded(draft('a', 1)),
    { type: 'edited', text: 'mine' },
    { type: 'save-started' },
    { type: 'refused', draft: draft('theirs', 2) },
  );
  expect(draftStatus(state)).toBe('conflict');
  expect([state.text, state.conflict?.source]).toEqual(['mine', 'theirs']);
  expect(needsSave(state)).toBe(false);
  expect(needsLocalCopy(state, starter)).toBe(true);
});

test('choosing mine overwrites theirs and asks the server to keep it', () => {
  const state = after(
    loaded(draft('a', 1)),
    { type: 'edited', text: 'mine' },
    { type: 'remote', draft: draft('theirs', 2) },
    { type: 'chosen', keep: 'mine' },
  );
  expect(needsSave(state)).toBe(true);
  expect([state.text, state.writtenOn, state.keepOverwritten]).toEqual(['mine', 2, true]);
});

test('choosing theirs puts it into the editor', () => {
  const state = after(
    loaded(draft('a', 1)),
    { type: 'edited', text: 'mine' },
    { type: 'remote', draft: draft('theirs', 2) },
    { type: 'chosen', keep: 'theirs' },
  );
  expect([state.text, draftStatus(state)]).toEqual(['theirs', 'saved']);
});

test('a tab without unsaved edits follows what another tab saves', () => {
  const state = after(loaded(draft('a', 1)), { type: 'remote', draft: draft('b', 2) });
  expect([state.text, state.followed, draftStatus(state)]).toEqual(['b', 1, 'saved']);
});

test('the echo of an own save changes nothing', () => {
  const state = after(loaded(draft('a', 2)), { type: 'edited', text: 'ab' });
  expect(reduceDraft(state, { type: 'remote', draft: draft('a', 2) })).toBe(state);
});

test('the same text saved from two tabs is no conflict', () => {
  const state = after(
    loaded(draft('a', 1)),
    { type: 'edited', text: 'b' },
    { type: 'save-started' },
    { type: 'refused', draft: draft('b', 2) },
  );
  expect(draftStatus(state)).toBe('saved');
});

test('with the server gone the text stays, is written down locally, and is saved when the server is back', () => {
  const gone = after(
    loaded(draft('a', 1)),
    { type: 'edited', text: 'ab' },
    { type: 'save-started' },
    { type: 'failed', code: 'offline' },
  );
  expect([draftStatus(gone), gone.text, gone.failures]).toEqual(['unreachable', 'ab', 1]);
  expect(needsLocalCopy(gone, starter)).toBe(true);
  expect(needsSave(gone)).toBe(true);
  const back = [{ type: 'save-started' }, { type: 'saved', draft: draft('ab', 2) }] satisfies DraftEvent[];
  expect(draftStatus(back.reduce(reduceDraft, gone))).toBe('saved');
});

test('a copy left by a reload without the server is saved on top of the revision it was written on', () => {
  const state = after({ type: 'loaded', server: draft('a', 4), local: { text: 'ab', baseRevision: 4 }, starter });
  expect(needsSave(state)).toBe(true);
  expect(state.text).toBe('ab');
});

test('a copy older than what the server has is a conflict, not an overwrite', () => {
  const state = after({ type: 'loaded', server: draft('new', 5), local: { text: 'old', baseRevision: 4 }, starter });
  expect([draftStatus(state), state.text, state.conflict?.source]).toEqual(['conflict', 'old', 'new']);
});

test('text typed before the server could be asked survives its first answer', () => {
  const typed = after(
    { type: 'load-failed', local: null, code: 'offline', starter },
    { type: 'edited', text: 'typed' },
  );
  expect(needsLocalCopy(typed, starter)).toBe(true);
  const state = reduceDraft(typed, {
    type: 'loaded',
    server: draft('there', 2),
    local: null,
    starter,
  });
  expect([draftStatus(state), state.text]).toEqual(['conflict', 'typed']);
});

test('a text that the server refuses is told apart from a server that is gone', () => {
  const state = after(
    loaded(),
    { type: 'edited', text: 'x'.repeat(9) },
    { type: 'save-started' },
    { type: 'failed', code: 'source-too-large' },
  );
  expect(draftStatus(state)).toBe('refused');
  expect(draftStatus(reduceDraft(state, { type: 'edited', text: 'x' }))).toBe('unsaved');
});

test('text typed while the server was asked for the first time is not replaced by its answer', () => {
  const state = after({ type: 'edited', text: 'typed' }, loaded());
  expect([state.text, needsSave(state)]).toEqual(['typed', true]);
});

test('a second answer to the first question takes nothing away', () => {
  const state = after(loaded(), { type: 'edited', text: 'typed' }, loaded());
  expect([state.text, needsSave(state)]).toEqual(['typed', true]);
});

test('without a server the copy of an earlier visit comes back, unless something was typed since', () => {
  const failed = { type: 'load-failed', local: { text: 'copy', baseRevision: 3 }, code: 'offline', starter } as const;
  expect(after(failed).text).toBe('copy');
  expect(after({ type: 'edited', text: 'typed' }, failed).text).toBe('typed');
});
