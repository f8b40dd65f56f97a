import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'new-maps-first',
    fails: 'values',
    diagnosis: {
      en: 'New maps stand before the old ones: a layer appends its own behind all that are there.',
      ko: '새 특징 맵이 앞에 왔습니다. 층은 자기 특징 맵을 이미 있는 것 모두의 뒤에 붙입니다.',
    },
  },
  {
    name: 'relu-before-norm',
    fails: 'values',
    diagnosis: {
      en: 'ReLU comes before the norm: in a norm–ReLU maps are normalized first.',
      ko: 'ReLU가 정규화보다 먼저 왔습니다. 정규화–ReLU에서는 특징 맵을 먼저 정규화합니다.',
    },
  },
  {
    name: 'max-transition',
    fails: 'values',
    diagnosis: {
      en: 'The transition takes the maximum of each window: it averages.',
      ko: '전이층이 창의 최댓값을 골랐습니다. 전이층은 평균을 냅니다.',
    },
  },
  {
    name: 'no-last-norm',
    fails: 'values',
    diagnosis: {
      en: 'The norm `head` is missing: after the second block maps are normalized once more, before ReLU and pooling.',
      ko: '정규화 `head`가 빠졌습니다. 둘째 블록 뒤에서 ReLU와 풀링에 앞서 한 번 더 정규화합니다.',
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
    name: 'concat-ignored',
    fails: 'switches',
    diagnosis: {
      en: '`concat: false` changes nothing: a layer then appends its maps to zeros, and the next one sees those only.',
      ko: '`concat: false`가 아무것도 바꾸지 않습니다. 그때 층은 자기 특징 맵을 0 뒤에 붙이고, 다음 층은 그것만 봅니다.',
    },
  },
  {
    name: 'block-input-kept',
    fails: 'switches',
    diagnosis: {
      en: "With `concat: false` the block's input is still there: after the first layer it is zeros as well.",
      ko: '`concat: false`인데 블록의 입력이 남아 있습니다. 첫째 층 다음에는 입력도 0입니다.',
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
