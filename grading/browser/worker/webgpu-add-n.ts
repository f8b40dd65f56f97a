import * as tf from '@tensorflow/tfjs-core';

interface Backend {
  device: { limits: { maxStorageBuffersPerShaderStage: number } };
  disposeData(dataId: object): void;
}

type KernelCall = Parameters<tf.KernelFunc>[0];

/**
 * Makes `tf.addN` right on WebGPU for any number of tensors. The library's own kernel binds each addend as a storage buffer,
 * of which a shader has eight by default, one of them for the result: of more it made garbage without an error, and some
 * devices were lost. Here sums of as many as fit are added up.
 */
export function mendAddN(): void {
  const kernel = tf.getKernel('AddN', 'webgpu');
  const kernelFunc: tf.KernelFunc = ({ inputs, backend, attrs }) => {
    const { limits } = (backend as Backend).device;
    const most = limits.maxStorageBuffersPerShaderStage - 1;
    const add = (addends: readonly tf.TensorInfo[]) =>
      kernel.kernelFunc({ inputs: addends as unknown as KernelCall['inputs'], backend, attrs }) as tf.TensorInfo;
    let addends = Object.values(inputs) as tf.TensorInfo[];
    const between: tf.TensorInfo[] = [];
    while (addends.length > most) {
      const sum = add(addends.slice(0, most));
      between.push(sum);
      addends = [...addends.slice(most), sum];
    }
    const result = add(addends);
    for (const { dataId } of between) (backend as Backend).disposeData(dataId);
    return result;
  };
  tf.unregisterKernel('AddN', 'webgpu');
  tf.registerKernel({ ...kernel, kernelFunc });
}
