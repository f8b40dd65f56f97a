import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { textComponents } from './components';
import { FORMULAS } from './formulas';
import { TooCostly } from './limits';
import { renderMarkdown } from './render';
import { XSS_CORPUS } from './xss-corpus';

const labels = { done: 'done', open: 'open' };

function html(markdown: string, names?: ReadonlyMap<string, string>): string {
  const components = textComponents({ names, labels });
  return renderToStaticMarkup(
    renderMarkdown(markdown, { prefix: 'text1-', components, formulas: FORMULAS, footnotes: 'Footnotes' }),
  );
}

interface Tag {
  name: string;
  attributes: Map<string, string>;
}

/** Every tag of markup that React wrote: names in its own case, values in double quotes with `"` and `<` escaped. */
function tags(markup: string): Tag[] {
  const found = [...markup.matchAll(/<([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)];
  // Nothing that looks like a tag is left out of account.
  expect(found.length).toBe((markup.match(/<[^/]/g) ?? []).length);
  return found.map(([, name = '', attributes = '']) => ({
    name,
    attributes: new Map(
      [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
    ),
  }));
}

const HTML =
  'p br hr div blockquote ul ol li section em strong del code pre a img sup span table thead tbody tr th td'.split(' ');
const MATHML =
  'math semantics annotation mrow mi mo mn ms mtext mspace mfrac msup msub msubsup msqrt mroot mover munder munderover mtable mtr mtd mstyle mpadded mphantom menclose mglyph svg path line'.split(
    ' ',
  );

describe('the XSS corpus', () => {
  test.each(XSS_CORPUS)('%s', (text) => {
    for (const { name, attributes } of tags(html(text))) {
      expect([...HTML, ...MATHML]).toContain(name);
      for (const [key, value] of attributes) {
        expect(key).not.toMatch(/^(on|srcset|srcdoc|action|formaction|ping|name|xlink|background|poster)/i);
        if (key === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:|\/|#text1-)/);
        if (key === 'src') expect(value).toMatch(/^\/api\/attachments\/[\da-f-]{36}(#\d+x\d+)?$/);
        if (key === 'id') expect(value).toMatch(/^text1-/);
        if (key === 'style') expect(value).not.toMatch(/url|expression|import|position:fixed|inset/i);
      }
    }
  });
});

test('what looks like HTML is read as it was typed', () => {
  expect(html('a Tensor<Rank> & <b>b</b>')).toBe('<p>a Tensor&lt;Rank&gt; &amp; &lt;b&gt;b&lt;/b&gt;</p>');
  expect(html('<div>\nx\n</div>')).toContain('&lt;div&gt;');
});

test('emphasis ends before a Korean particle', () => {
  expect(html('**경사(gradient)**를 *따라*갑니다')).toBe(
    '<p><strong>경사(gradient)</strong>를 <em>따라</em>갑니다</p>',
  );
});

test('a Korean range is no deletion', () => {
  expect(html('3~5장과 7~9장, ~~아님~~')).toBe('<p>3~5장과 7~9장, <del>아님</del></p>');
});

test('a mention shows the present name of whom it means', () => {
  const names = new Map([['u1', '김하늘']]);
  expect(html('안녕 @[옛이름](user:u1)님', names)).toContain('data-mention="u1">@김하늘</span>님');
  expect(html('@[지워진 사람](user:u2)')).toContain('@지워진 사람');
  expect(html('[no mention](user:u1)')).toBe('<p>no mention</p>');
});

test('links outside say so, links inside do not', () => {
  expect(html('[x](https://a.example/)')).toBe('<p><a href="https://a.example/" rel="nofollow ugc noopener">x</a></p>');
  expect(html('[x](//a.example/)')).toContain('rel="nofollow ugc noopener"');
  expect(html('[x](/ko/glossary)')).toBe('<p><a href="/ko/glossary">x</a></p>');
  expect(html('[x](mailto:a@b.co)')).toContain('href="mailto:a@b.co"');
});

test('an image of ours takes its room at once; a foreign one is a link', () => {
  const id = '0197f5a0-0000-7000-8000-000000000001';
  expect(html(`![loss curve](/api/attachments/${id}#640x480)`)).toContain(
    `<img src="/api/attachments/${id}#640x480" alt="loss curve" width="640" height="480" loading="lazy"/>`,
  );
  expect(html('![cat](https://a.example/cat.png)')).toBe(
    '<p><a href="https://a.example/cat.png" rel="nofollow ugc noopener">cat</a></p>',
  );
});

test('formulas are drawn, broken ones are shown', () => {
  expect(html('$x^2$')).toContain('class="katex"');
  expect(html('$\\frac{1}$')).toContain('katex-error');
});

test('footnotes link within their own text', () => {
  const markup = html('a[^1]\n\n[^1]: b');
  expect(markup).toContain('href="#text1-fn-1"');
  expect(markup).toContain('id="text1-fn-1"');
});

const many = (text: string, count: number) => text.repeat(count);
const BOMBS: Record<string, string> = {
  '100 KB of text': many('가나다라마바사 ', 14_000),
  'nested quotes': many('> ', 20_000),
  'quotes without spaces': many('>', 40_000),
  'quotes in lists': many('> - ', 10_000),
  'many nested quotes': many(`${many('> ', 11)}a\n`, 2_500),
  'lazy quotes': `${many('> ', 11)}a\n${many('b\n', 2_900)}`,
  'nested lists': Array.from({ length: 300 }, (_, depth) => `${many(' ', depth * 2)}- a`).join('\n'),
  'list items in a line': many('- ', 20_000),
  'open emphasis': many('*a **b ', 6_000),
  'emphasis that never closes': many('**a*', 990),
  'Korean emphasis': many('**가.**나', 740),
  underscores: many('_a ', 2_990),
  'open brackets': many('[', 40_000),
  'open links': many('[a](', 990),
  'links in angle brackets': many('[a](<b', 990),
  'references to one definition': `${many('[a][a] ', 490)}\n\n[a]: /x`,
  definitions: many('[a]: b\n', 990),
  footnotes: `${many('[^a]', 900)}\n\n[^a]: x`,
  dollars: many('$', 40_000),
  'unclosed formulas': many('$a', 790),
  formulas: many('$x$ ', 290),
  'large formulas': many('$\\frac{\\sqrt{x}}{y}$ ', 290),
  'blocks of formulas': many('$$\nx\n$$\n', 190),
  'macros of macros': `$\\def\\a{xxxxxxxxxx}${'bcdefgh'
    .split('')
    .map((name, at) => `\\def\\${name}{${many(`\\${'abcdefg'[at]}`, 10)}}`)
    .join('')}\\h$`,
  'nested braces': `$${many('{', 3_900)}${many('}', 3_900)}$`,
  'nested fractions': `$${many('\\frac{1}{', 700)}x${many('}', 700)}$`,
  'backticks of every length': Array.from({ length: 76 }, (_, length) => many('`', length + 1)).join(' '),
  'a wide table': `|${many('a|', 900)}\n|${many('-|', 900)}\n|${many('a|', 900)}`,
  'a long table': `|a|b|\n|-|-|\n${many('|a|b|\n', 990)}`,
  'a table without an end': many('|a\n', 2_900),
  'setext headings': many('a\n=\n', 1_490),
  'hard breaks': many('a  \n', 2_900),
  'open tags': many('<a ', 1_990),
  addresses: many('a@b.co ', 490),
  'an address of dots': `www.${many('_.', 700)}`,
  fences: many('```\n', 990),
  entities: many('&amp;', 1_990),
  'honest text': many('The **quick** `fox` jumps over [it](https://a.b). 경사하강법은 **기울기**를 씁니다.\n\n', 240),
};

test.each(Object.entries(BOMBS))('%s: drawn or refused in bounded time', (_name, text) => {
  // Of this process alone: other work on the machine does not count.
  const start = process.cpuUsage();
  try {
    html(text);
  } catch (error) {
    expect(error instanceof TooCostly || error instanceof RangeError).toBe(true);
  }
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  expect(ms).toBeLessThan(6_000);
});

test('the longest post that may be sent is drawn when it is honest', () => {
  const paragraph = `${many('경사하강법은 기울기의 반대 방향으로 갑니다. ', 20)}**식** $x_1$ 과 \`code\`.\n\n`;
  expect(html(many(paragraph, 70).slice(0, 40_000))).toContain('<strong>식</strong>');
});
