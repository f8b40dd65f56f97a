import * as z from 'zod';
import { atLine, attributeOf, componentsOf, type MdxNode, type MdxText } from './mdx-tree';

const thisYear = new Date().getFullYear();

/** A `<Paper>` as written. Identifiers are optional: none is better than one that was not looked up. */
const PaperSchema = z.object({
  authors: z.string().min(3),
  year: z.coerce.number().int().min(1600).max(thisYear, `is in the future`),
  title: z.string().min(3),
  venue: z.string().min(3),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/[^\s"]*[^\s".,;]$/, 'must look like 10.1038/323533a0, without https://doi.org/')
    .optional(),
  arxiv: z
    .string()
    .regex(
      /^(\d{2}(0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})$/,
      'must look like 1502.01852, without a version',
    )
    .optional(),
  url: z.url({ protocol: /^https$/, error: 'must be an https address' }).optional(),
});

export type Paper = z.infer<typeof PaperSchema> & { where: string };

function readPaper(node: MdxNode): z.ZodSafeParseResult<z.infer<typeof PaperSchema>> {
  const written = Object.keys(PaperSchema.shape).map((name) => [name, attributeOf(node, name)]);
  return PaperSchema.safeParse(Object.fromEntries(written));
}

/** The papers of a text, and what is wrong with one by itself. */
export function readPapers(text: MdxText): { papers: Paper[]; problems: string[] } {
  const read = componentsOf(text.tree, 'Paper').map((node) => ({ node, result: readPaper(node) }));
  return {
    papers: read.flatMap(({ node, result }) =>
      result.success ? [{ ...result.data, where: `${text.file} ${atLine(node, result.data.title)}` }] : [],
    ),
    problems: read.flatMap(({ node, result }) =>
      result.success
        ? []
        : result.error.issues.map(({ path, message }) => atLine(node, `Paper: ${path.join('.')} ${message}`)),
    ),
  };
}

/** `Deep Residual Learning` and `deep residual learning.` are one title. */
const plainTitle = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const facts = ['authors', 'year', 'title', 'venue', 'doi', 'arxiv', 'url'] as const;

/** Papers that are the same by an identifier, or by title and year, and yet are described differently. */
export function disagreements(papers: readonly Paper[]): string[] {
  const first = new Map<string, Paper>();
  const problems = new Set<string>();
  for (const paper of papers) {
    const keys = [
      ...(['doi', 'arxiv', 'url'] as const).flatMap((name) =>
        paper[name] ? [`${name}:${paper[name].toLowerCase()}`] : [],
      ),
      `${plainTitle(paper.title)} ${paper.year}`,
    ];
    for (const key of keys) {
      const other = first.get(key) ?? paper;
      first.set(key, other);
      for (const fact of facts) {
        if (paper[fact] !== other[fact])
          problems.add(`${paper.where}: ${fact} is “${paper[fact]}”, but “${other[fact]}” in ${other.where}`);
      }
    }
  }
  return [...problems];
}

/** Both languages cite the same. */
export function translationProblems(en: readonly Paper[], ko: readonly Paper[]): string[] {
  const show = (list: readonly Paper[]) => list.map(({ title }) => title);
  const missing = (from: readonly Paper[], to: readonly Paper[], language: string) =>
    show(from)
      .filter((title) => !show(to).includes(title))
      .map((title) => `the paper “${title}” is missing in ${language}`);
  return [...missing(en, ko, 'ko.mdx'), ...missing(ko, en, 'en.mdx')];
}
