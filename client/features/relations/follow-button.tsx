import { createEffect, createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import { listen } from '../../api/live.ts'
import { accountOf, relationshipTo } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { relations } from '../../locales/en/relations.ts'
import { Button } from '../../ui/button.tsx'
import { ask } from '../statuses/question.ts'
import { type RelationAct, relate } from './act.ts'
import { knowRelations } from './known.ts'

const t = texts(relations)

/** How one stands to somebody, as the one thing to press about it. Nothing where the other side does not let one, or has moved. */
export function FollowButton(props: { accountId: string; kind?: 'main' | 'plain' }) {
  const [busy, setBusy] = createSignal(false)
  const stands = () => relationshipTo(props.accountId)
  createEffect(() => {
    // an answer is told on the stream; while that was down it may have come unheard
    const look = () => void knowRelations([props.accountId]).catch(() => undefined)
    if (stands()?.requested) onCleanup(listen({ stream: 'user' }, { returned: look }))
  })
  const run = async (act: RelationAct) => {
    if (busy()) return
    setBusy(true)
    await relate(props.accountId, act).finally(() => setBusy(false))
  }
  return (
    <Show when={stands()}>
      {(now) => (
        <Switch
          fallback={
            <Show when={!accountOf(props.accountId)?.moved}>
              <Button kind={props.kind ?? 'main'} busy={busy()} onClick={() => run('follow')}>
                {accountOf(props.accountId)?.locked ? t('askToFollow') : t('follow')}
              </Button>
            </Show>
          }
        >
          <Match when={now().blocking}>
            <Button busy={busy()} onClick={() => run('unblock')}>
              {t('unblock')}
            </Button>
          </Match>
          <Match when={now().following}>
            <Button
              aria-pressed="true"
              busy={busy()}
              onClick={() => ask({ about: 'unfollow', accountId: props.accountId })}
            >
              {t('following')}
            </Button>
          </Match>
          <Match when={now().requested}>
            <Button
              aria-pressed="true"
              busy={busy()}
              onClick={() => ask({ about: 'withdraw', accountId: props.accountId })}
            >
              {t('requested')}
            </Button>
          </Match>
          <Match when={now().blocked_by}>{null}</Match>
        </Switch>
      )}
    </Show>
  )
}
