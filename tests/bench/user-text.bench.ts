import { renderToStaticMarkup } from 'react-dom/server';
import { textComponents } from '../../components/discussion/markdown/components';
import { FORMULAS } from '../../components/discussion/markdown/formulas';
import { renderMarkdown } from '../../components/discussion/markdown/render';
import { TooCostly } from '../../contracts/markdown';
import { BOMBS } from '../../contracts/markdown-bombs';
import { type Measurement, measurement, median } from './measurement';

export const names = ['text.bomb', 'text.honest'];

const RUNS = 3;
const HONEST = 'honest text';

/** Milliseconds until a text is drawn, or refused. */
function draw(text: string): number {
  const components = textComponents({ names: undefined, labels: { done: 'done', open: 'open' } });
  const start = performance.now();
  try {
    const options = { prefix: 'text1-', components, formulas: FORMULAS, footnotes: 'Footnotes' };
    renderToStaticMarkup(renderMarkdown(text, options));
  } catch (error) {
    if (!(error instanceof TooCostly || error instanceof RangeError)) throw error;
  }
  return performance.now() - start;
}

/** What a hostile text costs its reader, as a multiple of a long honest one. */
export async function measure(): Promise<Measurement[]> {
  draw(BOMBS[HONEST] ?? '');
  const times = Object.entries(BOMBS).map(
    ([name, text]) => [name, Array.from({ length: RUNS }, () => draw(text))] as const,
  );
  const honest = times.find(([name]) => name === HONEST)?.[1] ?? [];
  const [worst, slowest] = times.reduce((most, one) => (median(one[1]) > median(most[1]) ? one : most));
  return [
    measurement('text.honest', honest, 'ms', 'a long honest post'),
    measurement(
      'text.bombRatio',
      slowest.map((ms, run) => ms / (honest[run] ?? Number.NaN)),
      '×',
      `the costliest of ${times.length}: ${worst}`,
    ),
  ];
}
