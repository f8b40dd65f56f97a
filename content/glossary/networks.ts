import type { GlossaryTerm } from './term';

/** What networks are made of, and how gradients go through them. */
export const networkTerms: GlossaryTerm[] = [
  {
    id: 'parameter',
    en: 'parameter',
    ko: '매개변수',
    also: { ko: ['파라미터'] },
    meaning: {
      en: 'A number of the model that training adjusts, such as a weight or a bias.',
      ko: '가중치나 편향처럼 학습이 조정하는 모델의 수입니다.',
    },
  },
  {
    id: 'hyperparameter',
    en: 'hyperparameter',
    ko: '하이퍼파라미터',
    also: { ko: ['초매개변수'] },
    meaning: {
      en: 'A setting that is chosen before training and not adjusted by it, such as the learning rate or the number of layers.',
      ko: '학습률이나 층의 수처럼 학습 전에 정하고 학습이 바꾸지 않는 설정입니다.',
    },
  },
  {
    id: 'bias',
    en: 'bias (parameter)',
    ko: '편향(매개변수)',
    also: { en: ['intercept', 'bias'], ko: ['절편', '편향'] },
    meaning: {
      en: 'The number b that is added to the weighted sum in wx + b, one for each output.',
      ko: 'wx + b에서 가중합에 더하는 수 b로, 출력마다 하나씩 있습니다.',
    },
  },
  {
    id: 'broadcasting',
    en: 'broadcasting',
    ko: '브로드캐스팅',
    meaning: {
      en: 'Combining tensors of different shapes by aligning their axes from the last and repeating those that are missing or of size 1.',
      ko: '형태가 다른 텐서의 축을 마지막부터 맞추고, 없거나 크기가 1인 축은 되풀이하여 함께 계산하는 규칙입니다.',
    },
  },
  {
    id: 'dense-layer',
    en: 'dense layer',
    ko: '완전연결층',
    also: { en: ['fully connected layer', 'FC layer'], ko: ['밀집층', '전결합층'] },
    meaning: {
      en: 'A layer Y = XW + b in which every output depends on every input.',
      ko: '모든 출력이 모든 입력에 연결된 층 Y = XW + b입니다.',
    },
  },
  {
    id: 'multi-layer-perceptron',
    en: 'multi-layer perceptron',
    ko: '다층 퍼셉트론',
    also: { en: ['MLP'] },
    meaning: {
      en: 'A network of dense layers with a non-linear activation function between them.',
      ko: '완전연결층 사이마다 비선형 활성화 함수를 둔 신경망입니다.',
    },
  },
  {
    id: 'activation-function',
    en: 'activation function',
    ko: '활성화 함수',
    meaning: {
      en: 'The non-linear function, such as ReLU, that is applied to each element between two layers.',
      ko: 'ReLU처럼 층과 층 사이에서 원소마다 적용하는 비선형 함수입니다.',
    },
  },
  {
    id: 'non-linear-transform',
    en: 'non-linear transform',
    ko: '비선형 변환',
    meaning: {
      en: 'A map that does not keep sums and multiples, so that stacked layers do not collapse into one.',
      ko: '합과 상수배를 보존하지 않는 변환으로, 층을 쌓아도 하나로 합쳐지지 않게 합니다.',
    },
  },
  {
    id: 'softmax',
    en: 'softmax',
    ko: '소프트맥스',
    meaning: {
      en: 'The function that turns scores into probabilities by exponentials divided by their sum.',
      ko: '점수의 지수 함수값을 그 합으로 나누어 확률로 바꾸는 함수입니다.',
    },
  },
  {
    id: 'forward-pass',
    en: 'forward pass',
    ko: '순전파',
    meaning: {
      en: 'Computing a network’s output from its input, layer by layer.',
      ko: '입력에서 시작해 층을 차례로 지나며 신경망의 출력을 계산하는 과정입니다.',
    },
  },
  {
    id: 'backpropagation',
    en: 'backpropagation',
    ko: '역전파',
    also: { en: ['backward pass', 'backprop'], ko: ['오차역전파'] },
    meaning: {
      en: 'Computing the gradient of the loss in all parameters by the chain rule, from the loss back to the input.',
      ko: '손실에서 입력 쪽으로 연쇄 법칙을 적용해 모든 매개변수에 대한 손실의 기울기를 구하는 방법입니다.',
    },
  },
  {
    id: 'chain-rule',
    en: 'chain rule',
    ko: '연쇄 법칙',
    also: { ko: ['합성함수의 미분법'] },
    meaning: {
      en: 'The derivative of a composition is the product of the derivatives of its steps; over several paths the products are added.',
      ko: '합성함수의 도함수는 단계별 도함수의 곱이고, 길이 여럿이면 그 곱들을 더한다는 법칙입니다.',
    },
  },
  {
    id: 'derivative',
    en: 'derivative',
    ko: '도함수',
    also: { ko: ['미분계수'] },
    meaning: {
      en: 'The limit of (f(x + h) − f(x))/h as h goes to 0: the slope of f at x.',
      ko: 'h가 0으로 갈 때 (f(x + h) − f(x))/h의 극한, 곧 x에서의 f의 기울기이며, 한 점에서의 값은 미분계수라고 합니다.',
    },
  },
  {
    id: 'partial-derivative',
    en: 'partial derivative',
    ko: '편미분',
    also: { ko: ['편도함수'] },
    meaning: {
      en: 'The derivative in one variable while all others are held fixed.',
      ko: '다른 변수는 모두 고정하고 한 변수에 대해서만 미분한 것입니다.',
    },
  },
  {
    id: 'gradient',
    en: 'gradient',
    ko: '기울기',
    also: { ko: ['그래디언트'] },
    meaning: {
      en: 'The vector of all partial derivatives; it points in the direction of steepest ascent.',
      ko: '모든 편미분을 모은 벡터로, 함수가 가장 가파르게 커지는 방향을 가리킵니다.',
    },
  },
  {
    id: 'vanishing-gradient',
    en: 'vanishing gradient',
    ko: '기울기 소실',
    meaning: {
      en: 'The shrinking of gradients towards the first layers when many factors below 1 are multiplied on the way back.',
      ko: '거꾸로 가는 동안 1보다 작은 인수가 거듭 곱해져 앞쪽 층의 기울기가 거의 0이 되는 현상입니다.',
    },
  },
];
