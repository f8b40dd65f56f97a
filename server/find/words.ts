import 'server-only';

/** Words of a query that count. */
const MOST_WORDS = 8;
/**
 * Endings that Korean puts on a noun (조사), longest first. Whoever types `경사하강법을` looks for `경사하강법`: what has the noun
 * with any ending has it as a part.
 */
const PARTICLES = [
  ...[
    '에서부터',
    '으로부터',
    '이라고',
    '에게서',
    '한테서',
    '으로써',
    '으로서',
    '까지도',
    '에서는',
    '에서도',
    '으로는',
    '으로도',
    '이라는',
  ],
  ...[
    '부터',
    '까지',
    '에서',
    '에게',
    '한테',
    '으로',
    '처럼',
    '보다',
    '마다',
    '조차',
    '라고',
    '라는',
    '이란',
    '에는',
    '에도',
    '로써',
    '로서',
    '와의',
    '과의',
    '로는',
    '로도',
  ],
  ...['을', '를', '이', '가', '은', '는', '의', '에', '로', '와', '과', '도', '만', '랑', '란'],
];
/** What is left of a word without its particle: shorter it would find too much. */
const SHORTEST_NOUN = 2;

/** One composed form for what looks the same; case counts for nothing. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** The words of a query as they are looked for, each once. */
export function wordsOf(query: string): string[] {
  const words = folded(query).split(/\s+/).filter(Boolean).map(withoutParticle);
  return [...new Set(words)].slice(0, MOST_WORDS);
}

function withoutParticle(word: string): string {
  const particle = PARTICLES.find((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_NOUN);
  return particle === undefined ? word : word.slice(0, -particle.length);
}

/** A pattern for LIKE that finds the word anywhere; nothing in it is a placeholder. */
export function likePattern(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
