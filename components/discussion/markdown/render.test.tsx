import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { TooCostly } from '@/contracts/markdown';
import { BOMBS } from '@/contracts/markdown-bombs';
import { textComponents } from './components';
import { FORMULAS } from './formulas';
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

/** Of the bombs; all others are drawn. How long either takes is measured by `npm run bench -- text`. */
const REFUSED = new Set([
  '100 KB of text',
  'nested quotes',
  'quotes without spaces',
  'quotes in lists',
  'nested lists',
  'list items in a line',
  'open emphasis',
  'open brackets',
  'dollars',
  'unclosed formulas',
  'formulas',
  'large formulas',
  'nested braces',
  'nested fractions',
]);

test.each(Object.entries(BOMBS))('%s: refused, or drawn within bounds', (name, text) => {
  let drawn: string | null = null;
  try {
    drawn = html(text);
  } catch (error) {
    expect(error instanceof TooCostly || error instanceof RangeError).toBe(true);
  }
  expect(drawn === null).toBe(REFUSED.has(name));
  expect(drawn?.length ?? 0).toBeLessThan(200_000);
  expect(drawn?.match(/<[^/]/g)?.length ?? 0).toBeLessThan(4_000);
});

test('the longest post that may be sent is drawn when it is honest', () => {
  const paragraph = `${'경사하강법은 기울기의 반대 방향으로 갑니다. '.repeat(20)}**식** $x_1$ 과 \`code\`.\n\n`;
  expect(html(paragraph.repeat(70).slice(0, 40_000))).toContain('<strong>식</strong>');
});
