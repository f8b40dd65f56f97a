import type { ReactNode } from 'react';
import { Button } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { Counters } from './counters';
import { outSide, unreadSide } from './geometry';
import { ImageMap } from './image-map';
import { KernelEditor } from './kernel-editor';
import { turned } from './kernels';
import { OutputMap } from './output-map';
import { outputOf, subtotalsOf } from './response';
import { Settings } from './settings';
import { Source, type SourceHandlers } from './source';
import { type ConvState, geometryOf, imageOf, lastOf } from './state';
import { Working } from './working';

type Texts = FigureTexts<'conv-stepper'>;

export type ConvHandlers = {
  change: (change: Partial<ConvState>) => void;
  kernelSide: (k: number) => void;
  preset: (state: ConvState) => void;
  play: () => void;
  pause: () => void;
  reset: () => void;
  source: SourceHandlers;
};

/** What the live figure puts into the view beside its state. */
export type ConvParts = {
  running: boolean;
  drawing: boolean;
  brush: number;
  message: string;
  board?: ReactNode;
  preview?: ReactNode;
  field?: (tap: number, label: string) => ReactNode;
};

export const AT_REST: ConvParts = { running: false, drawing: false, brush: 1, message: '' };

function summaryOf(texts: Texts, state: ConvState): string {
  const geometry = geometryOf(state);
  const { n, k, s, p, d } = geometry;
  const side = outSide(geometry);
  const size = fill(side === 0 ? texts.sizeNone : texts.size, { n, k, s, p, d, side });
  const unread = unreadSide(geometry);
  const isSame = turned(state.kernel, 2).every((weight, tap) => weight === state.kernel[tap]);
  const flip = isSame ? texts.flipSame : state.flip ? texts.flipped : texts.notFlipped;
  return [size, unread > 0 ? fill(texts.unread, { unread }) : '', flip].filter(Boolean).join(' ');
}

/** The convolution stepper as drawn for one state; without `on` it is the first frame, with its controls off. */
export function ConvView(props: { texts: Texts; state: ConvState; parts: ConvParts; on?: ConvHandlers }) {
  const { texts, state, parts, on } = props;
  const { at, inChannel, outChannel } = state;
  const { running, drawing } = parts;
  const geometry = geometryOf(state);
  const side = outSide(geometry);
  const image = imageOf(state);
  const last = lastOf(state);
  const move = on && ((to: number) => on.change({ at: to }));
  return (
    <div className="conv-stepper">
      <div className="figure-pair">
        <ImageMap
          texts={texts}
          state={state}
          channel={image[inChannel] ?? []}
          board={parts.board}
          onMove={side > 0 ? move : undefined}
        />
        <OutputMap
          texts={texts}
          state={state}
          side={side}
          output={outputOf(state, image)}
          running={running}
          onMove={move}
        />
      </div>
      <div className="figure-buttons conv-row">
        <Button onPress={move && (() => move(at - 1))} disabled={running || at === 0}>
          {texts.back}
        </Button>
        <Button onPress={move && (() => move(at + 1))} disabled={running || at >= last}>
          {texts.next}
        </Button>
        <Button primary onPress={on && (running ? on.pause : on.play)} disabled={last < 1}>
          {running ? texts.pause : texts.play}
        </Button>
        <Button onPress={on?.reset}>{texts.reset}</Button>
      </div>
      <div className="figure-pair conv-row">
        <KernelEditor
          texts={texts}
          state={state}
          field={parts.field}
          onKernel={on && ((kernel) => on.change({ kernel }))}
        />
        {side > 0 ? (
          <Working
            texts={texts}
            subtotals={subtotalsOf(state, image, at)}
            side={side}
            k={geometry.k}
            at={at}
            inChannel={inChannel}
            outChannel={outChannel}
            running={running}
          />
        ) : (
          <p className="conv-working">{texts.noOutput}</p>
        )}
      </div>
      <Settings texts={texts} state={state} onChange={on?.change} onKernelSide={on?.kernelSide} onPreset={on?.preset} />
      <p className="figure-summary" aria-live="polite" data-broken={side === 0}>
        {summaryOf(texts, state)}
      </p>
      <Counters texts={texts} state={state} />
      <Source
        texts={texts}
        picture={typeof state.picture === 'string' ? state.picture : 'own'}
        drawing={drawing}
        brush={parts.brush}
        message={parts.message}
        preview={parts.preview}
        on={on?.source}
      />
    </div>
  );
}
