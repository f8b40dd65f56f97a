import * as z from 'zod';
import {
  type Submission,
  type SubmissionInput,
  SubmissionSchema,
  type SubmissionSummary,
  SubmissionSummarySchema,
} from '@/contracts/learning';
import { ApiError, api, isTemporary } from './api';
import { onSessionEvent } from './events';
import { withAccount } from './first-save';
import { refreshMe } from './me-store';
import { findPending, type PendingSubmission, removePending, writePending } from './pending-submissions';
import { createStore, type Store } from './store';
import { isViewingPage } from './viewing';

const AcceptedSchema = z.object({ submission: SubmissionSummarySchema });
const OneSchema = z.object({ submission: SubmissionSchema });

/** How often the verdict is asked for, in case the event stream is broken. */
const POLL_MS = 4_000;
const RETRY_MS = [1_000, 3_000, 10_000, 30_000];

export interface QueueState {
  /** What is on its way or being graded. */
  pending: PendingSubmission | null;
  /** Where it is: `kept` means that the server could not be reached and it is tried again. */
  phase: 'idle' | 'sending' | 'kept' | 'grading';
  /** The last one that came back. */
  verdict: Submission | null;
  /** Why the last one was refused. */
  error: unknown;
}

export interface SubmissionQueue {
  store: Pick<Store<QueueState>, 'get' | 'subscribe'>;
  submit(input: Omit<SubmissionInput, 'clientId'>): void;
  /** Takes up what an earlier visit left; the result stops it. */
  start(): () => void;
}

/**
 * Sends submissions so that none is lost and none is made twice: each is written down under its own `clientId` before
 * it is sent and forgotten only when its verdict is here.
 */
export function createSubmissionQueue(exercise: string): SubmissionQueue {
  const store = createStore<QueueState>({ pending: null, phase: 'idle', verdict: null, error: null });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let busy = false;

  const change = (part: Partial<QueueState>) => store.set({ ...store.get(), ...part });

  /** Does the next thing for what is pending: sends it, or asks for its verdict. */
  async function advance() {
    const { pending } = store.get();
    clearTimeout(timer);
    if (!pending || busy) return;
    busy = true;
    try {
      if (pending.id === undefined) await send(pending);
      else await ask(pending.id, pending);
      failures = 0;
    } catch (error) {
      if (isTemporary(error) || isInOtherView(error)) {
        failures += 1;
        change({ phase: pending.id === undefined ? 'kept' : 'grading', error });
      } else {
        removePending(pending.input.clientId);
        change({ pending: null, phase: 'idle', error });
      }
    } finally {
      busy = false;
    }
    if (!store.get().pending) return;
    const wait = failures ? (RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? POLL_MS) : POLL_MS;
    timer = setTimeout(advance, wait);
  }

  async function send(pending: PendingSubmission) {
    const { submission } = await withAccount(() =>
      api('/api/submissions', { method: 'POST', body: pending.input, schema: AcceptedSchema }),
    );
    const accepted = { ...pending, id: submission.id };
    writePending(accepted);
    change({ pending: accepted, phase: 'grading', error: null });
    if (isOver(submission)) await ask(submission.id, accepted);
  }

  async function ask(id: string, pending: PendingSubmission) {
    const { submission } = await api(`/api/submissions/${id}`, { schema: OneSchema });
    if (!isOver(submission)) return change({ phase: 'grading', error: null });
    removePending(pending.input.clientId);
    change({ pending: null, phase: 'idle', verdict: submission, error: null });
    void refreshMe();
  }

  function take(pending: PendingSubmission) {
    failures = 0;
    change({ pending, phase: pending.id === undefined ? 'sending' : 'grading', error: null });
    void advance();
  }

  return {
    store,
    submit(input) {
      if (store.get().pending) return;
      const pending = { input: { ...input, clientId: crypto.randomUUID() }, at: Date.now() };
      writePending(pending);
      take(pending);
    },
    start() {
      const left = findPending(exercise);
      if (left && !store.get().pending) take(left);
      const unsubscribe = onSessionEvent((event) => {
        const { pending } = store.get();
        if (event.type === 'resync') void advance();
        if (event.type === 'submission' && event.submission.id === pending?.id && isOver(event.submission))
          void advance();
      });
      const again = () => void advance();
      window.addEventListener('online', again);
      return () => {
        clearTimeout(timer);
        unsubscribe();
        window.removeEventListener('online', again);
      };
    },
  };
}

/** Another tab looks at the course as a learner, in which this browser hands in nothing: it will end. */
function isInOtherView(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'read-only' && !isViewingPage();
}

function isOver({ status }: SubmissionSummary): boolean {
  return status === 'graded' || status === 'failed';
}
