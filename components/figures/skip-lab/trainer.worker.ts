import { type Frame, RequestSchema } from './protocol';
import { createTrainer } from './trainer';

let current: { run: number; trainer: ReturnType<typeof createTrainer> } | null = null;

addEventListener('message', (event: MessageEvent<unknown>) => {
  const request = RequestSchema.parse(event.data);
  if (request.type === 'new') current = { run: request.run, trainer: createTrainer(request) };
  if (current?.run !== request.run) return;
  const { trainer, run } = current;
  if (request.type === 'advance') trainer.advance(request.steps);
  postMessage({ run, ...trainer.snapshot() } satisfies Frame);
});
