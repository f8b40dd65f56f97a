import { Button, Select, Slider } from '../controls';
import { fill } from '../fill';
import { shown } from '../shown';
import type { FigureTexts } from '../texts';
import { OutputMap, SourceMap } from './maps';
import { CONVENTIONS, METHODS, pixelTaps, resized, sharesOf, shiftOf, spacingOf } from './resize';
import {
  COL_RANGE,
  changed,
  PICTURE_NAMES,
  PICTURES,
  type PictureName,
  ROW_RANGE,
  SOURCE,
  type UpsampleState,
  upsampleInitial,
} from './state';
import { Working } from './working';

type Texts = FigureTexts<'upsampling-microscope'>;

/** What the convention does to the picture as a whole. */
function summaryOf(texts: Texts, { convention, rows, cols }: UpsampleState): string {
  const [h, w] = SOURCE;
  const values = { h, w, rows, cols };
  if (rows === h && cols === w) return fill(texts.sameSize, values);
  if (convention === 'half-pixel')
    return fill(texts.halfSummary, { ...values, down: shown(h / rows, 4), across: shown(w / cols, 4) });
  if (convention === 'align-corners') {
    if (rows === 1 || cols === 1) return texts.alignOne;
    const spacing = {
      down: shown(spacingOf(h, rows, convention), 4),
      across: shown(spacingOf(w, cols, convention), 4),
    };
    return fill(texts.alignSummary, {
      ...values,
      ...spacing,
      evenDown: shown(h / rows, 4),
      evenAcross: shown(w / cols, 4),
    });
  }
  const [down, across] = [shiftOf(h, rows, convention), shiftOf(w, cols, convention)];
  const way = (shift: number, back: string, forth: string) =>
    shift === 0 ? '' : fill(shift < 0 ? back : forth, { by: shown(Math.abs(shift), 3) });
  const ways = [way(down, texts.up, texts.down), way(across, texts.left, texts.right)].filter(Boolean).join(', ');
  return fill(texts.asymmetricSummary, { ways });
}

/** The microscope as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function UpsampleView(props: { texts: Texts; state: UpsampleState; onChange?: (state: UpsampleState) => void }) {
  const { texts, state, onChange } = props;
  const { picture, convention, method, rows, cols, at } = state;
  const values = PICTURES[picture];
  const output = resized(values, SOURCE, [rows, cols], convention, method);
  const shares = sharesOf(values, SOURCE, pixelTaps(at, SOURCE, [rows, cols], convention, method));
  const set = onChange && ((change: Partial<UpsampleState>) => onChange(changed(state, change)));
  return (
    <div className="upsample">
      <div className="figure-buttons">
        {CONVENTIONS.map((name) => (
          <Button key={name} pressed={name === convention} onPress={set && (() => set({ convention: name }))}>
            {texts[name]}
          </Button>
        ))}
      </div>
      <div className="figure-pair">
        <SourceMap texts={texts} state={state} shares={shares} />
        <OutputMap texts={texts} state={state} output={output} onPick={set && ((to) => set({ at: to }))} />
      </div>
      <p className="figure-summary upsample-summary" aria-live="polite">
        {summaryOf(texts, state)}
      </p>
      <Working texts={texts} state={state} shares={shares} value={output[at] ?? 0} />
      <div className="figure-controls">
        <Slider
          label={texts.rows}
          value={rows}
          {...ROW_RANGE}
          text={String(rows)}
          onChange={set && ((value) => set({ rows: value }))}
        />
        <Slider
          label={texts.cols}
          value={cols}
          {...COL_RANGE}
          text={String(cols)}
          onChange={set && ((value) => set({ cols: value }))}
        />
        <Select<PictureName>
          label={texts.picture}
          value={picture}
          options={PICTURE_NAMES.map((value) => ({ value, label: texts[value] }))}
          onChange={set && ((value) => set({ picture: value }))}
        />
        <div className="figure-buttons">
          {METHODS.map((name) => (
            <Button key={name} pressed={name === method} onPress={set && (() => set({ method: name }))}>
              {texts[name]}
            </Button>
          ))}
          <Button onPress={onChange && (() => onChange(upsampleInitial))}>{texts.reset}</Button>
        </div>
      </div>
      <p className="figure-note">{method === 'nearest' ? texts.nearestNote : texts.bilinearNote}</p>
    </div>
  );
}
