import 'server-only';
import type { KnownViewer } from '../accounts/policies';
import { AppError } from '../errors';

/** @throws {AppError} `forbidden` for who does not run the site */
export function refuseOthers(viewer: KnownViewer): void {
  if (!viewer.isAdmin) throw new AppError('forbidden');
}
