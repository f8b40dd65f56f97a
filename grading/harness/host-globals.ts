/**
 * The first lines of every bundle that runs learner code (esbuild's `inject`): what the library and our own code need of
 * the host is captured here, under the very names by which they refer to it, and then taken from the realm. A free
 * `navigator` anywhere in the bundle is the export below; in learner code, compiled by `new Function`, it is nothing.
 */
import { closeRealm } from './realm-lock';

const host = globalThis as unknown as Record<string, unknown>;

function bound(name: string): unknown {
  const value = host[name];
  return typeof value === 'function' ? value.bind(globalThis) : undefined;
}

export const realm: object = globalThis;
/** Where the library keeps its engine and registries: out of learner code's reach. */
export const self = {};
export const navigator = host.navigator;
export const performance = host.performance;
export const Deno = host.Deno;
const clock = host.Date;

export { clock as Date };
export const OffscreenCanvas = host.OffscreenCanvas;
export const ImageData = host.ImageData;
export const GPUBuffer = host.GPUBuffer;
export const GPUTexture = host.GPUTexture;
export const GPUBufferUsage = host.GPUBufferUsage;
export const GPUTextureUsage = host.GPUTextureUsage;
export const GPUMapMode = host.GPUMapMode;
export const GPUShaderStage = host.GPUShaderStage;
export const TextEncoder = host.TextEncoder;
export const TextDecoder = host.TextDecoder;
export const atob = bound('atob');
export const btoa = bound('btoa');
export const setTimeout = bound('setTimeout');
export const clearTimeout = bound('clearTimeout');
export const setInterval = bound('setInterval');
export const clearInterval = bound('clearInterval');
export const postMessage = bound('postMessage');
export const addEventListener = bound('addEventListener');
/** Without it the library takes Deno for Node. */
export const WorkerGlobalScope = class {};

(addEventListener as typeof globalThis.addEventListener)('unhandledrejection', (event) => event.preventDefault());
closeRealm(globalThis);
