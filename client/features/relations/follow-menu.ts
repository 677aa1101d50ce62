import type { Relationship } from '../../../shared/api/wire.ts'
import { queryClient } from '../../api/client.ts'
import { send } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import { keepRelationships, relationshipTo } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { lists } from '../../locales/en/lists.ts'
import { relations } from '../../locales/en/relations.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { ask } from '../statuses/question.ts'
import { nameOf } from './act.ts'

const t = texts(relations)

/** What one can choose about somebody whom one follows: to be told of each post, boosts or not, and lists. */
export function followMenu(accountId: string): MenuItem[] {
  const stands = relationshipTo(accountId)
  if (!stands?.following) return []
  const { notifying, showing_reblogs: boosts } = stands
  return [
    { label: lists.putInto, onSelect: () => ask({ about: 'lists', accountId }) },
    {
      label: t('tellMe'),
      hint: t('tellMeHint'),
      choice: 'any',
      checked: notifying,
      onSelect: () => change(accountId, { notify: !notifying }),
    },
    {
      label: t('boosts'),
      choice: 'any',
      checked: boosts,
      onSelect: () => change(accountId, { reblogs: !boosts }),
    },
    {
      label: t('endorse'),
      hint: t('endorseHint'),
      choice: 'any',
      checked: stands.endorsed,
      onSelect: () => endorse(accountId, !stands.endorsed),
    },
    { label: t('languages'), onSelect: () => ask({ about: 'languages', accountId }) },
  ]
}

async function change(accountId: string, terms: { notify: boolean } | { reblogs: boolean }): Promise<void> {
  try {
    keepRelationships([await send<Relationship>('POST', `/api/v1/accounts/${accountId}/follow`, terms)])
    queryClient().removeQueries({ queryKey: keys.home })
    toast(sentenceOf(terms, nameOf(accountId)))
  } catch (error) {
    toast(`${t('notDone')} ${reasonOf(error)}`)
  }
}

/** Shows somebody on one's own profile, or no more. */
async function endorse(accountId: string, wanted: boolean): Promise<void> {
  try {
    const act = wanted ? 'endorse' : 'unendorse'
    keepRelationships([await send<Relationship>('POST', `/api/v1/accounts/${accountId}/${act}`)])
    toast(wanted ? t('endorsed', nameOf(accountId)) : t('unendorsed', nameOf(accountId)))
  } catch (error) {
    toast(`${t('notDone')} ${reasonOf(error)}`)
  }
}

function sentenceOf(terms: { notify: boolean } | { reblogs: boolean }, name: string): string {
  if ('notify' in terms) return terms.notify ? t('tellsYou', name) : t('tellsNoMore', name)
  return terms.reblogs ? t('boostsShown', name) : t('boostsHidden', name)
}
