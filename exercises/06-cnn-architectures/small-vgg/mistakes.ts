import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'relu-once',
    fails: 'values',
    diagnosis: {
      en: 'There is no ReLU between the two convolutions of a block: each is followed by batch norm and ReLU of its own.',
      ko: '블록의 두 합성곱 사이에 ReLU가 없습니다. 합성곱마다 배치 정규화와 ReLU가 따로 이어집니다.',
    },
  },
  {
    name: 'norm-after-relu',
    fails: 'values',
    diagnosis: {
      en: 'ReLU comes before batch norm here: the order is convolution, batch norm, ReLU.',
      ko: 'ReLU가 배치 정규화보다 먼저 옵니다. 순서는 합성곱, 배치 정규화, ReLU입니다.',
    },
  },
  {
    name: 'average-pooling',
    fails: 'values',
    diagnosis: {
      en: 'The blocks end with average pooling: VGG takes the maximum of each window.',
      ko: '블록이 평균 풀링으로 끝납니다. VGG는 윈도마다 최댓값을 취합니다.',
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
    name: 'norm-ignored',
    fails: 'switches',
    diagnosis: {
      en: '`batchNorm: false` changes nothing: maps are then only scaled by gamma and shifted by beta.',
      ko: '`batchNorm: false`가 아무것도 바꾸지 않습니다. 그때 특징 맵에는 gamma를 곱하고 beta를 더하기만 합니다.',
    },
  },
  {
    name: 'always-stacked',
    fails: 'start-large',
    diagnosis: {
      en: '`createNet` takes no notice of `stacked: false`: each block then has one kernel `conv` of 5×5.',
      ko: '`createNet`이 `stacked: false`를 보지 않습니다. 그때 블록마다 5×5 커널 `conv`가 하나 있습니다.',
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
