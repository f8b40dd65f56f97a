import { greyPicture, type Picture } from './picture';

/** Pixels of the canvas for each pixel of the picture, along a side: enough for a fair mean. */
const PER_PIXEL = 8;

/**
 * The middle square of a bitmap or a video frame as a grey picture of side n. It is drawn on a canvas of this page and goes
 * nowhere else.
 */
export function greyFrame(frame: CanvasImageSource, width: number, height: number, n: number): Picture {
  const side = n * PER_PIXEL;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('greyFrame: no 2D context');
  const square = Math.min(width, height);
  // Transparent places become white paper.
  context.fillStyle = 'white';
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = 'high';
  context.drawImage(frame, (width - square) / 2, (height - square) / 2, square, square, 0, 0, side, side);
  return greyPicture(context.getImageData(0, 0, side, side).data, n);
}
