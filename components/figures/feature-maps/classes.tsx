import { fill } from '../fill';
import { shown } from '../shown';
import type { FigureTexts } from '../texts';
import { softmax } from './net';
import { SHAPES, type Shape } from './shapes';

/** The net's answer: for each class its logit and its probability; a press chooses one. */
export function Classes(props: {
  texts: FigureTexts<'feature-maps'>;
  logits: readonly number[];
  chosen: number;
  onChoose?: (k: number) => void;
}) {
  const { texts, logits, chosen, onChoose } = props;
  return (
    <div className="maps-classes">
      {softmax(logits).map((p, k) => {
        const shape = SHAPES[k] as Shape;
        const percent = (100 * p).toFixed(1);
        const logit = shown(logits[k] as number);
        return (
          <button
            key={shape}
            type="button"
            className="maps-class"
            aria-label={fill(texts.classLabel, { name: texts[shape], logit, percent })}
            aria-pressed={k === chosen}
            disabled={!onChoose}
            onClick={onChoose && (() => onChoose(k))}
          >
            <span>{texts[shape]}</span>
            <span className="maps-number">{logit}</span>
            <span className="maps-bar">
              <span className="maps-bar-fill" style={{ width: `${percent}%` }} />
            </span>
            <span className="maps-number">{percent} %</span>
          </button>
        );
      })}
    </div>
  );
}
