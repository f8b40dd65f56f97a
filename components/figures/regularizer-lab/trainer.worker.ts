import { gridPoints } from '../decision-boundary/plane';
import { type Frame, RequestSchema } from './protocol';
import { createTrainer } from './trainer';

let current: { run: number; grid: Float32Array; trainer: ReturnType<typeof createTrainer> } | null = null;

addEventListener('message', (event: MessageEvent<unknown>) => {
  const request = RequestSchema.parse(event.data);
  if (request.type === 'new') {
    current = { run: request.run, grid: gridPoints(request.cells), trainer: createTrainer(request.config) };
  }
  if (current?.run !== request.run) return;
  const { trainer, grid, run } = current;
  if (request.type === 'advance') trainer.advance(request.steps);
  postMessage({ run, ...trainer.snapshot(), grid: trainer.logits(grid) } satisfies Frame);
});
