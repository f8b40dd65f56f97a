import '@tensorflow/tfjs-backend-webgpu';
import { serve } from './serve';
import { mendAddN } from './webgpu-add-n';
import { mendManyAxes } from './webgpu-many-axes';

mendAddN();
mendManyAxes();
serve('webgpu');
