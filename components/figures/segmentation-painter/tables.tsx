import type { FigureTexts } from '../texts';
import type { Scores } from './metrics';
import { CLASSES } from './state';

type Texts = FigureTexts<'segmentation-painter'>;

/** Pixels by truth (rows) and prediction (columns). */
export function ConfusionTable({ texts, confusion }: { texts: Texts; confusion: Scores['confusion'] }) {
  const names = CLASSES.map((name) => texts.classes[name]);
  return (
    <table className="figure-table segment-confusion">
      <caption className="figure-note">{texts.confusion}</caption>
      <thead>
        <tr>
          <td />
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {confusion.map((row, truth) => (
          <tr key={names[truth]}>
            <th scope="row">{names[truth]}</th>
            {row.map((count, guess) => (
              <td key={names[guess]} data-right={truth === guess} data-wrong={truth !== guess && count > 0}>
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** TP / (TP + FP + FN) of each class, written out. */
export function IouTable({ texts, classes }: { texts: Texts; classes: Scores['classes'] }) {
  const names = CLASSES.map((name) => texts.classes[name]);
  return (
    <table className="figure-table segment-iou">
      <caption className="figure-note">{texts.iouCaption}</caption>
      <tbody>
        {classes.map(({ tp, fp, fn, iou }, k) => (
          <tr key={names[k]}>
            <th scope="row">
              <span className="segment-swatch" data-label={k} aria-hidden="true" />
              {names[k]}
            </th>
            <td>
              {`${tp} / (${tp} + ${fp} + ${fn}) = `}
              <strong>{Number.isNaN(iou) ? 'NaN' : iou.toFixed(3)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
