import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '06-cnn-architectures/param-count',
  title: { ko: '전체 네트워크 세기', en: 'Counting whole networks' },
  summary: {
    ko: '층의 목록만 보고 네트워크의 매개변수, 곱셈-덧셈, 출력 형태를 계산하여 논문의 수와 맞춰 봅니다.',
    en: 'Work out parameters, multiply-adds and output shape from a list of layers, and check them against the papers.',
  },
  difficulty: 2,
  minutes: 40,
  prerequisites: ['05-convolution/conv-arithmetic'],
  concepts: ['parameter', 'convolution', 'residual-connection', 'concatenation'],
  entries: ['countNet'],
});
