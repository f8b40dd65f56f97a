import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  { name: 'unchanged', fails: 'values', diagnosis: { en: 'x is returned as it is.', ko: 'x를 그대로 반환했습니다.' } },
  {
    name: 'squared',
    fails: 'values',
    diagnosis: { en: 'Squares instead of doubling.', ko: '두 배가 아니라 제곱했습니다.' },
  },
  {
    name: 'halved',
    fails: 'values',
    diagnosis: { en: 'Halves instead of doubling.', ko: '두 배가 아니라 절반을 구했습니다.' },
  },
  {
    name: 'plus-two',
    fails: 'values',
    diagnosis: { en: 'Adds 2 instead of multiplying.', ko: '2를 곱하지 않고 더했습니다.' },
  },
];
