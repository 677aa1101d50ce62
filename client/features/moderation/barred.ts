import type { CasePage } from '../../../shared/api/moderation-team.ts'

/** Whether something stands between who looks and the case, so that the server refuses whatever they would decide. */
export const barred = (page: CasePage): boolean => page.conflicts.some(({ hard }) => hard)
