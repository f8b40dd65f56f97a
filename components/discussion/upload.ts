import { ApiError } from '@/components/session/api';
import type { Attachment } from '@/contracts/attachment';

/** Types that the server decodes; others are told so at once. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/**
 * Sends one image. `fetch` tells nothing of how far an upload is, so it goes by XMLHttpRequest.
 * @param onProgress the share that is sent, 0 to 1
 * @throws {ApiError}
 */
export async function uploadImage(file: Blob, onProgress: (share: number) => void): Promise<Attachment> {
  const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/attachments');
    request.setRequestHeader('content-type', file.type);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new ApiError('offline', 0));
    request.send(file);
  });
  const body = parseJson(text);
  if (status === 201) {
    const { AttachmentAnswerSchema } = await import('@/contracts/attachment');
    const answer = AttachmentAnswerSchema.safeParse(body);
    if (answer.success) return answer.data.attachment;
  }
  const { ErrorBodySchema } = await import('@/contracts/error');
  const error = ErrorBodySchema.safeParse(body);
  throw new ApiError(error.data?.error.code ?? 'unavailable', status, body, error.data?.error.retryAfter);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
