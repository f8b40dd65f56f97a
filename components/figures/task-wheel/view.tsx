import { Button, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { headOf, numbersPerExample, type Spec, TASKS } from './head';
import { LabelPicture } from './label-picture';
import { Scene } from './scene';
import { BATCH, CLASSES, HEIGHTS, type WheelState } from './state';

const specText = ({ shape, dtype }: Spec) => `[${shape.join(', ')}] ${dtype}`;

/** The task wheel as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function WheelView(props: {
  texts: FigureTexts<'task-wheel'>;
  state: WheelState;
  onChange?: (state: WheelState) => void;
}) {
  const { texts, state, onChange } = props;
  const { task, height, classes } = state;
  const head = headOf(task, { batch: BATCH, height, classes });
  const set = (change: Partial<WheelState>) => onChange?.({ ...state, ...change });
  const rows = [
    [texts.input, head.inputs.map(specText).join(' + ')],
    [texts.output, specText(head.output)],
    [texts.label, specText(head.label)],
    [texts.loss, texts.losses[head.loss]],
  ];
  return (
    <div className="task-wheel">
      <div className="figure-buttons">
        {TASKS.map((one) => (
          <Button key={one} pressed={one === task} onPress={onChange && (() => set({ task: one }))}>
            {texts.tasks[one]}
          </Button>
        ))}
      </div>
      <div className="wheel-pictures">
        <div>
          <p className="figure-note">{texts.imageTitle}</p>
          <svg viewBox="0 0 96 64" role="img" aria-label={texts.image}>
            <Scene look="photo" />
          </svg>
        </div>
        <div>
          <p className="figure-note">{texts.labelTitle}</p>
          <svg viewBox="0 0 96 64" role="img" aria-label={texts.pictures[task]}>
            <LabelPicture texts={texts} task={task} />
          </svg>
        </div>
      </div>
      <table className="wheel-shapes">
        <tbody>
          {rows.map(([name, text]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="figure-controls">
        <Slider
          label={texts.height}
          value={height}
          {...HEIGHTS}
          text={`${height} × ${(3 * height) / 2}`}
          onChange={onChange && ((value) => set({ height: value }))}
        />
        <Slider
          label={texts.classCount}
          value={classes}
          {...CLASSES}
          text={String(classes)}
          onChange={onChange && ((value) => set({ classes: value }))}
        />
      </div>
      <p className="figure-summary boundary-summary" aria-live="polite">
        {fill(texts.summary, {
          task: texts.tasks[task],
          formula: texts.formulas[task],
          numbers: numbersPerExample(head).toLocaleString('en'),
        })}{' '}
        {texts.remarks[task]}
      </p>
    </div>
  );
}
