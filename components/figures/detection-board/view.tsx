import { Button, Select, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { Board, type BoardHandlers, type Verdict } from './board';
import { areaOf, type Box, iouMatrix, overlapOf } from './boxes';
import { type Decision, decisionsOf } from './nms';
import {
  BOX_COUNT,
  type DetectionState,
  nameOf,
  PRESET_NAMES,
  presetOf,
  SCORE_RANGE,
  THRESHOLD_RANGE,
  withCopy,
  withoutChosen,
  withPreset,
} from './state';
import { DecisionTable, MatrixTable } from './tables';

type Texts = FigureTexts<'detection-board'>;

export type DetectionHandlers = BoardHandlers & { change: (state: DetectionState) => void; reset: () => void };

/** What the last decision was, and why. */
function decisionText(texts: Texts, { box, isKept, compared, by, powerless }: Decision, threshold: string): string {
  const name = nameOf(box);
  if (compared.length === 0) return fill(texts.first, { box: name });
  if (!isKept) {
    const pair = compared.find((one) => one.box === by);
    return fill(texts.goes, { box: name, by: nameOf(by ?? 0), iou: (pair?.iou ?? 0).toFixed(3), threshold });
  }
  const pairs = compared.map((one) => `${nameOf(one.box)} ${one.iou.toFixed(3)}`).join(', ');
  const stays = fill(texts.stays, { box: name, pairs, threshold });
  const others = powerless.map(nameOf).join(', ');
  return others ? `${stays} ${fill(texts.powerless, { box: name, others, threshold })}` : stays;
}

function summaryOf(texts: Texts, { steps, threshold }: DetectionState, decisions: readonly Decision[]): string {
  const last = decisions[steps - 1];
  if (!last) return fill(texts.start, { box: nameOf(decisions[0]?.box ?? 0) });
  const said = decisionText(texts, last, (threshold / 100).toFixed(2));
  if (steps < decisions.length) return said;
  const kept = decisions.filter(({ isKept }) => isKept).map(({ box }) => nameOf(box));
  return `${said} ${fill(texts.done, { kept: kept.join(', '), count: kept.length, of: decisions.length })}`;
}

/** The chosen box and the one that it overlaps most: their areas, and how much of each is shared. */
function pairText(texts: Texts, { boxes, chosen }: DetectionState, matrix: readonly (readonly number[])[]): string {
  const row = matrix[chosen] ?? [];
  const overlaps = row.map((value, box) => (box === chosen ? -1 : value));
  const other = overlaps.indexOf(Math.max(...overlaps));
  const [a, b] = [boxes[chosen] as Box, boxes[other] as Box];
  const { intersection, union } = overlapOf(a, b);
  if (intersection === 0) return fill(texts.apart, { a: nameOf(chosen) });
  const share = (box: Box) => ((100 * intersection) / areaOf(box)).toFixed(1);
  return fill(texts.pair, {
    a: nameOf(chosen),
    b: nameOf(other),
    intersection,
    union,
    iou: (intersection / union).toFixed(3),
    areaA: areaOf(a),
    areaB: areaOf(b),
    shareA: share(a),
    shareB: share(b),
  });
}

/** The board as drawn for one state; without `on` it is the first frame, with its controls off. */
export function DetectionView(props: { texts: Texts; state: DetectionState; on?: DetectionHandlers }) {
  const { texts, state, on } = props;
  const { boxes, scores, threshold, steps, chosen } = state;
  const matrix = iouMatrix(boxes);
  const decisions = decisionsOf(boxes, scores, threshold / 100);
  const verdicts = boxes.map((_, box): Verdict => {
    const decision = decisions.slice(0, steps).find((one) => one.box === box);
    if (!decision) return 'open';
    return decision.isKept ? 'kept' : 'suppressed';
  });
  const set = on && ((change: Partial<DetectionState>) => on.change({ ...state, ...change }));
  const preset = presetOf(state);
  const score = ((scores[chosen] as number) / 100).toFixed(2);
  const drawn = boxes.map((_, box) => `${nameOf(box)}: ${texts[verdicts[box] ?? 'open']}`).join(', ');
  return (
    <div className="detection">
      <div className="figure-buttons">
        {PRESET_NAMES.map((name) => (
          <Button key={name} pressed={preset === name} onPress={on && (() => on.change(withPreset(name)))}>
            {texts[name]}
          </Button>
        ))}
      </div>
      <div className="figure-pair">
        <Board
          texts={texts}
          state={state}
          verdicts={verdicts}
          now={decisions[steps - 1]?.box ?? null}
          label={fill(texts.drawing, { boxes: drawn })}
          on={on}
        />
        <div>
          <MatrixTable texts={texts} matrix={matrix} threshold={threshold / 100} />
          <DecisionTable texts={texts} state={state} decisions={decisions} />
        </div>
      </div>
      <div className="figure-buttons">
        <Button onPress={set && (() => set({ steps: steps - 1 }))} disabled={steps === 0}>
          {texts.back}
        </Button>
        <Button primary onPress={set && (() => set({ steps: steps + 1 }))} disabled={steps === boxes.length}>
          {texts.next}
        </Button>
        <Button onPress={set && (() => set({ steps: boxes.length }))} disabled={steps === boxes.length}>
          {texts.all}
        </Button>
        <Button onPress={on?.reset}>{texts.reset}</Button>
      </div>
      <p className="figure-summary detection-summary" aria-live="polite">
        {summaryOf(texts, state, decisions)}
      </p>
      <div className="figure-controls">
        <Slider
          label={texts.threshold}
          value={threshold}
          {...THRESHOLD_RANGE}
          text={(threshold / 100).toFixed(2)}
          onChange={set && ((value) => set({ threshold: value }))}
        />
        <Select
          label={texts.chosen}
          value={String(chosen)}
          options={boxes.map((_, box) => ({ value: String(box), label: nameOf(box) }))}
          onChange={set && ((box) => set({ chosen: Number(box) }))}
        />
        <Slider
          label={fill(texts.score, { box: nameOf(chosen) })}
          value={scores[chosen] as number}
          {...SCORE_RANGE}
          text={score}
          onChange={set && ((value) => set({ scores: scores.with(chosen, value) }))}
        />
        <div className="figure-buttons">
          <Button onPress={on && (() => on.change(withCopy(state)))} disabled={boxes.length === BOX_COUNT.max}>
            {texts.add}
          </Button>
          <Button onPress={on && (() => on.change(withoutChosen(state)))} disabled={boxes.length === BOX_COUNT.min}>
            {fill(texts.remove, { box: nameOf(chosen) })}
          </Button>
        </div>
      </div>
      <p className="detection-pair">{pairText(texts, state, matrix)}</p>
      <p className="figure-note">{texts.help}</p>
    </div>
  );
}
