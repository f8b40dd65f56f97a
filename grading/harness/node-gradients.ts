import { createRequire } from 'node:module';
import { buildSync } from 'esbuild';

/**
 * Registers the gradients of every kernel with the tfjs-core that this Node process uses. The package's Node build leaves
 * them out, and the file that has them is an ES module without extensions, which Node cannot load: so it is bundled here.
 * The bundle finds the process's one engine through the global object, as every copy of tfjs-core does.
 */
export function registerGradients(): void {
  const require = createRequire(import.meta.url);
  const { outputFiles } = buildSync({
    entryPoints: [require.resolve('@tensorflow/tfjs-core/dist/register_all_gradients.js')],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    write: false,
  });
  new Function('require', outputFiles[0]?.text ?? '')(require);
}
