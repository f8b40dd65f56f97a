/** Address of the page about alike work, without the language: of one exercise, and of one pair. */
export function similarityPath(cohort: string, exercise?: string, pair?: { submission: string; with: string }) {
  const query = new URLSearchParams({ ...(exercise !== undefined && { exercise }), ...pair });
  return `/cohorts/${cohort}/similarity${query.size === 0 ? '' : `?${query}`}` as const;
}
