import type { Problem } from '../report';

type Code = Problem['code'];

/** What stopped a run, in the reader's language. `detail` is a name, an amount or the learner's own error message. */
const MESSAGES: Record<Code, (detail: string) => Problem['message']> = {
  'syntax-error': (detail) => ({ en: `Syntax error: ${detail}`, ko: `문법 오류: ${detail}` }),
  'source-too-large': (detail) => ({ en: `The file is too large (${detail}).`, ko: `파일이 너무 큽니다(${detail}).` }),
  'missing-export': (detail) => ({
    en: `The file must export a function named “${detail}”.`,
    ko: `파일에서 '${detail}' 함수를 export해야 합니다.`,
  }),
  'forbidden-name': (detail) => ({
    en: `Not allowed in this exercise: ${detail}`,
    ko: `이 실습에서 사용할 수 없습니다: ${detail}`,
  }),
  'forbidden-import': (detail) => ({
    en: `Only '@tensorflow/tfjs-core' can be imported here, not '${detail}'.`,
    ko: `여기서는 '@tensorflow/tfjs-core'만 import할 수 있습니다. '${detail}'은(는) 사용할 수 없습니다.`,
  }),
  'load-error': (detail) => ({
    en: `The file threw an error while it was loaded: ${detail}`,
    ko: `파일을 불러오는 중에 오류가 발생했습니다: ${detail}`,
  }),
  'load-timeout': (detail) => ({
    en: `Loading the file did not finish in ${detail} s. Is there an endless loop outside the functions?`,
    ko: `파일을 불러오는 작업이 ${detail}초 안에 끝나지 않았습니다. 함수 밖에 무한 반복문이 있는지 확인해 보십시오.`,
  }),
  'out-of-memory': (detail) => ({
    en: `The code used more memory than allowed${detail && ` (${detail})`}. Does a loop keep allocating?`,
    ko: `코드가 허용된 것보다 많은 메모리를 사용했습니다${detail && `(${detail})`}. 반복문에서 메모리를 계속 할당하는지 확인해 보십시오.`,
  }),
  crashed: (detail) => ({
    en: `The process that ran the code stopped unexpectedly${detail && ` (${detail})`}. Please run it again.`,
    ko: `코드를 실행하던 프로세스가 예기치 않게 종료되었습니다${detail && `(${detail})`}. 다시 실행해 보십시오.`,
  }),
  'output-too-large': (detail) => ({
    en: `The results are larger than allowed${detail && ` (${detail})`}.`,
    ko: `결과가 허용된 크기를 넘었습니다${detail && `(${detail})`}.`,
  }),
  'protocol-violation': () => ({
    en: 'The code interfered with the process that runs it, so its results are not used.',
    ko: '코드가 자신을 실행하는 프로세스를 방해하였으므로 결과를 사용하지 않습니다.',
  }),
  'missing-layer': (detail) => ({
    en: `Your library does not have “${detail}”.`,
    ko: `내 라이브러리에 '${detail}'이(가) 없습니다.`,
  }),
  'broken-layer': (detail) => ({
    en: `A module of your library could not be loaded: ${detail}`,
    ko: `내 라이브러리의 모듈을 불러오지 못했습니다: ${detail}`,
  }),
  'device-lost': () => ({
    en: 'The graphics device was lost while the code was running. Please run it again.',
    ko: '코드를 실행하는 중에 그래픽 장치와의 연결이 끊어졌습니다. 다시 실행해 보십시오.',
  }),
};

/** The problem with its message. @example problemOf('missing-export', 'dense') */
export function problemOf(code: Code, detail = '', location?: Problem['location']): Problem {
  return { code, message: MESSAGES[code](detail.slice(0, 1000)), ...(location && { location }) };
}
