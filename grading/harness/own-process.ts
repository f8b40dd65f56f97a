// A process of `createProcessRunner`: runs the jobs it is sent, one after the other, and leaves with who started it.
import { inProcessRunner } from './in-process';
import type { FromProcess, ToProcess } from './process-runner';

const tell = (message: FromProcess) => process.send?.(message);

// A terminal's Ctrl-C reaches the whole group; who started this process says when it ends.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit(0));

process.on('message', async ({ job, limits }: ToProcess) => {
  try {
    const outcome = await inProcessRunner.run(job, limits, {
      observation: (observation) => tell({ type: 'observation', observation }),
      point: (...point) => tell({ type: 'point', point }),
    });
    tell({ type: 'outcome', outcome });
  } catch (error) {
    tell({ type: 'failed', message: String(error) });
  }
});
