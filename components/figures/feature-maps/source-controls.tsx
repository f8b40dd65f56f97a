import { Button, Select, Slider } from '../controls';
import type { FigureTexts } from '../texts';
import { SHAPES, type Shape } from './shapes';

export type SourceHandlers = {
  choose: (shape: Shape) => void;
  another?: () => void;
  draw: () => void;
  undo?: () => void;
  clear: () => void;
  brush: (value: number) => void;
  reset: () => void;
};

/** Which image goes into the net: an example of a class, or the reader's own drawing. */
export function SourceControls(props: {
  texts: FigureTexts<'feature-maps'>;
  shape: Shape | 'own';
  drawing: boolean;
  brush: number;
  /** What drawing by keys has done, in words. */
  message: string;
  on?: SourceHandlers;
}) {
  const { texts, shape, drawing, brush, on } = props;
  return (
    <div>
      <div className="figure-controls maps-source">
        <Select<Shape | 'own'>
          label={texts.picture}
          value={shape}
          options={[...SHAPES, 'own' as const]
            .filter((one) => one !== 'own' || shape === 'own')
            .map((value) => ({ value, label: texts[value] }))}
          onChange={
            on &&
            ((value) => {
              if (value !== 'own') on.choose(value);
            })
          }
        />
        <Slider
          label={texts.brush}
          value={brush}
          min={0}
          max={1}
          step={0.05}
          text={brush.toFixed(2)}
          onChange={drawing ? on?.brush : undefined}
        />
      </div>
      <div className="figure-buttons conv-row">
        <Button onPress={on?.another}>{texts.another}</Button>
        <Button pressed={drawing} onPress={on?.draw}>
          {texts.draw}
        </Button>
        <Button onPress={on?.undo}>{texts.undo}</Button>
        <Button onPress={on?.clear}>{texts.clear}</Button>
        <Button onPress={on?.reset}>{texts.reset}</Button>
      </div>
      <p className="figure-note conv-message" role="status">
        {props.message}
      </p>
      <p className="figure-note">{drawing ? texts.drawHelp : texts.ownHelp}</p>
    </div>
  );
}
