import { startBackend } from './backend';
import { type Reply, RequestSchema } from './protocol';
import { createTrainer } from './trainer';

const backend = startBackend();
let current: { run: number; trainer: ReturnType<typeof createTrainer> } | null = null;

async function answer(data: unknown): Promise<Reply | null> {
  const request = RequestSchema.parse(data);
  try {
    const chosen = await backend;
    if (request.type === 'new') {
      current?.trainer.dispose();
      current = { run: request.run, trainer: createTrainer(request.config, request.cells) };
    }
    if (current?.run !== request.run) return null;
    if (request.type === 'advance') current.trainer.advance(request.steps);
    return { type: 'frame', run: request.run, backend: chosen, ...(await current.trainer.snapshot()) };
  } catch (error) {
    return { type: 'failed', run: request.run, message: String(error) };
  }
}

// One request after the other: a new net must not replace one whose snapshot is still being read.
let queue = Promise.resolve();
addEventListener('message', (event: MessageEvent<unknown>) => {
  queue = queue.then(async () => {
    const reply = await answer(event.data);
    if (reply) postMessage(reply);
  });
});
