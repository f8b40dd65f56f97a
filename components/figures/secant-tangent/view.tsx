import { Button, Select, Slider } from '../controls';
import { fill } from '../fill';
import { Plot, type PlotFrame, plotPath, toX, toY } from '../plot';
import { PlotHandle } from '../plot-handle';
import type { FigureTexts } from '../texts';
import { CURVES, type CurveName, errorCurve, quotients, rulingError } from './difference';
import { CURVE_NAMES, LOG_H_RANGE, type SecantState, X_RANGE } from './state';

type Texts = FigureTexts<'secant-tangent'>;

const FRAMES: Record<CurveName, PlotFrame> = {
  exp: { x: [-2.5, 3.2], y: [-2, 12], width: 300, height: 260 },
  sin: { x: [-3.2, 3.2], y: [-2, 2], width: 300, height: 260 },
  square: { x: [-3.2, 3.2], y: [-2, 9], width: 300, height: 260 },
};
const ERRORS: PlotFrame = { x: [-12, 0.4], y: [-12, 1], width: 300, height: 260 };
/** Errors of exactly 0 have no logarithm; they lie on the floor of the picture. */
const logError = (error: number) => Math.max(ERRORS.y[0], Math.log10(error));

const minus = (text: string) => text.replaceAll('-', '−');
const superscript = (value: number) =>
  String(value).replace(/[-\d]/g, (digit) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(digit)] ?? digit);
const power = (exponent: number) => `10${superscript(exponent)}`;
const shown = (value: number) => minus(value.toFixed(6));

/** `1.8 × 10⁻³`, `10⁻³`, `0`: two digits and the power of ten. */
function scientific(value: number): string {
  if (value === 0) return '0';
  const [digits = '', exponent = ''] = value.toExponential(1).split('e');
  return digits === '1.0' ? power(Number(exponent)) : `${digits} × ${power(Number(exponent))}`;
}

/** A straight line through (x, y) of the given slope, across the frame. */
const lineAt = (frame: PlotFrame, x: number, y: number, slope: number) =>
  plotPath(
    frame,
    frame.x.map((at) => [at, y + slope * (at - x)]),
  );

function CurvePlot(props: { texts: Texts; state: SecantState; label: string; onX?: (x: number) => void }) {
  const { state, texts, onX } = props;
  const { curve, x, logH } = state;
  const frame = FRAMES[curve];
  const { f, slope } = CURVES[curve];
  const h = 10 ** logH;
  const { forward, central } = quotients(curve, x, h, state.precision);
  const samples = Array.from({ length: 81 }, (_, n) => frame.x[0] + (n / 80) * (frame.x[1] - frame.x[0]));
  const dots = [x - h, x + h].map((at) => [at, f(at)] as const);
  return (
    <Plot
      frame={frame}
      label={props.label}
      interactive
      xTicks={[-2, 0, 2].map((at) => ({ at, text: minus(String(at)) }))}
      yTicks={(curve === 'sin' ? [-1, 0, 1] : [0, 4, 8]).map((at) => ({ at, text: minus(String(at)) }))}
      xName="x"
      yName="f(x)"
      over={
        <PlotHandle
          frame={frame}
          at={[x, f(x)]}
          along="x"
          nudge={[X_RANGE.step, 0]}
          label={texts.point}
          text={fill(texts.pointAt, { x: minus(x.toFixed(1)) })}
          onMove={onX && (([to]) => onX(to))}
        >
          <circle r="6" className="landscape-now" />
        </PlotHandle>
      }
    >
      <path d={lineAt(frame, x, f(x), slope(x))} className="secant-tangent-line" />
      <path d={lineAt(frame, x, f(x), forward.slope)} className="secant-forward" />
      <path d={lineAt(frame, x + h, f(x + h), central.slope)} className="secant-central" />
      <path
        d={plotPath(
          frame,
          samples.map((at) => [at, f(at)]),
        )}
        className="landscape-line"
      />
      {dots.map(([at, value]) => (
        <circle key={at} cx={toX(frame, at).toFixed(1)} cy={toY(frame, value).toFixed(1)} r="3.5" fill="currentColor" />
      ))}
    </Plot>
  );
}

function ErrorPlot({ state, texts, label }: { state: SecantState; texts: Texts; label: string }) {
  const { curve, x, logH, precision } = state;
  const errors = errorCurve(curve, x, precision);
  const { forward, central } = quotients(curve, x, 10 ** logH, precision);
  const ticks = [-12, -9, -6, -3, 0].map((at) => ({ at, text: power(at) }));
  return (
    <Plot frame={ERRORS} label={label} xTicks={ticks} yTicks={ticks} xName="h" yName={texts.errorAxis}>
      <line x1={toX(ERRORS, logH)} x2={toX(ERRORS, logH)} y1="0" y2={ERRORS.height} className="secant-now" />
      <path
        d={plotPath(
          ERRORS,
          errors.map((one) => [one.log, logError(one.forward)]),
        )}
        className="secant-forward"
      />
      <path
        d={plotPath(
          ERRORS,
          errors.map((one) => [one.log, logError(one.central)]),
        )}
        className="secant-central"
      />
      <circle cx={toX(ERRORS, logH)} cy={toY(ERRORS, logError(forward.error)).toFixed(1)} r="4" data-series="2" />
      <circle cx={toX(ERRORS, logH)} cy={toY(ERRORS, logError(central.error)).toFixed(1)} r="4" data-series="3" />
    </Plot>
  );
}

/** Secants, tangent and their errors as drawn for one state; without `onChange` the first frame, with its controls off. */
export function SecantView(props: { texts: Texts; state: SecantState; onChange?: (state: SecantState) => void }) {
  const { texts, state, onChange } = props;
  const { curve, x, logH, precision } = state;
  const set = onChange && ((change: Partial<SecantState>) => onChange({ ...state, ...change }));
  const { forward, central } = quotients(curve, x, 10 ** logH, precision);
  const truth = CURVES[curve].slope(x);
  const setX = (to: number) => set?.({ x: +Math.min(X_RANGE.max, Math.max(X_RANGE.min, to)).toFixed(1) + 0 });
  const h = scientific(10 ** logH);
  return (
    <div className="secant">
      <div className="figure-pair">
        <div>
          <p className="figure-note">{texts.left}</p>
          <CurvePlot texts={texts} state={state} label={texts.leftLabel} onX={set && setX} />
        </div>
        <div>
          <p className="figure-note">{texts.right}</p>
          <ErrorPlot texts={texts} state={state} label={texts.rightLabel} />
        </div>
      </div>
      <div className="figure-controls">
        <Slider
          label={texts.h}
          value={logH}
          {...LOG_H_RANGE}
          text={h}
          onChange={set && ((value) => set({ logH: value }))}
        />
        <Select<CurveName>
          label={texts.curve}
          value={curve}
          options={CURVE_NAMES.map((value) => ({ value, label: texts[value] }))}
          onChange={set && ((value) => set({ curve: value }))}
        />
        <div className="figure-buttons">
          {(['float64', 'float32'] as const).map((value) => (
            <Button key={value} pressed={precision === value} onPress={set && (() => set({ precision: value }))}>
              {value}
            </Button>
          ))}
        </div>
      </div>
      <dl className="landscape-facts">
        {(
          [
            [texts.tangent, shown(truth), null],
            [texts.forward, shown(forward.slope), forward.error],
            [texts.central, shown(central.slope), central.error],
          ] as const
        ).map(([name, value, error], n) => (
          <div key={name} data-series={n + 1}>
            <dt>{name}</dt>
            <dd>
              {value} {error !== null && <span>{fill(texts.error, { error: scientific(error) })}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="figure-summary landscape-summary" aria-live="polite">
        {fill(texts.summary, { h, better: central.error < forward.error ? texts.centralBetter : texts.notBetter })}{' '}
        <strong>{texts[rulingError(curve, x, 10 ** logH, precision)]}</strong>
      </p>
    </div>
  );
}
