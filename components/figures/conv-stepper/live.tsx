'use client';

import { useEffect, useRef, useState } from 'react';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { prefersStill, useFrames } from '../use-frames';
import { useUrlState } from '../use-url-state';
import { CameraPreview } from './camera-preview';
import { greyFrame } from './grey-frame';
import { KernelField } from './kernel-field';
import { PaintBoard } from './paint-board';
import { pictureOf } from './picture';
import { type ConvState, changed, convInitial, convUrl, lastOf, withKernelSide } from './state';
import { useCamera } from './use-camera';
import { AT_REST, ConvView } from './view';

/** The window takes about this long over the whole image, and never more than a third of a second for one step. */
const SECONDS = 20;

const PHOTO_SIDE = 28;

/** The convolution stepper with its controls on. */
export function ConvStepper({ texts }: { texts: FigureTexts<'conv-stepper'> }) {
  const [state, setState] = useUrlState(convInitial, convUrl);
  const [asked, setAsked] = useState(false);
  const [drawing, setDrawing] = useState(false);
  const [brush, setBrush] = useState(AT_REST.brush);
  const [message, setMessage] = useState('');
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

  const paint = (pixels: readonly number[]) => {
    const { picture, n } = latest.current;
    const grey = typeof picture === 'string' ? pictureOf(picture, n) : picture;
    change({ picture: grey.map((value, i) => (pixels.includes(i) ? brush : value)) });
  };
  /** A photograph needs some pixels to be known again. */
  const show = (frame: CanvasImageSource, width: number, height: number, said: string) => {
    const n = Math.max(PHOTO_SIDE, latest.current.n);
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
            <PaintBoard texts={texts} n={state.n} pad={state.pad} brush={brush} onPaint={paint} onSay={setMessage} />
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
            set(convInitial);
          },
          source: {
            choose: (picture) => change({ picture }),
            draw: () => {
              setDrawing(!drawing);
              if (!drawing) change({ inChannel: 0 });
            },
            clear: () => change({ picture: Array(state.n ** 2).fill(0) }),
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
