import * as z from 'zod';

/** Addresses of what `scripts/build-monaco.ts` made: the content of `.generated/monaco.json`. */
export const MonacoAssetsSchema = z.object({
  editor: z.string(),
  style: z.string(),
  /** The editor's own menus and labels in Korean. */
  korean: z.string(),
  editorWorker: z.string(),
  typescriptWorker: z.string(),
  /** Declarations of the tensor library. */
  types: z.string(),
  /** Declarations of the layers that a library may hold, by exercise. */
  layerTypes: z.string(),
});
export type MonacoAssets = z.infer<typeof MonacoAssetsSchema>;
