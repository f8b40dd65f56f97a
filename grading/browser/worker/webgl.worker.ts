import '@tensorflow/tfjs-backend-webgl';
import { serve } from './serve';

serve('webgl');
