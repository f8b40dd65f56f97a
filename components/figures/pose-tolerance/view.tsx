import { Button, Select, Slider } from '../controls';
import { fill } from '../fill';
import { shown } from '../shown';
import type { FigureTexts } from '../texts';
import { Curve } from './curve';
import { Drawing, type DrawingHandlers, type Verdict } from './drawing';
import { JOINTS } from './skeleton';
import {
  ALPHA_RANGE,
  type PoseState,
  PRESET_NAMES,
  PRESETS,
  poseInitial,
  poseOf,
  presetOf,
  REFERENCES,
  type Reference,
  SIZE_RANGE,
  withVisibility,
} from './state';

type Texts = FigureTexts<'pose-tolerance'>;

export type PoseHandlers = DrawingHandlers & { change: (state: PoseState) => void };

const percent = (share: number) => (100 * share).toFixed(1);

/** What the size of the person has to do with it. */
function sizeText(texts: Texts, state: PoseState): string {
  const { reference, size, errors } = state;
  if (size === 100) return reference === 'fixed' ? texts.fixedFull : '';
  const before = percent(poseOf({ ...state, size: 100 }).mean);
  if (reference === 'fixed') return fill(errors === 'scaled' ? texts.fixedScaled : texts.fixedSame, { before });
  return fill(errors === 'scaled' ? texts.lengthScaled : texts.lengthSame, { before });
}

function summaryOf(texts: Texts, state: PoseState): string {
  const { length, tolerance, mean, perJoint } = poseOf(state);
  const hidden = JOINTS.filter((_, joint) => !state.visible[joint]).map((name) => texts.joints[name]);
  if (hidden.length === JOINTS.length) return texts.noneVisible;
  const summary = fill(texts.summary, {
    right: perJoint.filter((share) => share === 1).length,
    visible: JOINTS.length - hidden.length,
    alpha: (state.alpha / 100).toFixed(2),
    length: shown(length, 1),
    tolerance: shown(tolerance, 2),
    pck: percent(mean),
  });
  return [
    summary,
    hidden.length > 0 ? fill(texts.notCounted, { names: hidden.join(', ') }) : '',
    sizeText(texts, state),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The figure as drawn for one state; without `on` it is the first frame, with its controls off. */
export function PoseView(props: { texts: Texts; state: PoseState; on?: PoseHandlers }) {
  const { texts, state, on } = props;
  const { visible, size, errors, reference, joint } = state;
  const { distances, length, mean, perJoint } = poseOf(state);
  const alpha = state.alpha / 100;
  const verdicts = perJoint.map((share): Verdict => {
    if (Number.isNaN(share)) return 'hidden';
    return share === 1 ? 'right' : 'wrong';
  });
  const named = (at: number) => texts.joints[JOINTS[at] ?? 'head'];
  const said = (at: number) => {
    const distance = distances[at] as number;
    return fill(texts.jointSummary, {
      joint: named(at),
      distance: distance.toFixed(1),
      length: shown(length, 1),
      share: (distance / length).toFixed(3),
      verdict: texts[verdicts[at] ?? 'hidden'],
    });
  };
  const set = on && ((change: Partial<PoseState>) => on.change({ ...state, ...change }));
  const toAlpha = set && ((to: number) => set({ alpha: Math.round(Math.max(0, Math.min(100, 100 * to))) }));
  const preset = presetOf(state);
  const counts = (['right', 'wrong', 'hidden'] as const).map(
    (verdict) => `${texts[verdict]} ${verdicts.filter((one) => one === verdict).length}`,
  );
  const shareText = Number.isNaN(mean) ? 'NaN' : `${percent(mean)} %`;
  return (
    <div className="pose">
      <div className="figure-buttons">
        {PRESET_NAMES.map((name) => (
          <Button key={name} pressed={preset === name} onPress={set && (() => set({ offsets: PRESETS[name] }))}>
            {texts[name]}
          </Button>
        ))}
        <Button onPress={on && (() => on.change(poseInitial))}>{texts.reset}</Button>
      </div>
      <div className="figure-pair">
        <div>
          <p className="figure-note">{texts.drawing}</p>
          <Drawing
            texts={texts}
            state={state}
            verdicts={verdicts}
            label={fill(texts.drawingLabel, { counts: counts.join(', ') })}
            on={on}
          />
        </div>
        <div>
          <p className="figure-note">{texts.curve}</p>
          <Curve
            distances={distances.filter((_, at) => visible[at]).map((distance) => distance / length)}
            alpha={alpha}
            share={mean}
            label={fill(texts.curveLabel, { alpha: alpha.toFixed(2), pck: shareText })}
            handleLabel={texts.alphaHandle}
            handleText={`α ${alpha.toFixed(2)}, PCK ${shareText}`}
            yName={texts.pckAxis}
            onAlpha={toAlpha}
          />
          <div className="figure-controls">
            <Slider
              label={texts.alpha}
              value={state.alpha}
              {...ALPHA_RANGE}
              text={alpha.toFixed(2)}
              onChange={set && ((value) => set({ alpha: value }))}
            />
            <Select<Reference>
              label={texts.reference}
              value={reference}
              options={REFERENCES.map((value) => ({ value, label: texts[value] }))}
              onChange={set && ((value) => set({ reference: value }))}
            />
          </div>
        </div>
      </div>
      <p className="figure-summary pose-summary" aria-live="polite">
        {summaryOf(texts, state)}
      </p>
      <div className="figure-controls">
        <Slider
          label={texts.size}
          value={size}
          {...SIZE_RANGE}
          text={`${size} %`}
          onChange={set && ((value) => set({ size: value }))}
        />
        <Select<PoseState['errors']>
          label={texts.errors}
          value={errors}
          options={[
            { value: 'same', label: texts.same },
            { value: 'scaled', label: texts.scaled },
          ]}
          onChange={set && ((value) => set({ errors: value }))}
        />
        <Select
          label={texts.joint}
          value={String(joint)}
          options={JOINTS.map((_, at) => ({ value: String(at), label: named(at) }))}
          onChange={set && ((value) => set({ joint: Number(value) }))}
        />
        <div className="figure-buttons">
          <Button pressed={visible[joint]} onPress={on && (() => on.change(withVisibility(state, joint)))}>
            {fill(texts.visible, { joint: named(joint) })}
          </Button>
        </div>
      </div>
      <p className="pose-chosen-joint">{said(joint)}</p>
      <p className="figure-note">{texts.help}</p>
    </div>
  );
}
