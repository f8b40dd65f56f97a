import '@tensorflow/tfjs-backend-webgpu';
import { serve } from './serve';
import { mendAddN } from './webgpu-add-n';

mendAddN();
serve('webgpu');
