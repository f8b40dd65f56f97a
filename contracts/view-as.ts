import * as z from 'zod';

/**
 * `POST /api/cohorts/[id]/learners/[user]/view`, its staff: from now on this browser reads the course as that learner sees
 * it, and writes nothing, until `DELETE /api/view` (`{ ok: true }`), half an hour later, or with another session. Meanwhile
 * what a learner may not be looked at with, and every change, answers 403 `read-only`. It is in the audit trail, and so is
 * each request. 404 as for the learner's page.
 */
export const ViewStartedSchema = z.object({ until: z.iso.datetime() });

/** Cookie that tells pages of it: cohort, learner and end (milliseconds since 1970), by slashes. It permits nothing. */
export const VIEWING_COOKIE = 'peergrad.viewing';
