import 'server-only';
import { AwsClient } from 'aws4fetch';
import type { AttachmentStore } from './store';

/** What an object store takes at most to answer, milliseconds. */
const TIMEOUT_MS = 20_000;

/** A bucket of S3 or of anything that speaks its HTTP API, signed by Signature Version 4. */
export class S3Store implements AttachmentStore {
  readonly #client: AwsClient;
  readonly #bucketUrl: string;

  /** `bucketUrl`: with the bucket in it, as `https://s3.example.org/bucket` or `https://bucket.s3.example.org`. */
  constructor({
    bucketUrl,
    ...keys
  }: {
    bucketUrl: string;
    region: string;
    accessKeyId: string;
    secretAccessKey: string;
  }) {
    this.#bucketUrl = bucketUrl.replace(/\/$/, '');
    this.#client = new AwsClient({ ...keys, service: 's3', retries: 2 });
  }

  async put(id: string, data: Buffer, mime: string): Promise<void> {
    const response = await this.#ask(id, {
      method: 'PUT',
      body: new Uint8Array(data),
      headers: { 'content-type': mime },
    });
    if (!response.ok) throw await failure('PUT', response);
  }

  async get(id: string): Promise<Buffer | null> {
    const response = await this.#ask(id, { method: 'GET' });
    if (response.status === 404) return null;
    if (!response.ok) throw await failure('GET', response);
    return Buffer.from(await response.arrayBuffer());
  }

  async remove(id: string): Promise<void> {
    const response = await this.#ask(id, { method: 'DELETE' });
    if (!response.ok && response.status !== 404) throw await failure('DELETE', response);
  }

  #ask(id: string, init: RequestInit): Promise<Response> {
    return this.#client.fetch(`${this.#bucketUrl}/attachments/${id}`, {
      ...init,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }
}

async function failure(method: string, response: Response): Promise<Error> {
  return new Error(`Object store: ${method} ${response.status} ${(await response.text()).slice(0, 300)}`);
}
