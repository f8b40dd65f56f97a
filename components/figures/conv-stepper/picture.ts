/** A grey picture of side n, row-major: 0 is black and 1 white, in steps of a twentieth. */
export type Picture = readonly number[];

const STEPS = 20;
export const toStep = (value: number) => Math.round(Math.max(0, Math.min(1, value)) * STEPS) / STEPS;

const within = (value: number, low: number, high: number) => value >= low && value <= high;

/** Brightness at the middle of a pixel, x to the right and y down, both from 0 to 1. */
const SCENES = {
  letter: (x: number, y: number) =>
    (within(x, 0.25, 0.42) && within(y, 0.12, 0.88)) ||
    (within(x, 0.25, 0.75) && within(y, 0.12, 0.34)) ||
    (within(x, 0.25, 0.6) && within(y, 0.45, 0.6))
      ? 0.9
      : 0.1,
  step: (x: number) => (x < 0.5 ? 0.2 : 0.8),
  disc: (x: number, y: number) => (Math.hypot(x - 0.5, y - 0.5) < 0.36 ? 0.9 : 0.1),
  ramp: (x: number) => x,
} as const;

/** `dot` is one white pixel on black, in the middle. */
export type PictureName = keyof typeof SCENES | 'dot';
export const PICTURE_NAMES: readonly PictureName[] = ['letter', 'step', 'disc', 'ramp', 'dot'];

export function pictureOf(name: PictureName, n: number): Picture {
  const middle = Math.floor(n / 2);
  return Array.from({ length: n * n }, (_, i) => {
    const [row, col] = [Math.floor(i / n), i % n];
    if (name === 'dot') return row === middle && col === middle ? 1 : 0;
    return toStep(SCENES[name]((col + 0.5) / n, (row + 0.5) / n));
  });
}

/** Channel `c` of an image made of one picture: itself, its mirror image, its negative, itself upside down. */
export function channelOf(picture: Picture, n: number, c: number): Picture {
  return picture.map((value, i) => {
    const [row, col] = [Math.floor(i / n), i % n];
    if (c === 1) return picture[row * n + n - 1 - col] as number;
    if (c === 2) return toStep(1 - value);
    return c === 3 ? (picture[(n - 1 - row) * n + col] as number) : value;
  });
}

/** The picture at another side: each new pixel is the mean of what it covers. */
export function resized(picture: Picture, from: number, to: number): Picture {
  const shares = Array.from({ length: to }, (_, i) => {
    const [start, end] = [(i * from) / to, ((i + 1) * from) / to];
    return Array.from(
      { length: from },
      (_, j) => Math.max(0, Math.min(end, j + 1) - Math.max(start, j)) / (end - start),
    );
  });
  return Array.from({ length: to * to }, (_, i) => {
    const [rows, cols] = [shares[Math.floor(i / to)] as number[], shares[i % to] as number[]];
    return toStep(
      picture.reduce((sum, v, j) => sum + v * (rows[Math.floor(j / from)] as number) * (cols[j % from] as number), 0),
    );
  });
}

/** Pixels of a canvas (RGBA bytes, a square) as a grey picture of side n: Rec. 709 weights, means over squares. */
export function greyPicture(rgba: ArrayLike<number>, n: number): Picture {
  const side = Math.sqrt(rgba.length / 4);
  const per = side / n;
  const sums = new Float64Array(n * n);
  for (let i = 0; i < side * side; i++) {
    const cell = Math.floor(Math.floor(i / side) / per) * n + Math.floor((i % side) / per);
    const [r, g, b] = [rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2]] as [number, number, number];
    sums[cell] = (sums[cell] as number) + 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  return Array.from(sums, (sum) => toStep(sum / (255 * per * per)));
}

/** One base-36 digit a pixel: 0 is black, k white. */
export const toDigits = (picture: Picture) => picture.map((value) => Math.round(value * STEPS).toString(36)).join('');

/** The picture that such digits spell, or null if they are not n² of them. */
export function fromDigits(digits: string, n: number): Picture | null {
  if (digits.length !== n * n || !/^[0-9a-k]*$/.test(digits)) return null;
  return Array.from(digits, (digit) => Number.parseInt(digit, 36) / STEPS);
}
