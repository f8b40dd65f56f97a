import 'server-only';
import path from 'node:path';
import { env } from '../env';
import { DiskStore } from './disk-store';
import { S3Store } from './s3-store';

/** Where the bytes of attachments are kept. Keys are ids that we made; what is put under one never changes. */
export interface AttachmentStore {
  put(id: string, data: Buffer, mime: string): Promise<void>;
  /** Null: there is none. */
  get(id: string): Promise<Buffer | null>;
  /** No error when there is none. */
  remove(id: string): Promise<void>;
}

let store: AttachmentStore | undefined;

/** A bucket where one is configured, else a folder in the data folder. */
export function attachmentStore(): AttachmentStore {
  store ??= makeStore();
  return store;
}

function makeStore(): AttachmentStore {
  const { S3_BUCKET_URL, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_REGION, DATA_DIR } = env;
  if (!S3_BUCKET_URL || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    return new DiskStore(path.join(DATA_DIR, 'attachments'));
  }
  return new S3Store({
    bucketUrl: S3_BUCKET_URL,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}
