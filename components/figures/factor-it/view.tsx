import { Button, Select } from '../controls';
import { fill } from '../fill';
import { counted, shown } from '../shown';
import type { FigureTexts } from '../texts';
import { Board, Cells } from './board';
import { type Conv, fieldOf, MOVES, type Move, single, weightsOf } from './chain';
import { allows, bestOf, budgetOf, chainOf, GOAL_NAMES, GOALS, type GoalName, judge, KERNELS } from './goals';
import { CHANNELS, type FactorState, factorInitial, fresh, solved, turned, undone } from './state';

type Texts = FigureTexts<'factor-it'>;

const layersText = (chain: readonly Conv[]) => chain.map(({ kh, kw }) => `${kh}×${kw}`).join(' → ');

/** What the goal says of the chain, and the best answer once it is found. */
function verdictText(texts: Texts, { goal, kernel, channels }: FactorState, chain: readonly Conv[]): string {
  const { height, width } = fieldOf(chain);
  const verdict = judge(goal, kernel, channels, chain);
  const best = bestOf(goal, kernel);
  const budget = budgetOf(goal, kernel, channels);
  return fill(texts.verdicts[verdict], {
    size: kernel,
    height,
    width,
    budget: counted(budget),
    excess: counted(weightsOf(chain, channels) - budget),
    best: counted(weightsOf(best, channels)),
    layers: layersText(best),
  });
}

/** The weights as a bar below that of the single kernel, and the budget as a line across. */
function Bars(props: { label: string; share: number; budget: number }) {
  return (
    <svg className="factor-bars" viewBox="0 0 100 14" preserveAspectRatio="none" role="img" aria-label={props.label}>
      <rect className="factor-single" width="100" height="5" y="1" />
      <rect className="figure-bar-1" width={shown(100 * props.share)} height="5" y="8" />
      <line className="factor-budget" x1={props.budget} x2={props.budget} y1="0" y2="14" />
    </svg>
  );
}

/** The game as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function FactorView(props: { texts: Texts; state: FactorState; onChange?: (state: FactorState) => void }) {
  const { texts, state, onChange } = props;
  const { kernel, channels, goal, turns, at } = state;
  const chain = chainOf(goal, kernel, turns) as Conv[];
  const { height, width } = fieldOf(chain);
  const weights = weightsOf(chain, channels);
  const whole = weightsOf(single(kernel), channels);
  const { percent } = GOALS[goal];
  const make = (move: Move) => {
    const next = turned(state, move);
    return next && onChange && (() => onChange(next));
  };
  const facts = [
    [texts.field, `${height}×${width}`, fill(texts.asked, { value: `${kernel}×${kernel}` })],
    [texts.weights, counted(weights), fill(texts.budget, { value: counted(budgetOf(goal, kernel, channels)) })],
    [texts.multiplyAdds, counted(weights), fill(texts.before, { value: counted(whole) })],
    [texts.nonlinearities, String(chain.length), fill(texts.before, { value: 1 })],
  ];
  const share = shown((100 * weights) / whole, 1);
  return (
    <div className="factor-it">
      <div className="figure-controls factor-settings">
        <Select
          label={texts.kernel}
          value={String(kernel)}
          options={KERNELS.map((n) => ({ value: String(n), label: `${n}×${n}` }))}
          onChange={
            onChange &&
            ((value) => onChange(fresh(state, { kernel: KERNELS.find((n) => String(n) === value) ?? kernel })))
          }
        />
        <Select
          label={texts.channels}
          value={String(channels)}
          options={CHANNELS.map((count) => ({ value: String(count), label: String(count) }))}
          onChange={onChange && ((value) => onChange({ ...state, channels: Number(value) }))}
        />
        <Select<GoalName>
          label={texts.goal}
          value={goal}
          options={GOAL_NAMES.map((name) => ({
            value: name,
            label: fill(texts.goals[name], { percent: GOALS[name].percent }),
          }))}
          onChange={onChange && ((name) => onChange(fresh(state, { goal: name })))}
        />
      </div>
      <fieldset className="figure-buttons factor-moves">
        <legend className="figure-note">{fill(texts.replace, { layer: at + 1 })}</legend>
        {MOVES.filter((move) => allows(goal, move)).map((move) => (
          <Button key={move} disabled={!turned(state, move)} onPress={make(move) ?? undefined}>
            {texts[move]}
          </Button>
        ))}
      </fieldset>
      <div className="figure-buttons factor-moves">
        <Button disabled={turns.length === 0} onPress={onChange && (() => onChange(undone(state)))}>
          {texts.undo}
        </Button>
        <Button
          disabled={judge(goal, kernel, channels, chain) === 'best'}
          onPress={onChange && (() => onChange(solved(state)))}
        >
          {texts.showBest}
        </Button>
        <Button onPress={onChange && (() => onChange(factorInitial))}>{texts.reset}</Button>
      </div>
      <div className="factor-board">
        <Board
          texts={texts}
          chain={chain}
          channels={channels}
          at={at}
          onChoose={onChange && ((index) => onChange({ ...state, at: index }))}
        />
        <div className="factor-field">
          <Cells kh={height} kw={width} frame={kernel} />
          <p className="figure-note">{texts.sees}</p>
        </div>
      </div>
      <Bars label={fill(texts.bars, { share, percent })} share={weights / whole} budget={percent} />
      <dl className="landscape-facts factor-facts">
        {facts.map(([name, value, beside]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value} <span className="figure-note">{beside}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="figure-summary factor-summary" aria-live="polite">
        {fill(texts.summary, { layers: layersText(chain), share, size: kernel, weights: counted(weights) })}{' '}
        <strong>{verdictText(texts, state, chain)}</strong>
      </p>
      <p className="figure-note">{texts.note}</p>
    </div>
  );
}
