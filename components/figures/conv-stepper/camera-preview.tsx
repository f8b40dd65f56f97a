'use client';

import { useEffect, useRef } from 'react';
import { Button } from '../controls';
import type { FigureTexts } from '../texts';

/** What the camera sees, with a button that takes the picture. */
export function CameraPreview(props: {
  texts: FigureTexts<'conv-stepper'>;
  stream: MediaStream;
  onTake: (video: HTMLVideoElement) => void;
  onCancel: () => void;
}) {
  const { texts, stream, onTake, onCancel } = props;
  const video = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    // Refused where the tab is in the background; the button then waits for the first frame.
    element.play().catch(() => {});
    return () => {
      element.srcObject = null;
    };
  }, [stream]);

  const take = () => {
    if (video.current?.videoWidth) onTake(video.current);
  };
  return (
    <div className="conv-preview">
      <video ref={video} muted playsInline aria-label={texts.preview} />
      <div className="figure-buttons">
        <Button primary onPress={take}>
          {texts.take}
        </Button>
        <Button onPress={onCancel}>{texts.cancel}</Button>
      </div>
    </div>
  );
}
