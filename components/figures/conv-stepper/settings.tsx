import { Button, Select, Slider } from '../controls';
import type { FigureTexts } from '../texts';
import { sideOf } from './kernels';
import {
  type ConvState,
  convUrl,
  DILATION_RANGE,
  groupsFor,
  K_RANGE,
  MOST_CHANNELS,
  N_RANGE,
  notesLayer,
  PAD_RANGE,
  STRIDE_RANGE,
} from './state';

const numbers = (values: readonly number[]) => values.map((value) => ({ value: String(value), label: String(value) }));
const upTo = (count: number, from: number) => Array.from({ length: count }, (_, i) => from + i);

/** Sizes, moves and channels of the layer. */
export function Settings(props: {
  texts: FigureTexts<'conv-stepper'>;
  state: ConvState;
  onChange?: (change: Partial<ConvState>) => void;
  onKernelSide?: (k: number) => void;
  onPreset?: (state: ConvState) => void;
}) {
  const { texts, state, onChange, onKernelSide, onPreset } = props;
  const { cin, cout } = state;
  const slides = [
    ['n', N_RANGE],
    ['stride', STRIDE_RANGE],
    ['pad', PAD_RANGE],
    ['dilation', DILATION_RANGE],
  ] as const;
  const choices = [
    ['cin', upTo(MOST_CHANNELS, 1)],
    ['cout', upTo(MOST_CHANNELS, 1)],
    ['groups', groupsFor(cin, cout)],
    ['inChannel', upTo(cin, 0)],
    ['outChannel', upTo(cout, 0)],
  ] as const;
  return (
    <>
      <div className="figure-controls conv-settings">
        <Slider
          label={texts.k}
          value={sideOf(state.kernel)}
          {...K_RANGE}
          text={String(sideOf(state.kernel))}
          onChange={onKernelSide}
        />
        {slides.map(([name, range]) => (
          <Slider
            key={name}
            label={texts[name]}
            value={state[name]}
            {...range}
            text={String(state[name])}
            onChange={onChange && ((value) => onChange({ [name]: value }))}
          />
        ))}
      </div>
      <div className="figure-controls conv-settings">
        {choices.map(([name, values]) => (
          <Select
            key={name}
            label={texts[name]}
            value={String(state[name])}
            options={numbers(values)}
            onChange={onChange && ((value) => onChange({ [name]: Number(value) }))}
          />
        ))}
      </div>
      <div className="figure-buttons conv-row">
        <Button pressed={state.flip} onPress={onChange && (() => onChange({ flip: !state.flip }))}>
          {texts.flip}
        </Button>
        <Button
          pressed={convUrl.format({ ...state, at: 0, inChannel: 0, outChannel: 0 }) === convUrl.format(notesLayer)}
          onPress={onPreset && (() => onPreset(notesLayer))}
        >
          {texts.notes}
        </Button>
      </div>
    </>
  );
}
