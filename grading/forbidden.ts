/**
 * What no exercise may use unless it says so (syllabus, section 1.2). Three forms, told apart by their first characters:
 * `tf.NAME` or `tf.NAME.*` is a member of the tensor library, `.NAME` is a method of anything, the rest are globals.
 */
export const ALWAYS_FORBIDDEN: readonly string[] = [
  'tf.layers.*',
  'tf.losses.*',
  'tf.train.*',
  'tf.metrics.*',
  'tf.fused.*',
  'tf.customGrad',
  'tf.grad',
  'tf.grads',
  'tf.valueAndGrad',
  'tf.valueAndGrads',
  'tf.variableGrads',
  'tf.variable',
  'tf.keep',
  'tf.einsum',
  'tf.engine',
  'tf.env',
  'tf.setBackend',
  'tf.removeBackend',
  'tf.registerKernel',
  'tf.registerGradient',
  'tf.random*',
  'tf.rand',
  'tf.truncatedNormal',
  'tf.multinomial',
  '.dataSync',
  '.arraySync',
  '.data',
  '.array',
  '.bytes',
  'Math.random',
  'Date',
  'performance',
  'async',
];

/** Everything forbidden in one exercise. */
export function forbiddenIn(exercise: { forbidden: readonly string[]; allowed: readonly string[] }): string[] {
  return [...ALWAYS_FORBIDDEN, ...exercise.forbidden].filter((name) => !exercise.allowed.includes(name));
}

/**
 * Whether a dotted path is on a list; `*` at the end of an entry stands for anything.
 * @example matchForbidden('tf.layers.dense', ['tf.layers.*']) // 'tf.layers.*'
 */
export function matchForbidden(path: string, forbidden: readonly string[]): string | undefined {
  return forbidden.find((name) => {
    if (!name.endsWith('*')) return name === path;
    const prefix = name.slice(0, -1);
    return path.startsWith(prefix) || (prefix.endsWith('.') && path === prefix.slice(0, -1));
  });
}
