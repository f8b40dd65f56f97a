import * as z from 'zod';

const BandSchema = z.object({
  /** Starts behind it. */
  seeds: z.number().int().positive(),
  /** Of each step, over the starts: the least, the middle and the largest loss. */
  low: z.array(z.number()),
  middle: z.array(z.number()),
  high: z.array(z.number()),
});

/** What the training room draws under a learner's curves: how the same net, made of references, trained at build time. */
export const ReferenceCurvesSchema = z.object({
  batch: z.number(),
  lr: z.number(),
  /** By what was left out: `whole`, `without skip`. */
  bands: z.record(z.string(), BandSchema),
});
export type ReferenceCurves = z.infer<typeof ReferenceCurvesSchema>;
