import { themeScript } from '@/components/site/theme';
import { paneSizesScript } from '@/components/workbench/pane-sizes';

/** What the reader chose and the first paint must know. One constant, whose hash is in the policy of every page. */
export const headScript = `${themeScript};${paneSizesScript}`;
