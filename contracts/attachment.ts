import * as z from 'zod';

/** Largest file that may be sent, bytes. */
export const MAX_UPLOAD_BYTES = 10_000_000;
/** Largest image that is decoded, in pixels: what unpacks to more is refused before it is. */
export const MAX_PIXELS = 40_000_000;
/** Longer side of an image as it is kept, in pixels. */
export const MAX_SIDE = 2_048;

/** `mime`, sizes: of the image as it is kept, whatever was sent. */
export const AttachmentSchema = z.object({
  id: z.uuid(),
  mime: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  bytes: z.number().int().positive(),
});
export type Attachment = z.infer<typeof AttachmentSchema>;

/**
 * `POST /api/attachments`: the bytes of a PNG, JPEG, WebP or GIF (of which the first frame is taken) as the body, under any
 * `content-type` of `image/…`; 201 `{ attachment }`. Members only (401). 400 for what is no such image, whatever it calls
 * itself; 413 for more than {@link MAX_UPLOAD_BYTES} or {@link MAX_PIXELS}; 429. One that no post holds a day later is gone.
 *
 * `GET /api/attachments/[id]`: the image, for who may see its post or announcement, and for who sent it.
 */
export const AttachmentAnswerSchema = z.object({ attachment: AttachmentSchema });
