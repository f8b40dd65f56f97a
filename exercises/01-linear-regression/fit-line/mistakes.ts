import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'new-w',
    fails: 'values',
    diagnosis: {
      en: 'b uses the new w: take both slopes at the same (w, b), then update both.',
      ko: 'b를 갱신할 때 이미 바뀐 w를 사용했습니다. 같은 (w, b)에서 두 기울기를 구한 뒤 함께 갱신하십시오.',
    },
  },
  {
    name: 'scaled-w',
    fails: 'values',
    diagnosis: {
      en: 'The learning rate multiplies w, not the gradient.',
      ko: '학습률을 기울기가 아니라 w에 곱했습니다.',
    },
  },
  {
    name: 'small-loss',
    fails: 'values',
    diagnosis: {
      en: 'Stops on a small loss, not on small slopes: the smallest loss need not be near 0.',
      ko: '기울기가 아니라 손실이 작을 때 멈춥니다. 가장 작은 손실이 0에 가깝다는 보장은 없습니다.',
    },
  },
  {
    name: 'ascent',
    fails: 'values',
    diagnosis: {
      en: 'This is gradient ascent: subtract the gradient to go downhill.',
      ko: '경사상승법입니다. 내려가려면 기울기를 빼야 합니다.',
    },
  },
  {
    name: 'counts-checks',
    fails: 'values',
    diagnosis: {
      en: 'Counts evaluations, not updates: there is one evaluation more.',
      ko: '갱신 횟수가 아니라 계산 횟수를 셌습니다. 계산이 한 번 더 많습니다.',
    },
  },
  {
    name: 'divided-twice',
    fails: 'values',
    diagnosis: { en: 'Divides by N twice.', ko: 'N으로 두 번 나눴습니다.' },
  },
];
