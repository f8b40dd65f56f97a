import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type FontFiles, FontFilesSchema } from '@/contracts/fonts';
import type { Locale } from '@/i18n/routing';

const index = path.join(process.cwd(), '.generated/fonts.json');

/** The site's font, and the files of it that this language needs first. The system's, where it was not built. */
export function Fonts({ locale }: { locale: Locale }) {
  const fonts = readFonts();
  return fonts && <Faces css={fonts.css} preload={fonts.preload[locale]} />;
}

/** KaTeX's fonts, cut to the course's formulas: for pages that import katex.css. */
export function MathFonts() {
  const fonts = readFonts();
  return fonts && <Faces css={fonts.math.css} preload={fonts.math.preload} />;
}

function readFonts(): FontFiles | null {
  return existsSync(index) ? FontFilesSchema.parse(JSON.parse(readFileSync(index, 'utf8'))) : null;
}

function Faces({ css, preload }: { css: string; preload: readonly string[] }) {
  return (
    <>
      {preload.map((href) => (
        <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
      ))}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own build */}
      <style dangerouslySetInnerHTML={{ __html: css }} />
    </>
  );
}
