import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '06-cnn-architectures/residual-block',
  title: { ko: '잔차 블록', en: 'Residual block' },
  summary: {
    ko: '합성곱 두 개의 출력에 입력을 더하고, 크기가 바뀌면 1×1 합성곱으로 입력을 맞춥니다.',
    en: 'Add the input to what two convolutions make of it, through a 1 × 1 projection where sizes change.',
  },
  difficulty: 2,
  minutes: 30,
  prerequisites: ['06-cnn-architectures/vgg-block'],
  concepts: ['residual-connection', 'convolution', 'batch-normalization', 'stride', 'vanishing-gradient'],
  entries: ['residual'],
});
