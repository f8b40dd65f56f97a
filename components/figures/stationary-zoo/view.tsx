import { Button, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { ZooDrawing } from './drawing';
import { canRoll, START_RANGE, SURFACE_NAMES, type ZooState } from './state';
import { roll, SURFACES, type SurfaceName } from './surfaces';

type Texts = FigureTexts<'stationary-zoo'>;

export type ZooHandlers = { change: (change: Partial<ZooState>) => void; release: () => void; pause: () => void };

const FORMULAS: Record<SurfaceName, string> = {
  minimum: 'x²',
  maximum: '−x²',
  inflection: 'x³',
  saddle: 'x² − y²',
};

const shown = (value: number) => (Math.abs(value) < 5e-4 ? '0.000' : value.toFixed(3).replace('-', '−'));
/** One number, or a pair in brackets for the surface. */
const tuple = (values: readonly number[]) =>
  values.length === 1 ? shown(values[0] ?? 0) : `(${values.map(shown).join(', ')})`;

function outcomeOf(texts: Texts, { surface }: ZooState, { path, end }: ReturnType<typeof roll>): string {
  if (end === 'rest') return `${texts.rest} ${texts[surface]}`;
  if (end === 'gone') return texts.gone;
  return path.length === 1 ? texts.held : texts.rolling;
}

/** The zoo as drawn for one state; without `on` it is the first frame, with its controls off. */
export function ZooView(props: { texts: Texts; state: ZooState; running: boolean; on?: ZooHandlers }) {
  const { texts, state, running, on } = props;
  const { surface, start } = state;
  const rolled = roll(surface, start, state.steps);
  const [x, y] = rolled.path.at(-1) ?? start;
  const { f, gradient, bends } = SURFACES[surface];
  const axes = surface === 'saddle' ? 2 : 1;
  const change = on?.change;
  const place = tuple([x, y].slice(0, axes));
  const more = canRoll(state);
  return (
    <div className="figure-pair zoo">
      <ZooDrawing name={surface} path={rolled.path} label={fill(texts.label, { f: FORMULAS[surface], at: place })} />
      <div className="boundary-side">
        <div className="figure-buttons">
          {SURFACE_NAMES.map((name) => (
            <Button
              key={name}
              pressed={name === surface}
              onPress={change && (() => change({ surface: name, steps: 0 }))}
            >
              {FORMULAS[name]}
            </Button>
          ))}
        </div>
        <div className="boundary-settings">
          {([0, 1] as const).map((axis) => (
            <Slider
              key={axis}
              label={axis === 0 ? texts.startX : texts.startY}
              value={start[axis]}
              {...START_RANGE}
              text={start[axis].toFixed(2).replace('-', '−')}
              onChange={
                change && axis < axes
                  ? (to) => change({ start: axis === 0 ? [to, start[1]] : [start[0], to], steps: 0 })
                  : undefined
              }
            />
          ))}
        </div>
        <div className="figure-buttons">
          <Button primary onPress={on && (running ? on.pause : on.release)} disabled={!running && !more}>
            {running ? texts.pause : texts.release}
          </Button>
          <Button onPress={change && (() => change({ steps: state.steps + 1 }))} disabled={running || !more}>
            {texts.step}
          </Button>
          <Button onPress={change && (() => change({ steps: 0 }))}>{texts.reset}</Button>
        </div>
        <dl className="landscape-facts">
          {[
            [texts.place, place],
            [texts.height, shown(f(x, y))],
            [texts.slope, tuple(gradient(x, y).slice(0, axes))],
            [texts.bend, tuple(bends(x))],
          ].map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="figure-summary landscape-summary" aria-live={running ? 'off' : 'polite'}>
          {fill(texts.summary, { n: rolled.path.length - 1 })} <strong>{outcomeOf(texts, state, rolled)}</strong>
        </p>
      </div>
    </div>
  );
}
