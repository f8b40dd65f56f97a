import { Button } from '../controls';
import { fill } from '../fill';
import { counted } from '../shown';
import type { FigureTexts } from '../texts';
import type { Choice, FamilyName } from './families';
import { LayerTable } from './layer-table';
import { NetSettings } from './net-settings';
import { percent, timesAs } from './shown';
import { StageList } from './stage-list';
import { type ArchState, nameOf } from './state';
import { Totals } from './totals';
import { leastSide, parametersOf, type Walk, type WalkedStage, walk } from './walk';

type Texts = FigureTexts<'architecture-explorer'>;

export type ArchHandlers = {
  family: (net: number, family: FamilyName) => void;
  choice: (net: number, change: Partial<Omit<Choice, 'family'>>) => void;
  open: (net: number, stage: number) => void;
  compare: () => void;
  scale: () => void;
  csv: (net: number) => void;
  code: (net: number) => void;
  copy: () => void;
  reset: () => void;
};

/** The code of a net that is shown, and what has come of copying it. */
export type ShownCode = { net: number; text: string; said: string };

function largestBy(stages: readonly WalkedStage[], of: (stage: WalkedStage) => number): WalkedStage {
  return stages.reduce((best, stage) => (of(stage) > of(best) ? stage : best));
}

/** Where parameters and MACs sit, or why the net does not fit its input. */
function netText(texts: Texts, choice: Choice, { stages, total, misfit }: Walk): string {
  const { side } = choice;
  if (misfit) {
    const { name, k, side: left } = misfit;
    return fill(texts.misfit, { net: nameOf(choice), layer: name, k, left, side, least: leastSide(choice) });
  }
  const heavy = largestBy(stages, parametersOf);
  const busy = largestBy(stages, ({ macs }) => macs);
  return fill(texts.summary, {
    net: nameOf(choice),
    side,
    parameters: counted(parametersOf(total)),
    share: percent(parametersOf(heavy), parametersOf(total)),
    stage: heavy.name,
    macs: counted(total.macs),
    macShare: percent(busy.macs, total.macs),
    macStage: busy.name,
  });
}

/** The explorer as drawn for one state; without `on` it is the first frame, with its controls off. */
export function ArchView(props: { texts: Texts; state: ArchState; code: ShownCode | null; on?: ArchHandlers }) {
  const { texts, state, code, on } = props;
  const { nets: choices, scale, open } = state;
  const nets = choices.map(walk);
  const maps = nets.flatMap(({ input, stages }) => [input, ...stages]);
  const most = {
    width: Math.max(...maps.map(({ channels }) => channels)),
    height: Math.max(...maps.map(({ side }) => side)),
  };
  const stages = nets.flatMap((net) => net.stages);
  const largest =
    scale === 'own'
      ? null
      : {
          parameters: Math.max(...stages.map(parametersOf)),
          macs: Math.max(...stages.map(({ macs }) => macs)),
        };
  const [first, second] = nets;
  const opened = open && nets[open.net]?.stages[open.stage];
  return (
    <div className="arch">
      <div className="figure-buttons">
        <Button pressed={choices.length === 2} onPress={on?.compare}>
          {texts.compare}
        </Button>
        <Button pressed={scale === 'shared'} disabled={choices.length < 2} onPress={on?.scale}>
          {texts.shared}
        </Button>
        <Button onPress={on?.reset}>{texts.reset}</Button>
      </div>
      <p className="arch-key">
        <span data-kind="parameters">{texts.parameters}</span>
        <span data-kind="macs">{texts.macs}</span>
        <span>{scale === 'own' ? texts.ofOwn : texts.ofLargest}</span>
      </p>
      <div className="figure-pair">
        {choices.map((choice, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a net is its place
          <div key={i}>
            <NetSettings
              texts={texts}
              place={i + 1}
              choice={choice}
              onFamily={on && ((family) => on.family(i, family))}
              onChange={on && ((change) => on.choice(i, change))}
            />
            <StageList
              texts={texts}
              choice={choice}
              net={nets[i] as Walk}
              most={most}
              largest={largest}
              open={open?.net === i ? open.stage : null}
              onOpen={on && ((stage) => on.open(i, stage))}
            />
          </div>
        ))}
      </div>
      <div className="figure-summary arch-said" data-nets={choices.length} aria-live="polite">
        {choices.map((choice, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a net is its place
          <p key={i} data-broken={nets[i]?.misfit !== null}>
            {netText(texts, choice, nets[i] as Walk)}
          </p>
        ))}
        {first && second && !first.misfit && !second.misfit && (
          <p>
            {fill(texts.ratioSummary, {
              a: nameOf(choices[0] as Choice),
              b: nameOf(choices[1] as Choice),
              parameters: timesAs(parametersOf(first.total), parametersOf(second.total)),
              macs: timesAs(first.total.macs, second.total.macs),
            })}
          </p>
        )}
      </div>
      {open && opened ? (
        <LayerTable
          key={`${open.net}.${open.stage}`}
          texts={texts}
          net={nameOf(choices[open.net] as Choice)}
          stage={opened}
        />
      ) : (
        <p className="figure-note arch-layers">{texts.openOne}</p>
      )}
      <Totals texts={texts} choices={choices} nets={nets} />
      <div className="figure-buttons arch-export">
        {choices.map((choice, i) => {
          const broken = nets[i]?.misfit !== null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a net is its place
            <div key={i} className="figure-buttons">
              <Button disabled={broken} onPress={on && (() => on.csv(i))}>
                {fill(texts.csv, { net: nameOf(choice) })}
              </Button>
              <Button pressed={code?.net === i} disabled={broken} onPress={on && (() => on.code(i))}>
                {fill(texts.code, { net: nameOf(choice) })}
              </Button>
            </div>
          );
        })}
      </div>
      {code && (
        <section className="arch-code" aria-label={fill(texts.code, { net: nameOf(choices[code.net] as Choice) })}>
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
          >
            {code.text}
          </pre>
          <div className="figure-buttons arch-copy">
            <Button onPress={on?.copy}>{texts.copy}</Button>
            <p className="figure-note" role="status">
              {code.said}
            </p>
          </div>
        </section>
      )}
      <p className="figure-note">{texts.note}</p>
    </div>
  );
}
