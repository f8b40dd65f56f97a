import type { ReactNode } from 'react';
import { Button, Select, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import type { TrainingPhase } from '../use-training-worker';
import {
  ACTIVATIONS,
  type Activation,
  type BoundaryConfig,
  DATASETS,
  type DatasetName,
  DEPTH_RANGE,
  RATES,
  WIDTH_RANGE,
} from './config';
import type { PlaneData } from './datasets';
import { type LossPoint, lossPath } from './loss-history';
import { hasBothClasses, unpackPoints } from './own-points';
import { isAffine, zeroContour } from './plane';
import { PlanePoints } from './plane-points';
import type { Backend } from './protocol';
import { UnitMaps, type UnitName } from './unit-maps';
import type { UnitMap } from './units';

type Texts = FigureTexts<'decision-boundary'>;

/** What the view shows besides the settings. `logits` is a grid of `cells` × `cells`. */
export type BoundaryPicture = {
  phase: TrainingPhase;
  data: PlaneData;
  logits: Float32Array;
  cells: number;
  units: UnitMap[][];
  step: number;
  loss: number | null;
  accuracy: number | null;
  history: LossPoint[];
  backend: Backend | null;
  speed: number;
};

export type BoundaryHandlers = {
  configure: (config: BoundaryConfig) => void;
  play: () => void;
  pause: () => void;
  step: () => void;
  reset: () => void;
  setSpeed: (stepsPerFrame: number) => void;
  show: (unit: UnitName | null) => void;
};

export const SPEEDS = [1, 4, 16] as const;

function summarize(texts: Texts, config: BoundaryConfig, picture: BoundaryPicture): string {
  const straight = isAffine(picture.logits, picture.cells);
  const crosses = zeroContour(picture.logits, picture.cells) !== '';
  const shape = crosses ? (straight ? texts.straight : texts.bent) : texts.noBoundary;
  const net =
    config.depth === 0
      ? texts.netLinear
      : fill(texts.net, { depth: config.depth, width: config.width, activation: texts[config.activation] });
  const state =
    picture.loss === null || picture.accuracy === null
      ? texts.untrained
      : fill(texts.state, {
          step: picture.step,
          loss: picture.loss.toFixed(3),
          accuracy: (100 * picture.accuracy).toFixed(1),
        });
  return `${texts[config.dataset]}. ${net} ${state} ${shape}`;
}

function LossCurve({ texts, history }: { texts: Texts; history: LossPoint[] }) {
  const { path, top } = lossPath(history, 240, 80);
  return (
    <div className="boundary-loss">
      <span className="figure-note">{texts.lossTitle}</span>
      <svg viewBox="-26 -6 272 92" role="img" aria-label={texts.lossTitle}>
        <line x1="0" y1="80" x2="240" y2="80" className="figure-axis" />
        <line x1="0" y1="0" x2="0" y2="80" className="figure-axis" />
        <text x="-4" y="4" className="figure-tick" textAnchor="end">
          {top.toFixed(1)}
        </text>
        <text x="-4" y="84" className="figure-tick" textAnchor="end">
          0
        </text>
        <path d={path} className="boundary-curve" />
      </svg>
    </div>
  );
}

function backendText(texts: Texts, { phase, backend }: BoundaryPicture, trainable: boolean): string {
  if (phase === 'failed') return texts.failed;
  if (!trainable) return texts.needsBoth;
  if (!backend) return phase === 'untouched' ? texts.notLoaded : texts.loading;
  return backend.name === 'cpu' ? texts.onCpu : fill(texts.onWebgpu, { adapter: backend.adapter || texts.unnamed });
}

/** The live decision boundary as drawn for one moment; without `on` it is the first frame, with its controls off. */
export function BoundaryView(props: {
  texts: Texts;
  config: BoundaryConfig;
  picture: BoundaryPicture;
  heat: ReactNode;
  /** Draws the map of one unit. */
  tile: (map: UnitMap) => ReactNode;
  /** The unit that `heat` shows in place of the output. */
  shown?: UnitName | null;
  /** What takes the reader's own points: over the plane, and beside it. */
  board?: ReactNode;
  editor?: ReactNode;
  on?: BoundaryHandlers;
}) {
  const { texts, config, picture, on, shown = null } = props;
  const set = on && ((change: Partial<BoundaryConfig>) => on.configure({ ...config, ...change }));
  const running = picture.phase === 'running';
  const trainable = config.dataset !== 'own' || hasBothClasses(unpackPoints(config.own) ?? []);
  const description = summarize(texts, config, picture);
  return (
    <div className="boundary">
      <div>
        <div className="boundary-plane">
          <div role="img" aria-label={description}>
            {props.heat}
            <PlanePoints data={picture.data} logits={picture.logits} cells={picture.cells} />
          </div>
          {props.board}
        </div>
        <UnitMaps texts={texts} layers={picture.units} shown={shown} tile={props.tile} onShow={on?.show} />
      </div>
      <div className="boundary-side">
        <div className="figure-buttons">
          <Button primary onPress={on && (running ? on.pause : on.play)} disabled={!trainable}>
            {running ? texts.pause : texts.play}
          </Button>
          <Button onPress={on?.step} disabled={running || !trainable}>
            {texts.step}
          </Button>
          <Button onPress={on?.reset}>{texts.reset}</Button>
        </div>
        {props.editor}
        <div className="boundary-settings">
          <Select<DatasetName>
            label={texts.dataset}
            value={config.dataset}
            options={DATASETS.map((value) => ({ value, label: texts[value] }))}
            onChange={set && ((dataset) => set({ dataset }))}
          />
          <Select<Activation>
            label={texts.activation}
            value={config.activation}
            options={ACTIVATIONS.map((value) => ({ value, label: texts[value] }))}
            onChange={set && ((activation) => set({ activation }))}
          />
          <Slider
            label={texts.depth}
            value={config.depth}
            {...DEPTH_RANGE}
            text={String(config.depth)}
            onChange={set && ((depth) => set({ depth }))}
          />
          <Slider
            label={texts.width}
            value={config.width}
            {...WIDTH_RANGE}
            text={String(config.width)}
            onChange={set && ((width) => set({ width }))}
          />
          <Slider
            label={texts.rate}
            value={RATES.indexOf(config.rate)}
            min={0}
            max={RATES.length - 1}
            step={1}
            text={String(config.rate)}
            onChange={set && ((index) => set({ rate: RATES[index] ?? config.rate }))}
          />
          <Select
            label={texts.speed}
            value={String(picture.speed)}
            options={SPEEDS.map((speed) => ({ value: String(speed), label: fill(texts.speedOf, { n: speed }) }))}
            onChange={on && ((speed) => on.setSpeed(Number(speed)))}
          />
        </div>
        <div className="figure-buttons">
          <Button onPress={set && (() => set({ seed: (config.seed % 9999) + 1 }))}>
            {fill(texts.newSeed, { seed: config.seed })}
          </Button>
        </div>
        <LossCurve texts={texts} history={picture.history} />
      </div>
      <p className="figure-summary boundary-summary" aria-live={running ? 'off' : 'polite'}>
        {description}
      </p>
      <p className="figure-note boundary-backend" role="status">
        {backendText(texts, picture, trainable)}
      </p>
    </div>
  );
}
