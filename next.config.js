import createMDX from '@next/mdx';
import createNextIntlPlugin from 'next-intl/plugin';

/** @type {import('next').NextConfig} */
const nextConfig = {
  pageExtensions: ['ts', 'tsx', 'mdx'],
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run typecheck` is the one place types are checked; the build does not repeat it.
  typescript: { ignoreBuildErrors: true },
};

// Turbopack takes remark and rehype plugins by name, with plain options.
const withMDX = createMDX({
  options: {
    remarkPlugins: [
      ['remark-gfm', {}],
      ['remark-math', {}],
    ],
    rehypePlugins: [
      ['rehype-slug', {}],
      ['rehype-katex', { strict: true }],
      ['rehype-pretty-code', { theme: { light: 'github-light', dark: 'github-dark' }, keepBackground: false }],
    ],
  },
});

export default createNextIntlPlugin('./i18n/request.ts')(withMDX(nextConfig));
