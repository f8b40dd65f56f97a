import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { registerCopyKernels } from '../../harness/copy-kernels';
import { serve } from './serve';

registerCopyKernels(tf);
serve('cpu');
