import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '06-cnn-architectures/inception-block',
  title: { ko: '인셉션 블록', en: 'Inception block' },
  summary: {
    ko: '크기가 다른 합성곱과 풀링을 나란히 두고 출력을 채널 방향으로 이어 붙이며, 1×1 합성곱으로 비용을 줄입니다.',
    en: 'Run convolutions of several sizes and a pooling side by side, made cheap by 1 × 1 reductions, and concatenate.',
  },
  difficulty: 3,
  minutes: 40,
  prerequisites: ['05-convolution/conv1x1', '05-convolution/pool2d'],
  concepts: ['concatenation', 'bottleneck', 'max-pooling', 'parameter'],
  entries: ['inception', 'inceptionWeights'],
});
