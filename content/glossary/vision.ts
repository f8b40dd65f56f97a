import type { GlossaryTerm } from './term';

/** Convolution, networks made of it, and the tasks of computer vision. */
export const visionTerms: GlossaryTerm[] = [
  {
    id: 'convolution',
    en: 'convolution',
    ko: '합성곱',
    also: { ko: ['컨볼루션', '콘볼루션'] },
    meaning: {
      en: 'Moving a small kernel over the input and taking a weighted sum at each place; what deep learning calls so is, strictly, cross-correlation.',
      ko: '작은 커널을 입력 위로 옮기며 자리마다 가중합을 구하는 연산이며, 딥러닝에서 이렇게 부르는 것은 엄밀히는 교차상관입니다.',
    },
  },
  {
    id: 'cross-correlation',
    en: 'cross-correlation',
    ko: '교차상관',
    meaning: {
      en: 'Convolution without flipping the kernel.',
      ko: '커널을 뒤집지 않고 하는 합성곱입니다.',
    },
  },
  {
    id: 'kernel',
    en: 'filter / kernel',
    ko: '필터 / 커널',
    also: { en: ['filter', 'kernel'], ko: ['필터', '커널'] },
    meaning: {
      en: 'The small array of weights that a convolution moves over its input; a filter has one kernel for each input channel.',
      ko: '합성곱이 입력 위로 옮기는 작은 가중치 배열이며, 필터 하나는 입력 채널마다 커널을 하나씩 가집니다.',
    },
  },
  {
    id: 'channel',
    en: 'channel',
    ko: '채널',
    meaning: {
      en: 'One of the numbers stored at each place of an image or feature map, for instance red, green or blue.',
      ko: '이미지나 특징 맵의 자리마다 저장된 수 하나하나로, 예를 들면 빨강, 초록, 파랑입니다.',
    },
  },
  {
    id: 'feature-map',
    en: 'feature map',
    ko: '특징 맵',
    also: { ko: ['피처 맵'] },
    meaning: {
      en: 'The output of one filter over all places of its input.',
      ko: '필터 하나를 입력의 모든 자리에 적용한 출력입니다.',
    },
  },
  {
    id: 'padding',
    en: 'padding',
    ko: '패딩',
    also: { ko: ['덧대기'] },
    meaning: {
      en: 'Values, mostly zeros, put around the input, so that the kernel also fits at its border.',
      ko: '커널이 가장자리에도 놓이도록 입력 둘레에 덧대는 값이며 대개 0입니다.',
    },
  },
  {
    id: 'stride',
    en: 'stride',
    ko: '스트라이드',
    also: { ko: ['보폭'] },
    meaning: {
      en: 'By how many places the kernel moves from one output to the next.',
      ko: '다음 출력으로 갈 때 커널을 옮기는 칸 수입니다.',
    },
  },
  {
    id: 'dilation',
    en: 'dilation',
    ko: '팽창',
    also: { en: ['atrous'] },
    meaning: {
      en: 'The spacing between the places that neighbouring weights of a kernel read; 1 leaves no gap.',
      ko: '커널의 이웃한 가중치가 읽는 자리 사이의 간격이며, 1이면 틈이 없습니다.',
    },
  },
  {
    id: 'receptive-field',
    en: 'receptive field',
    ko: '수용 영역',
    also: { ko: ['수용장'] },
    meaning: {
      en: 'The part of the input on which one output element can depend.',
      ko: '출력 원소 하나가 영향을 받을 수 있는 입력의 범위입니다.',
    },
  },
  {
    id: 'average-pooling',
    en: 'average pooling',
    ko: '평균 풀링',
    meaning: {
      en: 'Replacing each window of a feature map by its mean.',
      ko: '특징 맵의 각 창을 그 평균으로 바꾸는 연산입니다.',
    },
  },
  {
    id: 'max-pooling',
    en: 'max pooling',
    ko: '최대 풀링',
    meaning: {
      en: 'Replacing each window of a feature map by its largest value.',
      ko: '특징 맵의 각 창을 그 최댓값으로 바꾸는 연산입니다.',
    },
  },
  {
    id: 'overlapping-pooling',
    en: 'overlapping pooling',
    ko: '중첩 풀링',
    meaning: {
      en: 'Pooling whose windows are larger than its stride, so that neighbours overlap.',
      ko: '창이 스트라이드보다 커서 이웃한 창이 겹치는 풀링입니다.',
    },
  },
  {
    id: 'global-average-pooling',
    en: 'global average pooling',
    ko: '전역 평균 풀링',
    also: { en: ['GAP'] },
    meaning: {
      en: 'Replacing each whole feature map by its mean, which leaves one number per channel.',
      ko: '특징 맵 전체를 평균 하나로 바꾸어 채널마다 수 하나를 남기는 연산입니다.',
    },
  },
  {
    id: 'depthwise-separable-convolution',
    en: 'depthwise separable convolution',
    ko: '깊이별 분리 합성곱',
    meaning: {
      en: 'A convolution within each channel followed by a 1×1 convolution across channels, cheaper than doing both at once.',
      ko: '채널마다 따로 합성곱한 뒤 1×1 합성곱으로 채널을 섞어, 한꺼번에 하는 것보다 값싼 합성곱입니다.',
    },
  },
  {
    id: 'transposed-convolution',
    en: 'transposed convolution',
    ko: '전치 합성곱',
    also: { en: ['deconvolution'] },
    meaning: {
      en: 'The linear map whose matrix is the transpose of a convolution’s; it enlarges, but does not undo, a convolution.',
      ko: '합성곱 행렬의 전치를 곱하는 선형 변환으로, 크기를 키우지만 합성곱을 되돌리지는 않습니다.',
    },
  },
  {
    id: 'convolutional-neural-network',
    en: 'convolutional neural network',
    ko: '합성곱 신경망',
    also: { en: ['CNN', 'ConvNet'] },
    meaning: {
      en: 'A network whose main layers are convolutions.',
      ko: '합성곱이 주된 층인 신경망입니다.',
    },
  },
  {
    id: 'local-response-normalization',
    en: 'local response normalization',
    ko: '국소 응답 정규화',
    also: { en: ['LRN'] },
    meaning: {
      en: 'Dividing each activation by a measure of its neighbours in adjacent channels, as AlexNet did.',
      ko: 'AlexNet이 쓴 것으로, 활성값을 인접한 채널의 같은 자리 값들로 잰 크기로 나누는 층입니다.',
    },
  },
  {
    id: 'concatenation',
    en: 'concatenation',
    ko: '이어붙이기',
    also: { ko: ['연결'] },
    meaning: {
      en: 'Putting tensors one after the other along an axis, such as the channels.',
      ko: '채널 같은 한 축을 따라 텐서를 차례로 잇는 것입니다.',
    },
  },
  {
    id: 'residual-connection',
    en: 'residual connection',
    ko: '잔차 연결',
    also: { en: ['skip connection', 'shortcut'], ko: ['건너뛰기 연결', '스킵 연결'] },
    meaning: {
      en: 'Adding a block’s input to its output, so that the block learns the difference: y = F(x) + x.',
      ko: '블록의 입력을 출력에 더해 블록이 그 차이를 배우게 하는 연결 y = F(x) + x입니다.',
    },
  },
  {
    id: 'bottleneck',
    en: 'bottleneck',
    ko: '병목',
    meaning: {
      en: 'A narrow layer, mostly a 1×1 convolution to few channels, that makes the costly layer after it cheaper.',
      ko: '대개 1×1 합성곱으로 채널을 줄여 뒤따르는 비싼 층의 계산을 줄이는 좁은 층입니다.',
    },
  },
  {
    id: 'growth-rate',
    en: 'growth rate',
    ko: '성장률',
    meaning: {
      en: 'In DenseNet, the number of channels that each layer adds to those before it.',
      ko: 'DenseNet에서 각 층이 앞의 채널들에 더하는 채널 수입니다.',
    },
  },
  {
    id: 'object-detection',
    en: 'object detection',
    ko: '객체 탐지',
    meaning: {
      en: 'Finding the objects of an image: a bounding box, a class and a score for each.',
      ko: '이미지 속 객체마다 경계 상자, 클래스, 점수를 찾는 과제입니다.',
    },
  },
  {
    id: 'bounding-box',
    en: 'bounding box',
    ko: '경계 상자',
    also: { ko: ['바운딩 박스'] },
    meaning: {
      en: 'A rectangle around an object, given by its corners or by centre and size.',
      ko: '객체를 둘러싼 직사각형으로, 꼭짓점이나 중심과 크기로 나타냅니다.',
    },
  },
  {
    id: 'intersection-over-union',
    en: 'intersection over union',
    ko: '교집합 대 합집합 비율',
    also: { en: ['IoU', 'Jaccard index'], ko: ['IoU'] },
    meaning: {
      en: 'The area that two regions share, divided by the area that they cover together.',
      ko: '두 영역이 겹치는 넓이를 둘이 함께 덮는 넓이로 나눈 값입니다.',
    },
  },
  {
    id: 'non-maximum-suppression',
    en: 'non-maximum suppression',
    ko: '비최대 억제',
    also: { en: ['NMS'] },
    meaning: {
      en: 'Keeping boxes from the highest score down and dropping those that overlap a kept one too much.',
      ko: '점수가 높은 상자부터 남기고, 남긴 상자와 너무 많이 겹치는 것은 버리는 방법입니다.',
    },
  },
  {
    id: 'semantic-segmentation',
    en: 'semantic segmentation',
    ko: '의미 분할',
    also: { ko: ['시맨틱 분할'] },
    meaning: {
      en: 'Giving every pixel of an image a class.',
      ko: '이미지의 모든 픽셀에 클래스를 정하는 과제입니다.',
    },
  },
  {
    id: 'instance-segmentation',
    en: 'instance segmentation',
    ko: '인스턴스 분할',
    meaning: {
      en: 'Finding the pixels of each single object, so that two of the same class are told apart.',
      ko: '객체 하나하나의 픽셀을 찾아 같은 클래스의 두 객체도 구별하는 과제입니다.',
    },
  },
  {
    id: 'pose-estimation',
    en: 'pose estimation',
    ko: '자세 추정',
    meaning: {
      en: 'Finding the keypoints, such as the joints, of people or things in an image.',
      ko: '이미지 속 사람이나 사물의 관절 같은 키포인트를 찾는 과제입니다.',
    },
  },
  {
    id: 'keypoint',
    en: 'keypoint',
    ko: '키포인트',
    also: { ko: ['특징점'] },
    meaning: {
      en: 'A named point of an object, such as an elbow, with its place in the image.',
      ko: '팔꿈치처럼 이름이 정해진 객체의 한 점과 이미지에서의 그 위치입니다.',
    },
  },
];
