/** Address of a learner's page, without the language; with a submission, of that on it. */
export function learnerPath(cohort: string, learner: string, submission?: string): `/${string}` {
  const path = `/cohorts/${cohort}/learners/${encodeURIComponent(learner)}` as const;
  return submission === undefined ? path : `${path}?submission=${submission}`;
}

/** Address of the page about one exercise in a cohort. */
export function exercisePath(cohort: string, exercise: string): `/${string}` {
  return `/cohorts/${cohort}/exercises/${exercise}`;
}

/** Address of a learner's grades as the learner sees them. */
export function gradesPath(cohort: string, learner: string): `/${string}` {
  return `/cohorts/${cohort}/gradebook/${encodeURIComponent(learner)}`;
}
