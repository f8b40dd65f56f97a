import type { ReactNode } from 'react';
import { Button, Select, Slider } from '../controls';
import type { FigureTexts } from '../texts';
import { PICTURE_NAMES, type PictureName } from './picture';

export type SourceHandlers = {
  choose: (name: PictureName) => void;
  draw: () => void;
  /** Nothing to take back: none. */
  undo?: () => void;
  clear: () => void;
  brush: (value: number) => void;
  file: (file: File) => void;
  camera: () => void;
};

/** Where the image comes from: a picture by name, the reader's hand, a file, the camera. */
export function Source(props: {
  texts: FigureTexts<'conv-stepper'>;
  /** `own` for a picture of the reader's. */
  picture: PictureName | 'own';
  drawing: boolean;
  brush: number;
  /** What has become of a file or the camera. */
  message: string;
  /** The camera's picture as it comes, with its buttons. */
  preview?: ReactNode;
  on?: SourceHandlers;
}) {
  const { texts, picture, drawing, brush, on } = props;
  const options: { value: PictureName | 'own'; label: string }[] = [
    ...PICTURE_NAMES.map((value) => ({ value, label: texts[value] })),
    { value: 'own', label: texts.own },
  ];
  return (
    <div>
      <div className="figure-controls conv-settings">
        <Select<PictureName | 'own'>
          label={texts.picture}
          value={picture}
          options={options.filter(({ value }) => value !== 'own' || picture === 'own')}
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
        <Button pressed={drawing} onPress={on?.draw}>
          {texts.draw}
        </Button>
        <Button onPress={on?.undo}>{texts.undo}</Button>
        <Button onPress={on?.clear}>{texts.clear}</Button>
        <label className="figure-button conv-file">
          <input
            type="file"
            accept="image/*"
            className="visually-hidden"
            disabled={!on}
            onChange={
              on &&
              ((event) => {
                const file = event.target.files?.[0];
                if (file) on.file(file);
                // So that the same file can be chosen again.
                event.target.value = '';
              })
            }
          />
          {texts.file}
        </label>
        <span className="conv-camera">
          <Button onPress={on?.camera}>{texts.camera}</Button>
        </span>
      </div>
      {props.preview}
      <p className="figure-note conv-message" role="status">
        {props.message}
      </p>
      <p className="figure-note">{drawing ? texts.drawHelp : texts.privacy}</p>
    </div>
  );
}
