import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'transposed-dw',
    fails: 'values',
    diagnosis: {
      en: 'Transposed gradient dW: it must have the shape of W, Xᵀ·dY.',
      ko: 'dW가 전치되었습니다. W와 같은 형태가 되도록 Xᵀ·dY를 계산해야 합니다.',
    },
  },
  {
    name: 'mean-db',
    fails: 'values',
    diagnosis: {
      en: 'db averages over the batch: it must be the sum.',
      ko: 'db를 배치에 대해 평균했습니다. 평균이 아니라 합이어야 합니다.',
    },
  },
  {
    name: 'db-over-outputs',
    fails: 'values',
    diagnosis: {
      en: 'db sums over outputs: sum over the batch, axis 0.',
      ko: 'db를 출력 방향으로 합했습니다. 배치 방향(0번 축)으로 합해야 합니다.',
    },
  },
  {
    name: 'divided-by-batch',
    fails: 'values',
    diagnosis: {
      en: 'Divides by N: the loss already did.',
      ko: 'N으로 나눴습니다. 손실 함수에서 이미 나누었으므로 여기서는 나누지 않습니다.',
    },
  },
  {
    name: 'untransposed-w',
    fails: 'values',
    diagnosis: {
      en: 'Forgot to transpose W: dX = dY·Wᵀ.',
      ko: 'W를 전치하지 않았습니다. dX = dY·Wᵀ입니다.',
    },
  },
  {
    name: 'updated-input',
    fails: 'values',
    diagnosis: {
      en: 'Returns an updated value, x + dx: return the gradient alone.',
      ko: '갱신된 값 x + dx를 반환했습니다. 기울기만 반환해야 합니다.',
    },
  },
];
