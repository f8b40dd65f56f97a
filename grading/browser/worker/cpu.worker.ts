import '@tensorflow/tfjs-backend-cpu';
import { serve } from './serve';

serve('cpu');
