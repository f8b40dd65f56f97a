'use client';

import { useEffect, useRef, useState } from 'react';
import { type CameraProblem, cameraProblem } from './camera-problem';

const stop = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop();
};

/**
 * The camera, asked for by `open` and by nothing else. `stream` is there from the permission to `close`, which stops it at
 * once, as leaving the page or hiding it does; a permission that comes after that is given back unused.
 */
export function useCamera(on: { onOpen: () => void; onProblem: (problem: CameraProblem) => void }) {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const request = useRef(0);

  const close = () => {
    request.current += 1;
    if (stream) stop(stream);
    setStream(null);
  };
  const open = async () => {
    const asked = ++request.current;
    try {
      if (!navigator.mediaDevices?.getUserMedia) throw new Error('no camera is offered to this page');
      const given = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: 'environment' } } });
      if (asked !== request.current) return stop(given);
      setStream(given);
      on.onOpen();
    } catch (error) {
      if (asked === request.current) on.onProblem(cameraProblem(error));
    }
  };

  useEffect(
    () => () => {
      request.current += 1;
    },
    [],
  );
  useEffect(() => {
    if (!stream) return;
    const hide = () => {
      if (!document.hidden) return;
      stop(stream);
      setStream(null);
    };
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      stop(stream);
    };
  }, [stream]);

  return { stream, open, close };
}
