import type { Status } from '../../../shared/api/wire.ts'
import { quotes } from '../../../shared/locales/en/quotes.ts'
import { send } from '../../api/http.ts'
import { keepStatuses, type StatusEntity, statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { session } from '../../session/session.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'

const t = texts(quotes)

/** What can be done about quotes, from a post's menu: quote it, and take one's own post out of it. */
export function quoteItems(status: StatusEntity, navigate: (to: string) => void): MenuItem[] {
  const items: MenuItem[] = []
  if (status.quote_approval?.current_user === 'automatic') {
    items.push({ label: t('quote'), onSelect: () => navigate(`/write?quote=${status.id}`) })
  }
  const quoted = status.quote?.quoted_id ? statusOf(status.quote.quoted_id) : undefined
  if (quoted && quoted.account_id === session()?.account?.id && status.quote?.state === 'accepted') {
    items.push({ label: t('takeOut'), onSelect: () => takeOut(quoted.id, status.id) })
  }
  return items
}

/** Takes an own post out of one that quotes it. */
async function takeOut(own: string, quoting: string): Promise<void> {
  try {
    const left = await send<Partial<Status>>('POST', `/api/v1/statuses/${own}/quotes/${quoting}/revoke`)
    if (left.id) keepStatuses([left as Status])
    toast(t('takenOut'))
  } catch (error) {
    toast(`${t('notTakenOut')} ${reasonOf(error)}`)
  }
}

const policies = ['public', 'followers', 'nobody'] as const

/** Who may quote an own post, as choices of its menu; what is not for everybody has none. */
export function policyItems(status: StatusEntity): MenuItem[] {
  if (status.visibility !== 'public' && status.visibility !== 'unlisted') return []
  const now = status.quote_approval?.automatic[0] ?? 'nobody'
  return policies.map((policy, n) => ({
    label: t('policy')[policy],
    choice: 'one',
    checked: now === policy,
    apart: n === 0,
    onSelect: () => changePolicy(status.id, policy),
  }))
}

async function changePolicy(id: string, policy: (typeof policies)[number]): Promise<void> {
  try {
    keepStatuses([
      await send<Status>('PUT', `/api/v1/statuses/${id}/interaction_policy`, { quote_approval_policy: policy }),
    ])
    toast(t('policySaved'))
  } catch (error) {
    toast(`${t('policyFailed')} ${reasonOf(error)}`)
  }
}
