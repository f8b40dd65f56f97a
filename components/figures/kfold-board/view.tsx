import { Button, Select, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { Board } from './board';
import { foldScores, freshScore, meanOf } from './cross-validate';
import { DRAWINGS, noiseData } from './noise-data';
import { ScoreStrip } from './score-strip';
import { validationFolds } from './split';
import { K_RANGE, type KFoldState, LEAKS, type Leak } from './state';

const percent = (share: number) => (100 * share).toFixed(0);

/** The k-fold board as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function KFoldView(props: {
  texts: FigureTexts<'kfold-board'>;
  state: KFoldState;
  onChange?: (state: KFoldState) => void;
}) {
  const { texts, state, onChange } = props;
  const { k, stratified, leak, drawing } = state;
  const set = onChange && ((change: Partial<KFoldState>) => onChange({ ...state, ...change }));

  const runs = Array.from({ length: DRAWINGS }, (_, index) => {
    const data = noiseData(index + 1);
    const folds = validationFolds(data.labels, k, stratified, index + 1);
    return { data, folds, scores: foldScores(data, folds, leak) };
  });
  const here = runs[drawing - 1] as (typeof runs)[number];
  const means = runs.map((run) => meanOf(run.scores));
  const fresh = freshScore(here.data, drawing);

  return (
    <div className="kfold-board">
      <p className="figure-key">
        {(['training', 'class-0', 'class-1', 'test'] as const).map((part) => (
          <span key={part} data-part={part}>
            {texts[part]}
          </span>
        ))}
      </p>
      <Board texts={texts} folds={here.folds} labels={here.data.labels} scores={here.scores} />
      <div className="figure-controls">
        <Slider
          label={texts.k}
          value={k}
          {...K_RANGE}
          text={String(k)}
          onChange={set && ((value) => set({ k: value }))}
        />
        <Select<Leak>
          label={texts.leak}
          value={leak}
          options={LEAKS.map((value) => ({ value, label: texts[value] }))}
          onChange={set && ((value) => set({ leak: value }))}
        />
        <div className="figure-buttons">
          <Button pressed={stratified} onPress={set && (() => set({ stratified: !stratified }))}>
            {texts.stratified}
          </Button>
          <Button onPress={set && (() => set({ drawing: (drawing % DRAWINGS) + 1 }))}>
            {fill(texts.redraw, { drawing, of: DRAWINGS })}
          </Button>
        </div>
      </div>
      <ScoreStrip texts={texts} scores={means} current={drawing - 1} fresh={fresh} />
      <p className="figure-note">{fill(texts.stripCaption, { of: DRAWINGS })}</p>
      <p className="figure-summary steady-summary" aria-live="polite">
        {fill(k === K_RANGE.max ? texts.summaryLeaveOneOut : texts.summary, {
          k,
          score: percent(means[drawing - 1] as number),
          mean: percent(meanOf(means)),
          of: DRAWINGS,
          fresh: percent(fresh),
        })}{' '}
        <strong>{texts[`${leak}Verdict`]}</strong>
      </p>
    </div>
  );
}
