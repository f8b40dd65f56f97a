import { fill } from '../fill';
import { counted } from '../shown';
import type { FigureTexts } from '../texts';
import { type Choice, variantOf } from './families';
import { memory, timesAs } from './shown';
import { isPublished, nameOf } from './state';
import { BYTES, type Cost, parametersOf, type Walk } from './walk';

type Texts = FigureTexts<'architecture-explorer'>;

const ROWS = [
  { name: 'parameters', of: parametersOf, show: counted },
  { name: 'weights', of: ({ weights }) => weights, show: counted },
  { name: 'biases', of: ({ biases }) => biases, show: counted },
  { name: 'bnParameters', of: ({ bn }) => bn, show: counted },
  { name: 'parameterMemory', of: (cost) => BYTES * parametersOf(cost), show: memory },
  { name: 'macs', of: ({ macs }) => macs, show: counted },
  { name: 'activationMemory', of: ({ bytes }) => bytes, show: memory },
] as const satisfies readonly { name: keyof Texts; of: (cost: Cost) => number; show: (value: number) => string }[];

/** What others have published for a net as it is; a dash for one that is changed. */
function publishedText(texts: Texts, choice: Choice): string {
  const { published } = variantOf(choice);
  if (!published || !isPublished(choice)) return '–';
  const { parameters, macs, source } = published;
  const figures = [
    ...(parameters ? [fill(texts.publishedParameters, { count: parameters })] : []),
    ...(macs ? [fill(texts.publishedMacs, { count: macs })] : []),
  ];
  return `${figures.join(', ')} (${source})`;
}

/** Totals of the nets, and how many times the second one's the first one's are. */
export function Totals(props: { texts: Texts; choices: readonly Choice[]; nets: readonly Walk[] }) {
  const { texts, choices, nets } = props;
  const [first, second] = nets;
  return (
    <section
      className="arch-scroll"
      aria-label={texts.totals}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="figure-table">
        <thead>
          <tr>
            <th scope="col">{texts.totals}</th>
            {choices.map((choice, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a net is its place
              <th key={i} scope="col">
                {nameOf(choice)}
              </th>
            ))}
            {second && <th scope="col">{texts.ratio}</th>}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ name, of, show }) => (
            <tr key={name}>
              <th scope="row">{texts[name]}</th>
              {nets.map(({ total, misfit }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a net is its place
                <td key={i}>{misfit ? '–' : show(of(total))}</td>
              ))}
              {first && second && (
                <td>{first.misfit || second.misfit ? '–' : timesAs(of(first.total), of(second.total))}</td>
              )}
            </tr>
          ))}
          <tr>
            <th scope="row">{texts.published}</th>
            {choices.map((choice, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a net is its place
              <td key={i}>{publishedText(texts, choice)}</td>
            ))}
            {second && <td>–</td>}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
