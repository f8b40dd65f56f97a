import { expect, test } from 'vitest';
import { parseMdx } from './mdx-tree';
import { disagreements, readPapers, translationProblems } from './papers';

const he = {
  authors: 'He, K.',
  year: '{2015}',
  title: 'Delving deep into rectifiers',
  venue: 'ICCV 2015',
  arxiv: '1502.01852',
};

const read = (file: string, ...papers: Record<string, string>[]) => {
  const written = papers.map((paper) => {
    const attributes = Object.entries(paper).map(([name, value]) =>
      value.startsWith('{') ? `${name}=${value}` : `${name}="${value}"`,
    );
    return `<Paper ${attributes.join(' ')} />`;
  });
  return readPapers(parseMdx(file, written.join('\n')));
};

test('a paper is read as it is written', () => {
  expect(read('en.mdx', he)).toEqual({
    papers: [{ ...he, year: 2015, where: 'en.mdx line 1: Delving deep into rectifiers' }],
    problems: [],
  });
});

test.each([
  [{ doi: '10.1037/h0042519' }],
  [{ doi: '10.7551/mitpress/11301.001.0001' }],
  [{ doi: '10.1016/0893-6080(89)90020-8' }],
  [{ arxiv: 'cs/0409001' }],
  [{ arxiv: '1706.04599' }],
])('%j is well formed', (identifier) => {
  expect(read('en.mdx', { ...he, ...identifier }).problems).toEqual([]);
});

test.each([
  [{ doi: 'https://doi.org/10.1037/h0042519' }, 'doi must look like'],
  [{ doi: '10.1037/h0042519.' }, 'doi must look like'],
  [{ arxiv: '1502.01852v1' }, 'arxiv must look like'],
  [{ arxiv: '1513.01852' }, 'arxiv must look like'],
  [{ url: 'http://example.org' }, 'url must be an https address'],
  [{ year: '{2999}' }, 'year is in the future'],
  [{ title: '' }, 'title '],
])('%j is refused', (wrong, problem) => {
  const { papers, problems } = read('en.mdx', { ...he, ...wrong });
  expect(papers).toEqual([]);
  expect(problems).toEqual([expect.stringContaining(`line 1: Paper: ${problem}`)]);
});

test('the same paper in two lessons is described in the same way', () => {
  const one = read('one/en.mdx', he).papers;
  expect(disagreements([...one, ...read('two/en.mdx', he).papers])).toEqual([]);
  expect(disagreements([...one, ...read('two/en.mdx', { ...he, year: '{2016}' }).papers])).toEqual([
    'two/en.mdx line 1: Delving deep into rectifiers: year is “2016”, but “2015” in one/en.mdx line 1: Delving deep into rectifiers',
  ]);
});

test('a title that comes back with another identifier is told', () => {
  const papers = [...read('a/en.mdx', he).papers, ...read('b/en.mdx', { ...he, arxiv: '1502.01853' }).papers];
  expect(disagreements(papers)).toEqual([expect.stringContaining('arxiv is “1502.01853”, but “1502.01852”')]);
});

test('both languages cite the same papers', () => {
  const { papers } = read('en.mdx', he);
  expect(translationProblems(papers, papers)).toEqual([]);
  expect(translationProblems(papers, [])).toEqual(['the paper “Delving deep into rectifiers” is missing in ko.mdx']);
});
