import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'rows',
    fails: 'values',
    diagnosis: {
      en: 'Normalises rows, not columns: reduce over axis 0, the examples.',
      ko: '열이 아니라 행을 정규화했습니다. 예시 방향인 0번 축으로 평균을 구해야 합니다.',
    },
  },
  {
    name: 'unbiased',
    fails: 'values',
    diagnosis: {
      en: 'Uses the unbiased variance: divide by N here, not by N − 1.',
      ko: '불편분산을 사용했습니다. 여기서는 N − 1이 아니라 N으로 나눕니다.',
    },
  },
  {
    name: 'eps-outside',
    fails: 'values',
    diagnosis: {
      en: 'ε must be inside the square root: √(v + ε), not √v + ε.',
      ko: 'ε은 제곱근 안에 더해야 합니다. √v + ε이 아니라 √(v + ε)입니다.',
    },
  },
  {
    name: 'no-root',
    fails: 'values',
    diagnosis: {
      en: 'Divides by the variance: the standard deviation is its square root.',
      ko: '분산으로 나눴습니다. 표준편차는 분산의 제곱근입니다.',
    },
  },
  {
    name: 'whole-tensor',
    fails: 'values',
    diagnosis: {
      en: 'One mean and one variance for the whole tensor: each column has its own.',
      ko: '텐서 전체의 평균과 분산 하나를 사용했습니다. 열마다 따로 구해야 합니다.',
    },
  },
];
