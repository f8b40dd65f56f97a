import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'wrong-axis',
    fails: 'values',
    diagnosis: {
      en: 'Softmax over the wrong axis (columns): every row must sum to 1.',
      ko: '소프트맥스를 잘못된 축(열 방향)으로 계산했습니다. 각 행의 합이 1이어야 합니다.',
    },
  },
  {
    name: 'no-maximum',
    fails: 'large-logits',
    diagnosis: {
      en: 'Overflow: subtract the row maximum before exp.',
      ko: '오버플로가 발생합니다. exp를 계산하기 전에 각 행의 최댓값을 빼십시오.',
    },
  },
  {
    name: 'global-maximum',
    fails: 'large-logits',
    diagnosis: {
      en: 'Subtracts the global maximum: small rows underflow to 0/0. Each row needs its own.',
      ko: '전체 최댓값을 뺐습니다. 값이 작은 행은 언더플로로 0/0이 되므로 행마다 자기 최댓값을 빼야 합니다.',
    },
  },
  {
    name: 'whole-tensor',
    fails: 'values',
    diagnosis: {
      en: 'Normalises the whole tensor: the sum must be taken per row.',
      ko: '텐서 전체의 합으로 나눴습니다. 합은 행마다 따로 구해야 합니다.',
    },
  },
  {
    name: 'base-two',
    fails: 'values',
    diagnosis: { en: 'Uses 2^z, not e^z.', ko: 'e^z가 아니라 2^z를 사용했습니다.' },
  },
  {
    name: 'log-probabilities',
    fails: 'values',
    diagnosis: {
      en: 'Returns log-probabilities: leave out the final log.',
      ko: '로그 확률을 반환했습니다. 마지막 log를 빼십시오.',
    },
  },
];
