import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { makeFixture } from '@/exercises/fixture';
import { type Fixture, readFixture } from '@/grading/fixture';
import type { GradableExercise } from '@/grading/gradable';
import { gradeInPage } from '@/grading/judge';
import { knownToAll } from '@/grading/known-to-all';
import type { Runner } from '@/grading/task';
import { failures, type Proof, prove } from './proof';

/** Bytes, compressed, that a page may load for an exercise: a learner may be on a phone. */
const MOST_BYTES = 350_000;

function holdsPublicChecksAlone(fixture: Fixture, { checks }: GradableExercise): void {
  const text = JSON.stringify(fixture);
  const shown = fixture.checks.find(({ visibility }) => visibility !== 'public');
  prove(shown === undefined, `holds ${shown?.id}, which is hidden`);
  const told = checks.find(({ id, visibility }) => visibility === 'hidden' && text.includes(`"${id}"`));
  prove(told === undefined, `names ${told?.id}, which is hidden`);
  prove(!text.includes('"trusted"'), 'asks the reference');
  // No line of a reference; drivers may well hold the word.
  prove(!JSON.stringify({ ...fixture, drivers: null }).includes('tidy'), 'holds code');
}

/**
 * What must hold of the page's own grading, which has no more than the fixture: it asks what the server asks in public, passes
 * the reference, and says of each known mistake what the server says.
 *
 * @param trusted runs the exercise's own code
 */
export function pageProofs(gradable: GradableExercise, trusted: Runner): Proof[] {
  let made: Promise<string> | undefined;
  const textOf = () => {
    made ??= makeFixture(gradable, trusted);
    return made;
  };
  const { library } = gradable;
  return [
    {
      name: 'the fixture holds public checks and nothing that only the server may know',
      check: async () => {
        const text = await textOf();
        holdsPublicChecksAlone(readFixture(text), gradable);
        const bytes = gzipSync(text).length;
        prove(bytes < MOST_BYTES, `${bytes} bytes are too many for a phone`);
      },
    },
    {
      name: 'the page is asked just what the server asks in public',
      check: async () => {
        const asked: unknown = JSON.parse(JSON.stringify(await knownToAll(gradable, trusted).checks));
        prove(isDeepStrictEqual(readFixture(await textOf()).checks, asked), 'the fixture asks something else');
      },
    },
    {
      name: 'the page passes the reference on its fixture alone, check by check',
      check: async () => {
        const seen: string[] = [];
        const report = await gradeInPage(readFixture(await textOf()), gradable.reference, trusted, {
          library,
          onCheck: ({ id }) => seen.push(id),
        });
        prove(report.passed, failures(report));
        prove(report.authority === 'provisional' && report.version === gradable.version, 'not a report of the page');
        const ids = report.checks.map(({ id }) => id);
        prove(`${seen}` === `${ids}`, `told ${seen} of ${ids}`);
      },
    },
    {
      name: 'the page gives each known mistake the diagnosis that the server gives',
      check: async () => {
        const fixture = readFixture(await textOf());
        for (const { name, source, fails } of gradable.mistakes) {
          const { checks } = await gradeInPage(fixture, source, trusted, { library });
          const said = checks.find(({ id }) => id === fails)?.diagnosis?.id;
          prove(said === `mistake:${name}`, `of ${name} it says ${said ?? 'nothing'}`);
        }
      },
    },
  ];
}
