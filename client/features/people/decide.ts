import type { Person } from '../../../shared/api/community.ts'
import { send } from '../../api/http.ts'
import type { Listed } from '../../lib/listed.ts'
import { type Submit, submitting } from '../../lib/submit.ts'
import { toast } from '../../ui/toast.tsx'

/** Does something about a person; when it is done the line goes, and it is said. */
export function deciding(
  list: Listed<Person>,
  person: () => Person,
  verb: 'approve' | 'refuse' | 'confirm',
  said: (name: string) => string,
): Submit {
  return submitting(async () => {
    const { id, username } = person()
    await send('POST', `/api/community/v1/admin/people/${id}/${verb}`)
    list.change((items) => items.filter((other) => other.id !== id))
    toast(said(username))
  })
}

/** The address of one of the lists. */
export function peoplePath(show: 'applications' | 'by_hand' | 'members', q = ''): string {
  const search = new URLSearchParams({ show, ...(q.trim() ? { q: q.trim() } : {}) })
  return `/api/community/v1/admin/people?${search}`
}
