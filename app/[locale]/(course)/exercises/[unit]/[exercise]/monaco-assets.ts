import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type MonacoAssets, MonacoAssetsSchema } from '@/components/workbench/monaco/assets';

/** What `scripts/build-monaco.ts` wrote. */
export async function readMonacoAssets(): Promise<MonacoAssets> {
  return MonacoAssetsSchema.parse(
    JSON.parse(await readFile(path.join(process.cwd(), '.generated', 'monaco.json'), 'utf8')),
  );
}
