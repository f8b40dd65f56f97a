import { startBackend } from './backend';
import { type Frame, RequestSchema } from './protocol';
import { createTrainer } from './trainer';

const backend = startBackend();
let current: { run: number; trainer: ReturnType<typeof createTrainer> } | null = null;

async function answer(data: unknown): Promise<void> {
  const request = RequestSchema.parse(data);
  const chosen = await backend;
  if (request.type === 'new') {
    current?.trainer.dispose();
    current = { run: request.run, trainer: createTrainer(request.config, request.cells) };
  }
  if (current?.run !== request.run) return;
  if (request.type === 'advance') current.trainer.advance(request.steps);
  postMessage({ run: request.run, backend: chosen, ...(await current.trainer.snapshot()) } satisfies Frame);
}

// One request after the other: a new net must not replace one whose snapshot is still being read.
let queue = Promise.resolve();
addEventListener('message', (event: MessageEvent<unknown>) => {
  queue = queue.then(() => answer(event.data)).catch(reportError);
});
