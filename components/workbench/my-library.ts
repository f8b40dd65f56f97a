import { libraryOf, MyLayersSchema } from '@/contracts/layers';
import type { Library } from '@/grading/library';

/** The reader's own library as it is now: their latest passing solutions. */
export async function loadLibrary(): Promise<Library> {
  const response = await fetch('/api/layers');
  if (!response.ok) throw new Error(`/api/layers: ${response.status}`);
  const { layers } = MyLayersSchema.parse(await response.json());
  return libraryOf(Object.fromEntries(layers.map(({ exercise, source }) => [exercise, source])));
}
