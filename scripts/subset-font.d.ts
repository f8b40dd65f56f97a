declare module 'subset-font' {
  /** `font` cut to the glyphs of `text`; `variationAxes` narrows the axes of a variable font. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2'; variationAxes?: Record<string, { min: number; max: number }> },
  ): Promise<Buffer>;
}
