import { Button, Select, Slider } from '../controls';
import { fill } from '../fill';
import { counted } from '../shown';
import type { FigureTexts } from '../texts';
import { FieldDrawing } from './drawing';
import { LayerList, type LayerMove } from './layer-list';
import { fieldsOf, type Layer, STACK_NAMES, STACKS, weightsOf } from './stack';
import { CHANNELS, type FieldState, MOST_LAYERS, stackText, TOP } from './state';

export type FieldHandlers = {
  change: (change: Partial<FieldState>) => void;
  stack: (layers: readonly Layer[]) => void;
  move: (index: number, move: LayerMove) => void;
  play: () => void;
  pause: () => void;
  reset: () => void;
};

/** The explorer as drawn for one state; without `on` it is the first frame, with its controls off. */
export function FieldView(props: {
  texts: FigureTexts<'receptive-field-explorer'>;
  state: FieldState;
  running: boolean;
  /** What a button of the list has done. */
  said: string;
  on?: FieldHandlers;
}) {
  const { texts, state, running, said, on } = props;
  const { layers, cell, down, channels } = state;
  const { size, jump } = fieldsOf(layers).at(-1) ?? { size: 1, jump: 1 };
  const change = on?.change;
  const weights = weightsOf(layers, channels);
  const single = weightsOf([{ kind: 'conv', k: size, s: 1, d: 1 }], channels);
  return (
    <div className="receptive-field">
      <div className="figure-buttons">
        {STACK_NAMES.map((name) => (
          <Button
            key={name}
            pressed={stackText(layers) === stackText(STACKS[name])}
            onPress={on && (() => on.stack(STACKS[name]))}
          >
            {texts[name]}
          </Button>
        ))}
      </div>
      <FieldDrawing texts={texts} state={state} onCell={change && ((to) => change({ cell: to }))} />
      <div className="figure-controls">
        <Slider
          label={texts.cell}
          value={cell}
          min={0}
          max={TOP - 1}
          step={1}
          text={String(cell)}
          onChange={change && ((to) => change({ cell: to }))}
        />
        <Slider
          label={texts.followed}
          value={down}
          min={0}
          max={layers.length}
          step={1}
          text={String(down)}
          onChange={change && ((to) => change({ down: to }))}
        />
        <div className="figure-buttons">
          <Button primary disabled={layers.length === 0} onPress={on && (running ? on.pause : on.play)}>
            {running ? texts.pause : texts.play}
          </Button>
          <Button onPress={on?.reset}>{texts.reset}</Button>
        </div>
      </div>
      <p className="figure-summary" aria-live={running ? 'off' : 'polite'}>
        {fill(texts.summary, { size, jump })}{' '}
        {fill(texts.weights, {
          channels,
          weights: counted(weights),
          size,
          single: counted(single),
          percent: ((100 * weights) / single).toFixed(weights < single / 10 ? 2 : 0),
        })}
      </p>
      <LayerList
        texts={texts}
        layers={layers}
        onLayer={on && ((index, layer) => on.stack(layers.with(index, layer)))}
        onMove={on?.move}
      />
      <div className="figure-controls">
        <Select
          label={texts.channels}
          value={String(channels)}
          options={CHANNELS.map((count) => ({ value: String(count), label: String(count) }))}
          onChange={change && ((value) => change({ channels: Number(value) }))}
        />
        <div className="figure-buttons field-add">
          <Button
            disabled={layers.length >= MOST_LAYERS}
            onPress={on && (() => on.stack([...layers, { kind: 'conv', k: 3, s: 1, d: 1 }]))}
          >
            {texts.add}
          </Button>
        </div>
      </div>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      <p className="figure-note">{texts.note}</p>
    </div>
  );
}
