import { createPageRunner } from '@/grading/browser/page-runner';
import { type Fixture, readFixture } from '@/grading/fixture';
import { gradeInPage } from '@/grading/judge';
import type { Library } from '@/grading/library';
import { withSecondOpinion } from '@/grading/second-opinion';
import { loadLibrary } from './my-library';
import type { PageGrader } from './run-controller';
import type { WorkbenchExercise } from './workbench-session';

/** Grades the public checks in this page. Its worker starts at once, to be warm when the first run comes. */
export async function createPageGrader({ fixture: url, runners, usesLayers }: WorkbenchExercise): Promise<PageGrader> {
  const runner = createPageRunner({ urls: runners });
  // What is wrong shows in the first run, which tries again.
  runner.warmUp().catch(() => {});
  const fixture = await loadFixture(url);
  let stop = new AbortController();
  let library: Library | undefined;
  return {
    async grade(source, onCheck, onCurve) {
      // A second opinion on the run before is of no use any more.
      stop.abort();
      stop = new AbortController();
      const { signal } = stop;
      const stoppable = {
        run: (...[job, limits, on]: Parameters<typeof runner.run>) => runner.run(job, limits, { ...on, signal }),
      };
      // Layers may have been passed since the run before, in this tab or another.
      library = usesLayers ? await loadLibrary() : undefined;
      return gradeInPage(fixture, source, stoppable, { onCheck, onCurve, library });
    },
    async secondOpinion(source, report) {
      const { signal } = stop;
      const cpu = createPageRunner({ urls: { webgpu: runners.cpu, webgl: runners.cpu, cpu: runners.cpu } });
      const stoppable = {
        run: (...[job, limits, on]: Parameters<typeof cpu.run>) => cpu.run(job, limits, { ...on, signal }),
      };
      return withSecondOpinion(fixture, source, report, stoppable, library).finally(() => cpu.close());
    },
    stop: () => stop.abort(),
  };
}

async function loadFixture(url: string): Promise<Fixture> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return readFixture(await response.text());
}
