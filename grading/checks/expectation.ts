import * as z from 'zod';
import { LocalizedSchema } from '../localized';
import { EncodedTensorSchema } from '../tensor-data';
import { ToleranceNameSchema } from '../tolerance';

const PathSchema = z.array(z.union([z.string(), z.number()]));

/**
 * A tensor made from what a run gave, as data: the page and the server evaluate the same expression, and a property such
 * as "rows sum to 1" is two expressions that must be equal.
 */
export type Expression =
  /** As it stands. */
  | { tensor: z.infer<typeof EncodedTensorSchema> }
  /** What a `call` returned, at a path into it. */
  | { output: string; path: (string | number)[] }
  /**
   * Numbers or booleans in plain JavaScript that a `call` returned, at a path into it (`length` of an array is a number,
   * too). Arrays of arrays must be rectangular.
   */
  | { plain: string; path: (string | number)[] }
  /** The gradient of a `vjp` with respect to its `wrt[index]`. */
  | { gradient: string; index: number }
  /** The same of the reference, or of the folder's `oracle.ts`; only the trusted side can evaluate it. */
  | { trusted: Expression; by: 'reference' | 'oracle' }
  /** Σ factor · of, all of one shape. */
  | { combine: { factor: number; of: Expression }[] }
  /** Sum over one axis, which goes. */
  | { sum: Expression; axis: number }
  /** Rows (extents of axis 0) by index, in the order given. */
  | { rows: Expression; take: number[] }
  /** One after the other along axis 0. */
  | { concat: Expression[] };

export const ExpressionSchema: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.strictObject({ tensor: EncodedTensorSchema }),
    z.strictObject({ output: z.string(), path: PathSchema }),
    z.strictObject({ plain: z.string(), path: PathSchema }),
    z.strictObject({ gradient: z.string(), index: z.number().int().nonnegative() }),
    z.strictObject({ trusted: ExpressionSchema, by: z.enum(['reference', 'oracle']) }),
    z.strictObject({ combine: z.array(z.strictObject({ factor: z.number(), of: ExpressionSchema })).min(1) }),
    z.strictObject({ sum: ExpressionSchema, axis: z.number().int().nonnegative() }),
    z.strictObject({ rows: ExpressionSchema, take: z.array(z.number().int().nonnegative()) }),
    z.strictObject({ concat: z.array(ExpressionSchema).min(1) }),
  ]),
);

/** One thing that must hold of the observations of a check's tasks. A check passes when all of its expectations hold. */
export const ExpectationSchema = z.discriminatedUnion('expect', [
  /** Two tensors agree in shape, dtype and every element. */
  z.object({
    expect: z.literal('equal'),
    /** In the exercise's own symbols; a known mistake is recognised label by label. */
    label: z.string(),
    actual: ExpressionSchema,
    expected: ExpressionSchema,
    tolerance: ToleranceNameSchema,
    /** Length of the longest reduction behind an element. */
    terms: z.number().int().positive(),
  }),
  /** A tensor has this shape and dtype, whatever its values. */
  z.object({
    expect: z.literal('shape'),
    label: z.string(),
    actual: ExpressionSchema,
    shape: z.array(z.number().int().nonnegative()),
    dtype: z.enum(['float32', 'int32', 'bool']),
  }),
  /** No element is below `low` or above `high`; bounds of rank 0 hold for every element. */
  z.object({
    expect: z.literal('between'),
    label: z.string(),
    actual: ExpressionSchema,
    low: ExpressionSchema.optional(),
    high: ExpressionSchema.optional(),
  }),
  /** No NaN and no infinity; a gradient must exist as well. */
  z.object({ expect: z.literal('finite'), label: z.string(), actual: ExpressionSchema }),
  /** The call throws one of `accept`, its message starting with `fn:` and naming the parameter. */
  z.object({
    expect: z.literal('throws'),
    task: z.string(),
    fn: z.string(),
    /** What is wrong with the arguments. */
    label: LocalizedSchema,
    accept: z.array(z.object({ name: z.enum(['TypeError', 'RangeError']), param: z.string() })).min(1),
  }),
  /** The call neither changed nor disposed of the tensors passed in. */
  z.object({ expect: z.literal('intact'), task: z.string() }),
  /** The call left no tensor behind but those returned. */
  z.object({ expect: z.literal('no-leak'), task: z.string() }),
  /** Tensors held at most `ratio` times as many bytes at once as the reference's, which is `baseline` once it is known. */
  z.object({
    expect: z.literal('bytes'),
    task: z.string(),
    ratio: z.number().positive(),
    baseline: z.number().int().positive().optional(),
  }),
  /** The call launched one of `some` of these kernels, and none of `none`. */
  z.object({ expect: z.literal('launches'), task: z.string(), some: z.array(z.string()), none: z.array(z.string()) }),
  /** The call launched at most `ratio` times as many kernels as the reference's, which is `baseline` once it is known. */
  z.object({
    expect: z.literal('kernels'),
    task: z.string(),
    ratio: z.number().positive(),
    baseline: z.number().int().positive().optional(),
  }),
]);
export type Expectation = z.infer<typeof ExpectationSchema>;
