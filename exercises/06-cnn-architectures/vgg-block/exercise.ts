import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '06-cnn-architectures/vgg-block',
  title: { ko: 'VGG 블록', en: 'VGG block' },
  summary: {
    ko: '3×3 합성곱과 ReLU를 몇 번 쌓고 최대 풀링으로 해상도를 반으로 줄입니다.',
    en: 'Stack 3 × 3 convolutions with ReLU, then halve the resolution by max pooling.',
  },
  difficulty: 1,
  minutes: 20,
  prerequisites: ['05-convolution/receptive-field', '05-convolution/pool2d'],
  concepts: ['convolution', 'receptive-field', 'max-pooling', 'padding'],
  entries: ['vggBlock'],
});
