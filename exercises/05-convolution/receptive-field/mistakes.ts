import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'adds-k',
    fails: 'field-values',
    diagnosis: {
      en: 'Adds k per layer, not k − 1: the first weight of the window is already counted.',
      ko: '층마다 k − 1이 아니라 k를 더했습니다. 창의 첫 칸은 이미 세었습니다.',
    },
  },
  {
    name: 'jump-ignored',
    fails: 'field-values',
    diagnosis: {
      en: 'The jump is ignored: behind a stride, neighbouring places are several pixels apart.',
      ko: 'jump를 곱하지 않았습니다. 스트라이드를 지나면 이웃한 자리가 몇 픽셀씩 떨어져 있습니다.',
    },
  },
  {
    name: 'own-stride',
    fails: 'field-values',
    diagnosis: {
      en: 'Uses the stride of the layer itself: it only lengthens the steps of the layers behind it.',
      ko: '그 층 자신의 스트라이드까지 곱했습니다. 스트라이드는 뒤에 오는 층의 걸음만 늘립니다.',
    },
  },
  {
    name: 'product-of-k',
    fails: 'field-values',
    diagnosis: {
      en: 'Multiplies the sizes of the windows: each layer only adds to the field.',
      ko: '창의 크기를 서로 곱했습니다. 층마다 수용 영역에 더해질 뿐입니다.',
    },
  },
  {
    name: 'dilation-ignored',
    fails: 'field-values',
    diagnosis: {
      en: 'Dilation ignored: a window reaches d(k − 1) places beyond its first.',
      ko: '팽창을 반영하지 않았습니다. 창은 첫 칸에서 d(k − 1)칸 더 나아갑니다.',
    },
  },
  {
    name: 'pad-subtracted',
    fails: 'field-values',
    diagnosis: {
      en: 'Padding changes the size: it moves where the field lies, not how large it is.',
      ko: '패딩 때문에 크기가 달라졌습니다. 패딩은 수용 영역의 위치를 옮길 뿐 크기를 바꾸지 않습니다.',
    },
  },
  {
    name: 'jump-added',
    fails: 'field-values',
    diagnosis: {
      en: 'Strides are added up: each one multiplies the jump.',
      ko: '스트라이드를 더해 나갔습니다. 스트라이드마다 jump에 곱해야 합니다.',
    },
  },
  {
    name: 'start-without-pad',
    fails: 'field-values',
    diagnosis: {
      en: 'start ignores the padding: it moves the first window p steps towards the outside.',
      ko: 'start에 패딩이 빠졌습니다. 패딩은 첫 창을 바깥쪽으로 p걸음 옮깁니다.',
    },
  },
  {
    name: 'start-at-edge',
    fails: 'field-values',
    diagnosis: {
      en: 'start is the first pixel of the field: its centre lies d(k − 1)/2 steps further in every layer.',
      ko: 'start가 수용 영역의 첫 픽셀입니다. 중심은 층마다 d(k − 1)/2걸음 안쪽에 있습니다.',
    },
  },
  {
    name: 'layers-multiplied',
    fails: 'weights-values',
    diagnosis: {
      en: 'Multiplies the counts of the layers: weights of layers add up.',
      ko: '층의 가중치 수를 서로 곱했습니다. 층끼리는 더합니다.',
    },
  },
  {
    name: 'channels-once',
    fails: 'weights-values',
    diagnosis: {
      en: 'Channels counted once: each of the c filters sees all c input channels.',
      ko: '채널을 한 번만 곱했습니다. 필터 c개가 저마다 입력 채널 c개를 모두 봅니다.',
    },
  },
  {
    name: 'kernel-once',
    fails: 'weights-values',
    diagnosis: {
      en: 'k counted once: the kernels are k × k.',
      ko: 'k를 한 번만 곱했습니다. 커널은 k × k입니다.',
    },
  },
];
