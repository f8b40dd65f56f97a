import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '05-convolution/conv-arithmetic',
  title: { ko: '출력 크기와 파라미터 수', en: 'Output size and parameters' },
  summary: {
    ko: '합성곱 층의 출력이 몇 칸인지, 학습할 매개변수가 몇 개인지 계산합니다.',
    en: 'How large is the output of a convolution, and how many numbers does it learn?',
  },
  difficulty: 1,
  minutes: 15,
  prerequisites: [],
  concepts: ['convolution', 'padding', 'stride', 'dilation', 'parameter'],
  entries: ['convOut', 'convParams'],
});
