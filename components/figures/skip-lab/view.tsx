import { Button, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import type { TrainingPhase } from '../use-training-worker';
import { FitChart, LossChart, NormBars } from './charts';
import { DEPTH_RANGE, SEEDS, type SkipConfig } from './config';
import { judge, NETS, SHALLOW, type Snapshot } from './trainer';

type Texts = FigureTexts<'skip-lab'>;

export type SkipHandlers = {
  configure: (config: SkipConfig) => void;
  play: () => void;
  pause: () => void;
  step: () => void;
  reset: () => void;
};

/** Small numbers with an exponent, others with three digits. */
function shownLoss(value: number): string {
  return value !== 0 && value < 0.001 ? value.toExponential(0).replace('-', '−') : value.toPrecision(3);
}

function summarize(texts: Texts, depth: number, { now }: Snapshot, phase: TrainingPhase): string {
  if (phase === 'failed') return texts.failed;
  const values = {
    depth,
    shallowDepth: SHALLOW,
    step: now.step,
    shallow: shownLoss(now.shallow),
    plain: shownLoss(now.plain),
    residual: shownLoss(now.residual),
  };
  return `${fill(texts.losses, values)} ${fill(texts.verdicts[judge(depth, now)], values)}`;
}

/** The lab at one moment; without `on` it is the first frame, with its controls off. */
export function SkipView(props: {
  texts: Texts;
  config: SkipConfig;
  snapshot: Snapshot;
  phase: TrainingPhase;
  on?: SkipHandlers;
}) {
  const { texts, config, snapshot, phase, on } = props;
  const { depth, seed, skip } = config;
  const { nets, curve } = snapshot;
  const running = phase === 'running';
  const [shown, other] = skip ? [nets.residual, nets.plain] : [nets.plain, nets.residual];
  const norms = shown.norms;
  const look = (next: boolean) => on && (() => on.configure({ ...config, skip: next }));
  return (
    <div className="skip-lab">
      <div className="figure-buttons">
        <Button primary onPress={on && (running ? on.pause : on.play)}>
          {running ? texts.pause : texts.play}
        </Button>
        <Button disabled={running || phase === 'done'} onPress={on?.step}>
          {texts.one}
        </Button>
        <Button onPress={on?.reset}>{texts.reset}</Button>
        <Button onPress={on && (() => on.configure({ ...config, seed: (seed % SEEDS) + 1 }))}>
          {fill(texts.newSeed, { seed })}
        </Button>
      </div>
      <div className="figure-controls">
        <Slider
          label={texts.depth}
          value={depth}
          {...DEPTH_RANGE}
          text={fill(texts.layers, { depth })}
          onChange={on && ((value) => on.configure({ ...config, depth: value }))}
        />
      </div>
      <div className="figure-pair skip-pair">
        <LossChart
          curve={curve}
          label={fill(texts.lossChart, {
            depth,
            shallowDepth: SHALLOW,
            list: curve
              .filter((_, i) => i % 20 === 0)
              .map((one) =>
                fill(texts.lossAt, {
                  step: one.step,
                  shallow: shownLoss(one.shallow),
                  plain: shownLoss(one.plain),
                  residual: shownLoss(one.residual),
                }),
              )
              .join(' '),
          })}
          xName={texts.stepAxis}
          yName={texts.lossAxis}
        />
        <FitChart nets={nets} label={fill(texts.fitChart, { depth, shallowDepth: SHALLOW })} yName="y" />
      </div>
      <div className="figure-pair skip-pair">
        <NormBars
          shown={shown}
          other={other}
          net={skip ? 'residual' : 'plain'}
          label={fill(skip ? texts.residualNorms : texts.plainNorms, {
            depth,
            first: shownLoss(norms[0] as number),
            middle: shownLoss(norms[Math.floor(depth / 2)] as number),
            last: shownLoss(norms[depth - 1] as number),
          })}
          xName={texts.layerAxis}
          yName={texts.normAxis}
        />
        <div>
          <div className="figure-buttons">
            <Button pressed={!skip} onPress={look(false)}>
              {texts.off}
            </Button>
            <Button pressed={skip} onPress={look(true)}>
              {texts.on}
            </Button>
          </div>
          <p className="figure-key skip-key" aria-hidden="true">
            {NETS.map((name) => (
              <span key={name} data-net={name}>
                {fill(texts[`${name}Key`], { depth, shallowDepth: SHALLOW })}
              </span>
            ))}
            <span data-net="constant">{texts.constantKey}</span>
          </p>
        </div>
      </div>
      <p className="figure-summary skip-summary" aria-live={running ? 'off' : 'polite'}>
        {summarize(texts, depth, snapshot, phase)}
      </p>
      <p className="figure-note">{texts.note}</p>
    </div>
  );
}
