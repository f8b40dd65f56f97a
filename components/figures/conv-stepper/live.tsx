'use client';

import { useEffect, useRef, useState } from 'react';
import { placeOf } from '../cells';
import { fill } from '../fill';
import { PaintBoard } from '../paint-board';
import type { FigureTexts } from '../texts';
import { prefersStill, useFrames } from '../use-frames';
import { useUrlState } from '../use-url-state';
import { CameraPreview } from './camera-preview';
import { greyFrame } from './grey-frame';
import { SIDE } from './image-map';
import { KernelField } from './kernel-field';
import { pictureOf } from './picture';
import { type ConvState, changed, convInitial, convUrl, lastOf, withKernelSide } from './state';
import { useCamera } from './use-camera';
import { AT_REST, ConvView } from './view';

/** The window takes about this long over the whole image, and never more than a third of a second for one step. */
const SECONDS = 20;

const PHOTO_SIDE = 28;

/** So many pictures can be taken back. */
const MOST_UNDONE = 100;

/** The convolution stepper with its controls on. */
export function ConvStepper({ texts }: { texts: FigureTexts<'conv-stepper'> }) {
  const [state, setState] = useUrlState(convInitial, convUrl);
  const [asked, setAsked] = useState(false);
  const [drawing, setDrawing] = useState(false);
  const [brush, setBrush] = useState(AT_REST.brush);
  const [message, setMessage] = useState('');
  const [past, setPast] = useState<readonly ConvState['picture'][]>([]);
  const place = useRef<HTMLDivElement>(null);
  const camera = useCamera({ onOpen: () => setMessage(''), onProblem: (problem) => setMessage(texts[problem]) });

  // A stroke reports several times before the next drawing, and a file comes later: each builds on what there is then.
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  }, [state]);
  const set = (next: ConvState) => {
    latest.current = next;
    setState(next);
  };
  const change = (part: Partial<ConvState>) => {
    setAsked(false);
    if (part.inChannel) setDrawing(false);
    set(changed(latest.current, part));
  };

  const last = lastOf(state);
  const running = asked && state.at < last;
  useFrames(running, Math.max(3, last / SECONDS), () => set(changed(latest.current, { at: latest.current.at + 1 })));
  const play = () => {
    if (prefersStill()) return change({ at: last });
    if (state.at >= last) set({ ...state, at: 0 });
    setAsked(true);
  };

  const remember = () => {
    const { picture } = latest.current;
    setPast((all) => [...all, picture].slice(-MOST_UNDONE));
  };
  const undo =
    past.length > 0
      ? () => {
          change({ picture: past.at(-1) });
          setPast(past.slice(0, -1));
          setMessage(texts.undone);
        }
      : undefined;
  const paint = (pixels: readonly number[], isNew: boolean) => {
    if (isNew) remember();
    const { picture, n } = latest.current;
    const grey = typeof picture === 'string' ? pictureOf(picture, n) : picture;
    change({ picture: grey.map((value, i) => (pixels.includes(i) ? brush : value)) });
  };
  /** A photograph needs some pixels to be known again. */
  const show = (frame: CanvasImageSource, width: number, height: number, said: string) => {
    const n = Math.max(PHOTO_SIDE, latest.current.n);
    remember();
    change({ picture: greyFrame(frame, width, height, n), n, inChannel: 0 });
    setDrawing(false);
    setMessage(fill(said, { n }));
  };
  const load = async (file: File) => {
    try {
      const bitmap = await createImageBitmap(file);
      show(bitmap, bitmap.width, bitmap.height, texts.fileLoaded);
      bitmap.close();
    } catch {
      setMessage(texts.fileFailed);
    }
  };
  const leaveCamera = () => {
    camera.close();
    place.current?.querySelector<HTMLElement>('.conv-camera > button')?.focus();
  };
  const take = (video: HTMLVideoElement) => {
    try {
      show(video, video.videoWidth, video.videoHeight, texts.cameraTaken);
    } finally {
      leaveCamera();
    }
  };

  return (
    <div ref={place}>
      <ConvView
        texts={texts}
        state={state}
        parts={{
          running,
          drawing,
          brush,
          message,
          board: drawing ? (
            <PaintBoard
              label={texts.board}
              rows={state.n}
              cols={state.n}
              unit={SIDE / (state.n + 2 * state.pad)}
              pad={state.pad}
              onPaint={paint}
              onUndo={undo}
              onSee={(pixel) => setMessage(fill(texts.cursor, placeOf(pixel, state.n)))}
              onPainted={(pixel) =>
                setMessage(fill(texts.painted, { ...placeOf(pixel, state.n), value: brush.toFixed(2) }))
              }
            />
          ) : undefined,
          preview: camera.stream && (
            <CameraPreview texts={texts} stream={camera.stream} onTake={take} onCancel={leaveCamera} />
          ),
          field: (tap, label) => (
            <KernelField
              label={label}
              value={state.kernel[tap] ?? 0}
              onChange={(weight) => change({ kernel: state.kernel.map((old, i) => (i === tap ? weight : old)) })}
            />
          ),
        }}
        on={{
          change,
          kernelSide: (k) => {
            setAsked(false);
            set(withKernelSide(state, k));
          },
          preset: (preset) => {
            setDrawing(false);
            change(preset);
          },
          play,
          pause: () => setAsked(false),
          reset: () => {
            camera.close();
            setDrawing(false);
            setMessage('');
            setAsked(false);
            setPast([]);
            set(convInitial);
          },
          source: {
            choose: (picture) => {
              remember();
              change({ picture });
            },
            draw: () => {
              setDrawing(!drawing);
              if (!drawing) change({ inChannel: 0 });
            },
            undo,
            clear: () => {
              remember();
              change({ picture: Array(state.n ** 2).fill(0) });
            },
            brush: setBrush,
            file: load,
            camera: () => {
              setMessage(texts.cameraAsking);
              void camera.open();
            },
          },
        }}
      />
    </div>
  );
}
