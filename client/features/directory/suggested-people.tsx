import type { Account } from '../../../shared/api/wire.ts'
import { read, send } from '../../api/http.ts'
import { dropFromLists, type IdPage } from '../../api/pages.ts'
import { keepAccounts } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { directory } from '../../locales/en/search.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { toast } from '../../ui/toast.tsx'
import { nameOf } from '../relations/act.ts'
import { FollowButton } from '../relations/follow-button.tsx'
import { knowRelations } from '../relations/known.ts'
import { PeopleFeed } from '../relations/people-feed.tsx'

const t = texts(directory)

const SUGGESTED = ['people', 'suggested'] as const

/** Reads whom one may like to follow, and how one stands to them. */
export async function readSuggested(path: string): Promise<IdPage> {
  const ids = keepAccounts((await read<{ account: Account }[]>(path)).map(({ account }) => account))
  await knowRelations(ids).catch(() => undefined)
  return { ids, next: undefined, top: ids[0] }
}

/** People whom one may like to follow, each with a way to hear no more of them. */
export function SuggestedPeople() {
  return (
    <>
      <p class="hint">{t('suggestedHint')}</p>
      <PeopleFeed
        name={SUGGESTED}
        path="/api/v2/suggestions?limit=40"
        read={readSuggested}
        label={t('suggested')}
        empty={
          <Empty title={t('noneTitle')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
        act={(id) => (
          <span class="row">
            <FollowButton accountId={id} kind="plain" />
            <Button kind="quiet" aria-describedby={`person-${id}`} onClick={() => refuse(id)}>
              {t('notThem')}
            </Button>
          </span>
        )}
      />
    </>
  )
}

async function refuse(accountId: string): Promise<void> {
  try {
    await send('DELETE', `/api/v1/suggestions/${accountId}`)
    const row = document.querySelector(`[data-post="${CSS.escape(accountId)}"]`)
    const next = row?.parentElement?.nextElementSibling ?? row?.parentElement?.previousElementSibling
    dropFromLists((id) => id === accountId, { queryKey: SUGGESTED })
    toast(t('notThemAgain', nameOf(accountId)))
    next?.querySelector<HTMLElement>('[data-post]')?.focus()
  } catch (error) {
    toast(reasonOf(error))
  }
}
