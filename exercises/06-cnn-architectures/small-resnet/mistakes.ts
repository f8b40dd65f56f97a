import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'relu-before-add',
    fails: 'values',
    diagnosis: {
      en: 'ReLU is applied before the addition: a block ends with ReLU(F(x) + shortcut).',
      ko: '더하기 전에 ReLU를 적용했습니다. 블록은 ReLU(F(x) + 건너뛰기)로 끝납니다.',
    },
  },
  {
    name: 'projection-without-norm',
    fails: 'values',
    diagnosis: {
      en: 'The projection has no batch norm: it is a convolution like the others, with its own gamma and beta.',
      ko: '투영에 배치 정규화가 없습니다. 투영도 다른 합성곱처럼 자기 gamma와 beta로 정규화합니다.',
    },
  },
  {
    name: 'batch-statistics-always',
    fails: 'values',
    diagnosis: {
      en: "In evaluation the batch's own statistics are used: hand `training` on to batch norm, so that it takes the running ones.",
      ko: '평가할 때에도 배치의 통계를 씁니다. `training`을 배치 정규화에 넘겨 이동 통계를 쓰게 하십시오.',
    },
  },
  {
    name: 'old-statistics',
    fails: 'statistics',
    diagnosis: {
      en: 'The statistics come back as they were: return those that batch norm moved.',
      ko: '통계가 그대로 돌아옵니다. 배치 정규화가 갱신한 통계를 반환하십시오.',
    },
  },
  {
    name: 'skip-ignored',
    fails: 'switches',
    diagnosis: {
      en: '`skip: false` changes nothing: without it a block is ReLU(F(x)).',
      ko: '`skip: false`가 아무것도 바꾸지 않습니다. 건너뛰기 연결이 꺼진 블록은 ReLU(F(x))입니다.',
    },
  },
  {
    name: 'norm-ignored',
    fails: 'switches',
    diagnosis: {
      en: '`batchNorm: false` changes nothing: maps are then only scaled by gamma and shifted by beta.',
      ko: '`batchNorm: false`가 아무것도 바꾸지 않습니다. 그때 특징 맵에는 gamma를 곱하고 beta를 더하기만 합니다.',
    },
  },
  {
    name: 'fan-out',
    fails: 'start',
    diagnosis: {
      en: 'Kernels are scaled by their outputs (fan-out): the deviation is √(2 / fan-in), with fan-in = side · side · inputs.',
      ko: '커널의 크기를 출력의 수(fan-out)로 정했습니다. 표준편차는 √(2 / fan-in)이고, fan-in은 한 변 · 한 변 · 입력 채널 수입니다.',
    },
  },
];
