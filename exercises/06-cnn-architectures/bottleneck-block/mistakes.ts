import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'stride-in-first',
    fails: 'values',
    diagnosis: {
      en: 'The stride is in the first 1×1 convolution, the v1 placement: this exercise uses v1.5, with the stride in the 3×3.',
      ko: '스트라이드를 첫 1×1 합성곱에 주었습니다. v1의 방식입니다. 이 실습은 3×3 합성곱에 스트라이드를 주는 v1.5입니다.',
    },
  },
  {
    name: 'relu-after-third',
    fails: 'values',
    diagnosis: {
      en: 'ReLU after the third convolution: the branch ends without activation, and the ReLU follows the sum.',
      ko: '셋째 합성곱 뒤에 ReLU를 적용했습니다. 가지는 활성화 함수 없이 끝나고, ReLU는 더한 다음에 옵니다.',
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
      en: "'same' at stride 2 pads only below and to the right of even sides: the 3×3 convolution pads 1 on every side.",
      ko: "스트라이드가 2일 때 'same'은 짝수인 변의 아래쪽과 오른쪽에만 덧댑니다. 3×3 합성곱은 네 변에 모두 1씩 덧댑니다.",
    },
  },
  {
    name: 'linear-second',
    fails: 'values',
    diagnosis: {
      en: 'No ReLU after the 3×3 convolution: the first two convolutions are both followed by one.',
      ko: '3×3 합성곱 뒤에 ReLU가 없습니다. 처음 두 합성곱 뒤에는 모두 ReLU가 옵니다.',
    },
  },
  {
    name: 'no-expansion',
    fails: 'identity-parameters',
    diagnosis: {
      en: 'Counts the third convolution as M → M: it expands the channels, M → O.',
      ko: '셋째 합성곱을 M → M으로 세었습니다. 채널을 다시 늘리는 M → O 합성곱입니다.',
    },
  },
  {
    name: 'one-per-channel',
    fails: 'identity-parameters',
    diagnosis: {
      en: 'Counts one parameter per channel of a batch norm: γ and β are 2 per channel.',
      ko: '배치 정규화를 채널마다 하나로 세었습니다. γ와 β, 채널마다 2개입니다.',
    },
  },
  {
    name: 'biases-counted',
    fails: 'identity-parameters',
    diagnosis: {
      en: 'Counts biases of the convolutions: before a batch norm there are none, β takes their place.',
      ko: '합성곱의 편향까지 세었습니다. 배치 정규화 앞에는 편향이 없고 β가 그 자리를 대신합니다.',
    },
  },
  {
    name: 'norms-forgotten',
    fails: 'identity-parameters',
    diagnosis: {
      en: 'Counts the weights only: each batch norm has γ and β as well, 2 per channel.',
      ko: '가중치만 세었습니다. 배치 정규화마다 γ와 β가 채널마다 2개씩 있습니다.',
    },
  },
  {
    name: 'projection-forgotten',
    fails: 'projection-parameters',
    diagnosis: {
      en: 'The projection is not counted: C·O weights and 2·O for its batch norm.',
      ko: '투영을 세지 않았습니다. 가중치 C·O개와 배치 정규화 2·O개를 더해야 합니다.',
    },
  },
];
