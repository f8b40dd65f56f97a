import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import type { Decision } from './nms';
import { type DetectionState, nameOf } from './state';

type Texts = FigureTexts<'detection-board'>;

/** IoU of every pair; what is above the threshold stands out. */
export function MatrixTable(props: { texts: Texts; matrix: readonly (readonly number[])[]; threshold: number }) {
  const { texts, matrix, threshold } = props;
  const names = matrix.map((_, box) => nameOf(box));
  return (
    <table className="figure-table detection-matrix">
      <caption className="figure-note">{fill(texts.matrix, { threshold: threshold.toFixed(2) })}</caption>
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
        {matrix.map((row, a) => (
          <tr key={names[a]}>
            <th scope="row">{names[a]}</th>
            {row.map((value, b) => (
              <td key={names[b]} data-over={a !== b && value > threshold}>
                {value.toFixed(2)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The boxes by falling score, with what has been decided so far. */
export function DecisionTable(props: { texts: Texts; state: DetectionState; decisions: readonly Decision[] }) {
  const { texts, state, decisions } = props;
  const said = ({ isKept, compared, by }: Decision, at: number) => {
    if (at >= state.steps) return texts.open;
    if (isKept) return texts.kept;
    const overlap = compared.find((pair) => pair.box === by)?.iou ?? 0;
    return fill(texts.suppressedBy, { by: nameOf(by ?? 0), iou: overlap.toFixed(2) });
  };
  return (
    <table className="figure-table detection-decisions">
      <thead>
        <tr>
          <th scope="col">{texts.boxColumn}</th>
          <th scope="col">{texts.scoreColumn}</th>
          <th scope="col">{texts.decisionColumn}</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((decision, at) => (
          <tr key={decision.box} data-now={at === state.steps - 1}>
            <th scope="row">{nameOf(decision.box)}</th>
            <td>{((state.scores[decision.box] as number) / 100).toFixed(2)}</td>
            <td>{said(decision, at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
