import type { ReactNode } from 'react';
import { Button } from '../controls';
import { PlanePoints } from '../decision-boundary/plane-points';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import type { TrainingPhase } from '../use-training-worker';
import { type LabConfig, REGULARIZERS, type Regularizer, SEEDS } from './config';
import { Curves } from './curves';
import type { Points } from './data';
import type { Measurement, Snapshot } from './trainer';

type Texts = FigureTexts<'regularizer-lab'>;

/** What the view shows besides the settings: `grid` holds logits over `cells` × `cells`, `before` the run before this. */
export type LabPicture = Snapshot & {
  phase: TrainingPhase;
  points: Points;
  grid: Float32Array;
  cells: number;
  before: Measurement[];
};

export type LabHandlers = {
  configure: (config: LabConfig) => void;
  play: () => void;
  pause: () => void;
  reset: () => void;
};

function summarize(texts: Texts, { phase, now, curve, stopped }: LabPicture): string {
  if (phase === 'failed') return texts.failed;
  if (phase === 'untouched') return texts.untrained;
  const best = curve.reduce((least, one) => (one.validation < least.validation ? one : least));
  return [
    fill(stopped ? texts.stopped : texts.state, {
      step: now.step,
      train: now.train.toFixed(3),
      validation: now.validation.toFixed(3),
      gap: (now.validation - now.train).toFixed(3).replace('-', '−'),
      accuracy: (100 * now.accuracy).toFixed(1),
    }),
    stopped ? '' : fill(texts.best, { step: best.step, validation: best.validation.toFixed(3) }),
  ].join(' ');
}

/** The lab at one moment; without `on` it is the first frame, with its controls off. */
export function LabView(props: {
  texts: Texts;
  config: LabConfig;
  picture: LabPicture;
  heat: ReactNode;
  on?: LabHandlers;
}) {
  const { texts, config, picture, on } = props;
  const running = picture.phase === 'running';
  const summary = summarize(texts, picture);
  const toggle = (name: Regularizer) =>
    on?.configure({ ...config, on: REGULARIZERS.filter((one) => (one === name) !== config.on.includes(one)) });
  return (
    <div className="boundary regularizer">
      <div className="boundary-plane" role="img" aria-label={`${texts.plane} ${summary}`}>
        {props.heat}
        <PlanePoints data={picture.points} logits={picture.grid} cells={picture.cells} />
      </div>
      <div className="boundary-side">
        <div className="figure-buttons">
          <Button primary onPress={on && (running ? on.pause : on.play)}>
            {running ? texts.pause : texts.play}
          </Button>
          <Button onPress={on?.reset}>{texts.reset}</Button>
          <Button onPress={on && (() => on.configure({ ...config, seed: (config.seed % SEEDS) + 1 }))}>
            {fill(texts.newSeed, { seed: config.seed })}
          </Button>
        </div>
        <div className="figure-buttons">
          {REGULARIZERS.map((name) => (
            <Button key={name} pressed={config.on.includes(name)} onPress={on && (() => toggle(name))}>
              {texts[name]}
            </Button>
          ))}
        </div>
        <Curves texts={texts} curve={picture.curve} before={picture.before} />
      </div>
      <p className="figure-summary boundary-summary" aria-live={running ? 'off' : 'polite'}>
        {summary}
      </p>
    </div>
  );
}
