import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '06-cnn-architectures/bottleneck-block',
  title: { ko: '병목 블록', en: 'Bottleneck block' },
  summary: {
    ko: '1×1 합성곱으로 채널을 줄여 3×3 합성곱을 하고 다시 늘리는 잔차 블록을 만들고, 매개변수를 셉니다.',
    en: 'A residual block that narrows the channels before its 3 × 3 convolution, and what it costs.',
  },
  difficulty: 2,
  minutes: 30,
  prerequisites: ['06-cnn-architectures/residual-block', '05-convolution/conv1x1'],
  concepts: ['bottleneck', 'residual-connection', 'parameter', 'stride'],
  entries: ['bottleneck', 'bottleneckParams'],
});
