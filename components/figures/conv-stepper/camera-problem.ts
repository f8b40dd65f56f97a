/** Why there is no picture from the camera: each has its sentence under `figures.conv-stepper`. */
export type CameraProblem = 'cameraRefused' | 'cameraNone' | 'cameraBusy' | 'cameraFailed';

/** What a rejected `getUserMedia` means (Media Capture and Streams, section 10.3). */
export function cameraProblem(error: unknown): CameraProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'cameraRefused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'cameraNone';
  if (name === 'NotReadableError' || name === 'AbortError') return 'cameraBusy';
  return 'cameraFailed';
}
