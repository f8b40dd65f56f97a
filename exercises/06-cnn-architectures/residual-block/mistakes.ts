import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'relu-before-add',
    fails: 'values',
    diagnosis: {
      en: 'ReLU before the addition: activation must follow the sum, or F could never lower a value.',
      ko: '더하기 전에 ReLU를 적용했습니다. 활성화 함수는 더한 다음에 옵니다. 그렇지 않으면 F가 값을 낮출 수 없습니다.',
    },
  },
  {
    name: 'no-shortcut',
    fails: 'values',
    diagnosis: {
      en: 'There is no shortcut: add x, or its projection, to F(x).',
      ko: '건너뛰기 연결이 없습니다. F(x)에 x나 그 투영을 더해야 합니다.',
    },
  },
  {
    name: 'concatenated',
    fails: 'values',
    diagnosis: {
      en: 'Concatenates F(x) and the shortcut: that is DenseNet. ResNet adds.',
      ko: 'F(x)와 건너뛰기 연결을 이어 붙였습니다. 그것은 DenseNet입니다. ResNet은 더합니다.',
    },
  },
  {
    name: 'projection-without-stride',
    fails: 'values',
    diagnosis: {
      en: 'The projection has no stride and is cut to size: it must step like the first convolution.',
      ko: '투영에 스트라이드를 주지 않고 크기만 잘라 맞췄습니다. 첫 합성곱과 같은 보폭으로 움직여야 합니다.',
    },
  },
  {
    name: 'relu-on-shortcut',
    fails: 'values',
    diagnosis: {
      en: 'ReLU on the shortcut: it must pass x on unchanged, or its projection without activation.',
      ko: '건너뛰기 연결에 ReLU를 적용했습니다. x를 그대로, 또는 투영만 해서 넘겨야 합니다.',
    },
  },
  {
    name: 'proj-unscaled',
    fails: 'values',
    diagnosis: {
      en: 'Scale and shift of the projection are missing: its batch norm is proj.s and proj.t.',
      ko: '투영의 크기와 위치가 빠졌습니다. proj.s와 proj.t가 투영의 배치 정규화입니다.',
    },
  },
  {
    name: 'same-padding',
    fails: 'values',
    diagnosis: {
      en: "'same' at stride 2 pads only below and to the right of even sides: this block pads 1 on every side.",
      ko: "스트라이드가 2일 때 'same'은 짝수인 변의 아래쪽과 오른쪽에만 덧댑니다. 이 블록은 네 변에 모두 1씩 덧댑니다.",
    },
  },
  {
    name: 'stride-in-second',
    fails: 'values',
    diagnosis: {
      en: 'The stride is in the second convolution: it belongs to the first.',
      ko: '스트라이드를 둘째 합성곱에 주었습니다. 첫 합성곱에 주어야 합니다.',
    },
  },
  {
    name: 'linear-inside',
    fails: 'values',
    diagnosis: {
      en: 'No ReLU between the two convolutions: F is linear then.',
      ko: '두 합성곱 사이에 ReLU가 없어 F가 선형입니다.',
    },
  },
  {
    name: 'no-final-relu',
    fails: 'values',
    diagnosis: {
      en: 'The ReLU after the sum is missing.',
      ko: '더한 다음의 ReLU가 빠졌습니다.',
    },
  },
];
