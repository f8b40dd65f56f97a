declare module 'subset-font' {
  /**
   * `font` cut to the glyphs of `text`; `variationAxes` narrows the axes of a variable font, `keepFeatures` names the only
   * OpenType features to keep, `noHinting` drops what only screens of few pixels need.
   */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'woff2';
      variationAxes?: Record<string, { min: number; max: number }>;
      keepFeatures?: readonly string[];
      noHinting?: boolean;
    },
  ): Promise<Buffer>;
}
