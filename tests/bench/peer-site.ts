import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Served, serve } from './site';

const FOLDER = join(process.cwd(), '.tmp/bench-peer');

const CONFIG = `
import createMDX from '@next/mdx';
const withMDX = createMDX({ options: {
  remarkPlugins: [['remark-gfm', {}], ['remark-math', {}]],
  rehypePlugins: [['rehype-katex', {}]],
} });
export default withMDX({
  pageExtensions: ['tsx', 'mdx'],
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: ${JSON.stringify(process.cwd())} },
});
`;

const LAYOUT = `
import 'katex/dist/katex.min.css';
export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }
`;

const EDITOR = `
'use client';
import { useEffect, useRef } from 'react';
export default function Editor() {
  const host = useRef(null);
  useEffect(() => {
    self.MonacoEnvironment = { getWorker: (_, label) => label === 'typescript'
      ? new Worker(new URL('monaco-editor/language/typescript/ts.worker.js', import.meta.url), { type: 'module' })
      : new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' }) };
    import('monaco-editor').then((monaco) => monaco.editor.create(host.current, { value: 'const x = 1;', language: 'typescript' }));
  }, []);
  return <div ref={host} style={{ height: 600 }} />;
}
`;

/** Elements of ours that a lesson uses become plain blocks: the peer serves the same prose and maths, unthemed. */
function bareLesson(lesson: string): { mdx: string; components: string } {
  const source = readFileSync(lesson, 'utf8');
  const names = [...new Set([...source.matchAll(/<([A-Z]\w*)/g)].map((match) => match[1]))];
  return {
    mdx: source.replace(/^import .*$/gm, ''),
    components: `
const Block = ({ children }) => <div>{children}</div>;
export function useMDXComponents() { return { ${names.map((name) => `${name}: Block`).join(', ')} }; }
`,
  };
}

/** Bare Next with the lesson's prose at `/lesson` and self-hosted Monaco at `/editor`: what DESIGN section 7 compares with. */
export async function servePeer(lesson: string): Promise<Served> {
  const { mdx, components } = bareLesson(lesson);
  rmSync(FOLDER, { recursive: true, force: true });
  for (const folder of ['app/lesson', 'app/editor']) mkdirSync(join(FOLDER, folder), { recursive: true });
  const files = {
    'package.json': '{ "private": true, "type": "module" }',
    'next.config.js': CONFIG,
    'mdx-components.tsx': components,
    'app/layout.tsx': LAYOUT,
    'app/lesson/page.mdx': mdx,
    'app/editor/page.tsx': EDITOR,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(FOLDER, name), text);
  const next = join(process.cwd(), 'node_modules/next/dist/bin/next');
  execFileSync(process.execPath, [next, 'build'], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
  return serve([process.execPath, next, 'start', '-H', '127.0.0.1'], { path: '/lesson', env: {}, cwd: FOLDER });
}
