import { randomUUID } from 'node:crypto';
import { LearnerEventSchema, type SubmissionInput, SubmissionSummarySchema } from '@/contracts/learning';

/** A member of a running site who submits over HTTP and hears of verdicts on the event stream, as a page does. */
export class BenchLearner {
  #cookie = '';
  readonly #verdicts = new Map<string, () => void>();
  readonly #early = new Set<string>();

  private constructor(readonly url: string) {}

  /** Signs up and listens. */
  static async join(url: string): Promise<BenchLearner> {
    const learner = new BenchLearner(url);
    const person = { name: 'Bench', email: `${randomUUID()}@bench.test`, password: 'gradient descent', locale: 'en' };
    await learner.#post('/api/account/sign-up', person);
    const stream = await fetch(`${url}/api/events`, { headers: { cookie: learner.#cookie } });
    if (!stream.ok || !stream.body) throw new Error(`/api/events: ${stream.status}`);
    // The site's end ends the stream.
    learner.#listen(stream.body).catch(() => {});
    return learner;
  }

  /** Hands in and waits until the page would show the verified report. Milliseconds. */
  async submit(input: Pick<SubmissionInput, 'exercise' | 'source'>): Promise<number> {
    const start = performance.now();
    const answer = await this.#post('/api/submissions', { ...input, clientId: randomUUID(), locale: 'en' });
    const { id } = SubmissionSummarySchema.parse((answer as { submission: unknown }).submission);
    if (!this.#early.has(id)) await new Promise<void>((resolve) => this.#verdicts.set(id, resolve));
    return performance.now() - start;
  }

  async #post(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url, cookie: this.#cookie },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    const set = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    if (set.length > 0) this.#cookie = set.join('; ');
    return response.json();
  }

  async #listen(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('data: ')) this.#heard(JSON.parse(line.slice('data: '.length)));
    }
  }

  #heard(data: unknown): void {
    const event = LearnerEventSchema.safeParse(data).data;
    if (event?.type !== 'submission' || event.submission.status !== 'graded') return;
    const { id } = event.submission;
    // The verdict may be here before the answer to the request.
    this.#early.add(id);
    this.#verdicts.get(id)?.();
  }
}
