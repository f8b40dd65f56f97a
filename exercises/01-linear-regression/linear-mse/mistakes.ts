import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'sum',
    fails: 'values',
    diagnosis: { en: 'Not divided by N: this is the sum of squares.', ko: 'N으로 나누지 않았습니다. 제곱의 합입니다.' },
  },
  {
    name: 'half',
    fails: 'values',
    diagnosis: {
      en: 'Extra ½: the loss has no ½ here.',
      ko: '½이 더 들어갔습니다. 여기서 손실에는 ½이 없습니다.',
    },
  },
  {
    name: 'broadcast',
    fails: 'values',
    diagnosis: {
      en: 'y: [N] was broadcast against [N, 1] to [N, N]: bring the predictions to [N] first.',
      ko: '[N]인 y와 [N, 1]인 예측이 [N, N]으로 브로드캐스팅되었습니다. 먼저 예측을 [N]으로 만드십시오.',
    },
  },
  {
    name: 'absolute',
    fails: 'values',
    diagnosis: { en: 'Absolute, not squared error.', ko: '제곱 오차가 아니라 절댓값 오차입니다.' },
  },
  {
    name: 'no-bias',
    fails: 'values',
    diagnosis: {
      en: 'The bias is not used, and its gradient is disconnected.',
      ko: '편향을 사용하지 않아 편향의 기울기도 끊어져 있습니다.',
    },
  },
];
