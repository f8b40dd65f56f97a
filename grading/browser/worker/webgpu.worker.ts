import '@tensorflow/tfjs-backend-webgpu';
import { serve } from './serve';

serve('webgpu');
