import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'transposed-weights',
    fails: 'values',
    diagnosis: {
      en: 'Uses Wᵀ: W is [I, O] already, so X·W needs no transpose.',
      ko: 'Wᵀ를 사용했습니다. W의 형태가 이미 [I, O]이므로 전치 없이 X·W를 계산합니다.',
    },
  },
  {
    name: 'no-bias',
    fails: 'values',
    diagnosis: { en: 'The bias b is missing.', ko: '편향 b를 더하지 않았습니다.' },
  },
  {
    name: 'bias-over-rows',
    fails: 'values',
    diagnosis: {
      en: 'Bias broadcast over rows: b[o] belongs to column o of every row.',
      ko: '편향을 행 방향으로 더했습니다. b[o]는 모든 행의 o번째 열에 더해야 합니다.',
    },
  },
  {
    name: 'relu',
    fails: 'values',
    diagnosis: {
      en: 'No activation here: the layer ends with the sum.',
      ko: '여기에는 활성화 함수가 없습니다. 편향을 더한 값이 그대로 출력입니다.',
    },
  },
  {
    name: 'bias-per-input',
    fails: 'values',
    diagnosis: {
      en: 'Bias added once per input: b must be added once to each row.',
      ko: '편향을 입력 개수만큼 더했습니다. 각 행에 한 번만 더해야 합니다.',
    },
  },
];
