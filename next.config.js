import path from 'node:path';
import createMDX from '@next/mdx';
import createNextIntlPlugin from 'next-intl/plugin';
import { headers } from './app/headers.js';

/** @type {import('next').NextConfig} */
const nextConfig = {
  pageExtensions: ['ts', 'tsx'],
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run typecheck` is the one place types are checked; the build does not repeat it.
  typescript: { ignoreBuildErrors: true },
  experimental: { globalNotFound: true },
  headers,
};

// Turbopack takes remark and rehype plugins by name, with plain options; ours by absolute path.
const withMDX = createMDX({
  options: {
    remarkPlugins: [
      ['remark-gfm', {}],
      ['remark-math', {}],
    ],
    rehypePlugins: [
      ['rehype-slug', {}],
      [path.join(import.meta.dirname, 'content/mdx/rehype-outline.js'), {}],
      ['rehype-katex', { strict: true }],
      ['rehype-pretty-code', { theme: { light: 'github-light', dark: 'github-dark' }, keepBackground: false }],
      [path.join(import.meta.dirname, 'content/mdx/rehype-opaque.js'), {}],
    ],
  },
});

export default createNextIntlPlugin('./i18n/request.ts')(withMDX(nextConfig));
