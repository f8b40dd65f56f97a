import 'server-only';
import sharp from 'sharp';
import { MAX_PIXELS, MAX_SIDE } from '@/contracts/attachment';
import { AppError } from '../errors';

export interface EncodedImage {
  data: Buffer;
  mime: string;
  width: number;
  height: number;
}

// Nothing but these four is ever decoded: no SVG, no PDF, no format that reads other files.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
});
// An image takes up to 160 MB while it is decoded.
sharp.concurrency(1);
const MOST_AT_ONCE = 2;

const LOSSLESS = new Set(['png', 'gif']);
/** A drawing stays exact up to this size, bytes; a photograph in a PNG does not need to. */
const MAX_LOSSLESS_BYTES = 1_500_000;

/**
 * The image alone, drawn anew: upright, without EXIF, place or anything else that its file carried, at most
 * {@link MAX_SIDE} on a side, as WebP. Of an animation the first frame.
 *
 * @throws {AppError} `invalid-input` for what is no PNG, JPEG, WebP or GIF, or is broken; `source-too-large` for more than
 *   {@link MAX_PIXELS}
 */
export async function encodeImage(bytes: Buffer): Promise<EncodedImage> {
  return inTurn(async () => {
    const { format } = await read(bytes);
    const exact = LOSSLESS.has(format);
    const first = await encode(bytes, exact);
    return exact && first.data.length > MAX_LOSSLESS_BYTES ? encode(bytes, false) : first;
  });
}

async function read(bytes: Buffer): Promise<{ format: string }> {
  // Only the header is read: what it says of the size holds for decoding, too.
  if (bytes.length === 0) throw new AppError('invalid-input');
  const image = await sharp(bytes, { limitInputPixels: false }).metadata().catch(refuse);
  if (image.width * image.height > MAX_PIXELS) throw new AppError('source-too-large');
  return image;
}

async function encode(bytes: Buffer, lossless: boolean): Promise<EncodedImage> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .timeout({ seconds: 20 })
    .autoOrient()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp(lossless ? { lossless: true, effort: 2 } : { quality: 85, effort: 3 })
    .toBuffer({ resolveWithObject: true })
    .catch(refuse);
  return { data, mime: 'image/webp', width: info.width, height: info.height };
}

function refuse(cause: unknown): never {
  throw new AppError('invalid-input', { cause });
}

const waiting: (() => void)[] = [];
let running = 0;

/** So that many uploads at once do not fill the memory. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
