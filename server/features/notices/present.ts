import { isNoticeKind, linkOfNotice, type Notice } from '../../../shared/api/notices.ts'
import type { Entry } from '../../http/pages.ts'
import { presentTime } from '../accounts/present.ts'
import type { NoticeRow } from './queries.ts'

/** Notices as the member sees them; a kind that this version does not know is left out. */
export function presentNotices(rows: readonly NoticeRow[]): (Entry & { item: Notice })[] {
  return rows.flatMap(({ cursor, kind, ref, createdAt, readAt }) => {
    if (!isNoticeKind(kind)) return []
    const item: Notice = {
      id: String(cursor),
      kind,
      ref: String(ref),
      link: linkOfNotice(kind, String(ref)),
      created_at: presentTime(createdAt),
      read_at: readAt === null ? null : presentTime(readAt),
    }
    return [{ cursor, item }]
  })
}
