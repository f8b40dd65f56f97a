import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'rows-for-columns',
    fails: 'pixels',
    diagnosis: {
      en: 'Rows and columns are exchanged: px counts columns and goes with cx, py counts rows and goes with cy.',
      ko: '행과 열이 뒤바뀌었습니다. px는 열 번호로 cx와, py는 행 번호로 cy와 짝을 이룹니다.',
    },
  },
  {
    name: 'clipped',
    fails: 'pixels',
    diagnosis: {
      en: 'Pixels are clipped to [0, 1]: noise may carry them below 0 and above 1.',
      ko: '픽셀을 [0, 1]로 잘랐습니다. 잡음 때문에 0보다 작거나 1보다 큰 값도 그대로 두어야 합니다.',
    },
  },
  {
    name: 'in-order',
    fails: 'losses',
    diagnosis: {
      en: 'Batch draw order: batches go through the images in order. Each index is ⌊rng()·N⌋, drawn anew.',
      ko: '배치를 뽑는 순서가 다릅니다. 이미지를 차례대로 썼습니다. 번호는 매번 ⌊rng()·N⌋으로 새로 뽑아야 합니다.',
    },
  },
  {
    name: 'without-replacement',
    fails: 'losses',
    diagnosis: {
      en: 'Batch draw order: an image that was drawn is not drawn again. The task draws with replacement, from all N each time.',
      ko: '배치를 뽑는 순서가 다릅니다. 한 번 뽑힌 이미지를 다시 뽑지 않습니다. 과제는 매번 N개 전체에서 복원 추출합니다.',
    },
  },
  {
    name: 'softmax-twice',
    fails: 'losses',
    diagnosis: {
      en: 'Softmax is applied before a loss that takes logits: it is applied twice.',
      ko: '로짓을 받는 손실 앞에 소프트맥스를 적용했습니다. 소프트맥스가 두 번 적용됩니다.',
    },
  },
  {
    name: 't-per-tensor',
    fails: 'one-step',
    diagnosis: {
      en: 't grows with every tensor: it counts steps, and all six tensors of a step share it.',
      ko: '텐서마다 t가 늘어납니다. t는 걸음을 세며, 한 걸음의 텐서 여섯 개가 함께 씁니다.',
    },
  },
  {
    name: 'no-bias-correction',
    fails: 'one-step',
    diagnosis: {
      en: 'Adam without bias correction: divide both averages by what they lack for having started at zero.',
      ko: 'Adam의 편향 보정이 빠졌습니다. 두 평균은 0에서 시작하므로 그만큼 나누어 보정해야 합니다.',
    },
  },
  {
    name: 'fresh-averages',
    fails: 'three-steps',
    diagnosis: {
      en: "Adam's averages start from zero in every step: carry them from one step to the next.",
      ko: 'Adam의 두 평균이 걸음마다 0에서 다시 시작합니다. 앞 걸음의 평균을 이어받아야 합니다.',
    },
  },
];
