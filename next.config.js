import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import createMDX from '@next/mdx';
import createNextIntlPlugin from 'next-intl/plugin';
import { headers } from './app/headers.js';

/** @type {import('next').NextConfig} */
const nextConfig = {
  pageExtensions: ['ts', 'tsx'],
  poweredByHeader: false,
  // Our own http server does it, with Brotli (scripts/start-web.ts).
  compress: false,
  reactStrictMode: true,
  // `npm run typecheck` is the one place types are checked; the build does not repeat it.
  typescript: { ignoreBuildErrors: true },
  experimental: { globalNotFound: true },
  headers,
};

/** A plugin of ours by absolute path. Its hash is an option, since Turbopack's cache does not see the file change. */
function own(name) {
  const file = path.join(import.meta.dirname, 'content/mdx', name);
  return [file, { hash: createHash('sha256').update(readFileSync(file)).digest('hex') }];
}

// Turbopack takes remark and rehype plugins by name, with plain options.
const withMDX = createMDX({
  options: {
    remarkPlugins: [
      ['remark-gfm', {}],
      ['remark-math', {}],
      // Without it `**강조(emphasis)**입니다` is no emphasis: CommonMark wants a space or punctuation after the mark.
      ['remark-cjk-friendly', {}],
    ],
    rehypePlugins: [
      ['rehype-slug', {}],
      own('rehype-sections.js'),
      own('rehype-outline.js'),
      own('rehype-equations.js'),
      ['rehype-katex', { strict: true }],
      [
        'rehype-pretty-code',
        { theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' }, keepBackground: false },
      ],
      own('rehype-opaque.js'),
    ],
  },
});

export default createNextIntlPlugin('./i18n/request.ts')(withMDX(nextConfig));
