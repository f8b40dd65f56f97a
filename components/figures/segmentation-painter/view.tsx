import type { ReactNode } from 'react';
import { Button } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { LabelMap } from './label-map';
import { type Scores, scoresOf } from './metrics';
import {
  CLASS_COUNT,
  CLASSES,
  IGNORE,
  PRESETS,
  type Prediction,
  type PresetName,
  predictionOf,
  presetOf,
  TRUTH,
} from './state';
import { ConfusionTable, IouTable } from './tables';

type Texts = FigureTexts<'segmentation-painter'>;

export type SegmentationHandlers = {
  choose: (name: PresetName) => void;
  brush: (label: number) => void;
  undo?: () => void;
  reset: () => void;
};

/** What the live figure puts into the view beside the prediction. */
export type SegmentationParts = { brush: number; message: string; board?: ReactNode };

export const AT_REST: SegmentationParts = { brush: 1, message: '' };

const namesOf = (texts: Texts) => CLASSES.map((name) => texts.classes[name]);

const percent = (share: number) => (100 * share).toFixed(1);

function summaryOf(texts: Texts, prediction: Prediction, { accuracy, miou, classes, counted }: Scores): string {
  const right = classes.reduce((sum, { tp }) => sum + tp, 0);
  const blank = scoresOf(predictionOf('background'), TRUTH, CLASS_COUNT, IGNORE);
  const missed = namesOf(texts).filter((_, k) => classes[k]?.tp === 0);
  const remark = () => {
    if (presetOf(prediction) === 'perfect') return texts.allRight;
    if (missed.length > 0) return fill(texts.missed, { names: missed.join(', ') });
    if (accuracy < blank.accuracy) return fill(texts.belowBlank, { blank: percent(blank.accuracy) });
    return fill(texts.aboveBlank, { more: (100 * (accuracy - blank.accuracy)).toFixed(1), miou: percent(blank.miou) });
  };
  const values = { right, counted, accuracy: percent(accuracy), miou: percent(miou) };
  return `${fill(texts.summary, values)} ${remark()}`;
}

/** The painter as drawn for one prediction; without `on` it is the first frame, with its controls off. */
export function SegmentationView(props: {
  texts: Texts;
  prediction: Prediction;
  parts: SegmentationParts;
  on?: SegmentationHandlers;
}) {
  const { texts, prediction, parts, on } = props;
  const scores = scoresOf(prediction, TRUTH, CLASS_COUNT, IGNORE);
  const names = namesOf(texts);
  const counts = names.map((name, k) => `${name} ${prediction.filter((label) => label === k).length}`);
  const wrong = scores.counted - scores.classes.reduce((sum, { tp }) => sum + tp, 0);
  const preset = presetOf(prediction);
  return (
    <div className="segmentation">
      <div className="figure-buttons">
        {PRESETS.map((name) => (
          <Button key={name} pressed={preset === name} onPress={on && (() => on.choose(name))}>
            {texts[name]}
          </Button>
        ))}
      </div>
      <div className="figure-pair">
        <div>
          <p className="figure-note">{texts.truth}</p>
          <LabelMap labels={TRUTH} label={texts.truthLabel} />
        </div>
        <div>
          <p className="figure-note">{texts.prediction}</p>
          <LabelMap
            labels={prediction}
            label={fill(texts.predictionLabel, { counts: counts.join(', '), wrong })}
            isChecked
          >
            {parts.board}
          </LabelMap>
        </div>
      </div>
      <fieldset className="segment-brush">
        <legend className="figure-note">{texts.brush}</legend>
        <div className="figure-buttons">
          {names.map((name, k) => (
            <Button key={name} pressed={parts.brush === k} onPress={on && (() => on.brush(k))}>
              <span className="segment-swatch" data-label={k} aria-hidden="true" /> {name}
            </Button>
          ))}
          <Button onPress={on?.undo}>{texts.undo}</Button>
          <Button onPress={on?.reset}>{texts.reset}</Button>
        </div>
      </fieldset>
      <p className="figure-note conv-message" role="status">
        {parts.message}
      </p>
      <p className="figure-summary segment-summary" aria-live="polite">
        {summaryOf(texts, prediction, scores)}
      </p>
      <dl className="landscape-facts">
        <div>
          <dt>{texts.accuracy}</dt>
          <dd>{percent(scores.accuracy)} %</dd>
        </div>
        <div>
          <dt>mIoU</dt>
          <dd>
            ({scores.classes.map(({ iou }) => iou.toFixed(3)).join(' + ')}) / {CLASS_COUNT} = {percent(scores.miou)} %
          </dd>
        </div>
      </dl>
      <div className="figure-pair segment-tables">
        <ConfusionTable texts={texts} confusion={scores.confusion} />
        <IouTable texts={texts} classes={scores.classes} />
      </div>
      <p className="figure-note">{texts.help}</p>
    </div>
  );
}
