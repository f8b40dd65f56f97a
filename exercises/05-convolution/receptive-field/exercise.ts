import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '05-convolution/receptive-field',
  title: { ko: '수용 영역', en: 'Receptive field' },
  summary: {
    ko: '쌓은 층의 출력 하나가 입력 픽셀 몇 개를 보는지, 그 중심이 어디인지 계산합니다.',
    en: 'How many pixels does one output of a stack of layers see, and where is their centre?',
  },
  difficulty: 2,
  minutes: 20,
  prerequisites: ['05-convolution/conv-arithmetic'],
  concepts: ['receptive-field', 'stride', 'dilation', 'parameter'],
  entries: ['receptiveField', 'stackWeights'],
});
