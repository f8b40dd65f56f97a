/** What the compilers (sucrase, acorn) say most, in Korean. They speak English only. */
const KOREAN: readonly [said: RegExp, korean: string][] = [
  [/^Unexpected token, expected "(.+)"$/, '여기에 “$1”이(가) 있어야 합니다'],
  [/^Unexpected token$/, '여기에 올 수 없는 기호나 낱말입니다'],
  [/^Unexpected character '(.+)'$/, '사용할 수 없는 문자입니다(“$1”)'],
  [/^Unexpectedly reached the end of input\.?$/, '괄호나 문장이 끝나기 전에 코드가 끝났습니다'],
  [/^Unexpected keyword '(.+)'$/, '예약어 “$1”은(는) 여기에 올 수 없습니다'],
  [/^The keyword '(.+)' is reserved$/, '예약어 “$1”은(는) 이름으로 쓸 수 없습니다'],
  [/^Identifier '(.+)' has already been declared$/, '이름 “$1”을(를) 두 번 선언했습니다'],
  [/^Duplicate export '(.+)'$/, '“$1”을(를) 두 번 내보냈습니다'],
  [/^Export '(.+)' is not defined$/, '내보내려는 “$1”이(가) 정의되어 있지 않습니다'],
  [/^Unterminated string constant$/, '문자열의 닫는 따옴표가 없습니다'],
  [/^Unterminated template(?: literal)?$/, '템플릿 문자열의 닫는 백틱(`)이 없습니다'],
  [/^Unterminated comment$/, '주석의 닫는 기호(*/)가 없습니다'],
  [/^Unterminated regular expression$/, '정규 표현식의 닫는 빗금(/)이 없습니다'],
  [/^'return' outside of function$/, 'return이 함수 밖에 있습니다'],
  [/^Assigning to rvalue$/, '값을 대입할 수 없는 자리입니다'],
  [/^Cannot use keyword 'await' outside an async function$/, 'await를 async 함수 밖에서 사용했습니다'],
  [/^'import' and 'export' may only appear at the top level$/, 'import와 export는 파일의 맨 바깥에만 올 수 있습니다'],
];

/** A compiler's reason in Korean; as it is where we have no words for it. */
export function koreanReason(reason: string): string {
  const found = KOREAN.find(([said]) => said.test(reason));
  return found ? reason.replace(...found) : reason;
}
