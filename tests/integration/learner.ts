import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { PUT as saveLesson } from '@/app/api/lessons/route';
import { GET as getMe } from '@/app/api/me/route';
import { GET as getSubmission } from '@/app/api/submissions/[id]/route';
import { GET as listSubmissions, POST as submit } from '@/app/api/submissions/route';
import { MeSchema, type SubmissionInput, SubmissionSchema, SubmissionSummarySchema } from '@/contracts/learning';
import { PATIENCE } from '@/tests/patience';
import { Visitor } from './accounts/visitor';
import { DENSE } from './manifest';

/** Somebody with a browser who learns. */
export class Learner extends Visitor {
  private known?: { session: string; id: string };

  /** A guest, as the first thing worth keeping makes one. */
  static async guest(): Promise<Learner> {
    const learner = new Learner();
    await learner.call(saveLesson, 'PUT', { lesson: '02-mlp.01-from-lines-to-layers', state: 'started' });
    return learner;
  }

  async me() {
    return MeSchema.parse((await this.call(getMe, 'GET')).body);
  }

  /** Asked once for each session: tests ask it of everybody again and again. */
  async id(): Promise<string> {
    const session = [...this.cookies].join(';');
    if (this.known?.session !== session) this.known = { session, id: (await this.me()).viewer?.id ?? '' };
    return this.known.id;
  }

  async submit(input: Partial<SubmissionInput> = {}) {
    const whole = { exercise: DENSE, source: 'right', clientId: randomUUID(), locale: 'en', ...input };
    const { body } = await this.call(submit, 'POST', whole);
    return SubmissionSummarySchema.parse((body as { submission: unknown }).submission);
  }

  async submission(id: string) {
    const { body } = await this.call(getSubmission, 'GET', undefined, { context: { params: Promise.resolve({ id }) } });
    return SubmissionSchema.parse((body as { submission: unknown }).submission);
  }

  async submissions(exerciseId = DENSE) {
    const { body } = await this.call(listSubmissions, 'GET', undefined, { query: { exercise: exerciseId } });
    return SubmissionSummarySchema.array().parse((body as { submissions: unknown }).submissions);
  }

  /** Waits until the graders have said what they have to say about it. */
  verdictOn(id: string) {
    return vi.waitUntil(async () => {
      const submission = await this.submission(id);
      return ['graded', 'failed'].includes(submission.status) && submission;
    }, PATIENCE);
  }
}
