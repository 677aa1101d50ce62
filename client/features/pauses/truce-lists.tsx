import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { Truce } from '../../../shared/api/pauses.ts'
import { statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { pauses } from '../../locales/en/pauses.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Time } from '../../ui/time.tsx'
import { nameOf } from '../relations/act.ts'
import { profileHref, statusHref } from '../statuses/address.ts'
import { Line, Part, Until } from './line.tsx'
import style from './pauses.module.css'
import { answer, type Truces } from './truces.ts'

const t = texts(pauses)

/** What others offered to one, and what holds or was offered by oneself. Nothing where there is nothing. */
export function TruceLists(props: { list: Truces }) {
  const all = () => props.list.value() ?? []
  const toMe = () => all().filter((truce) => truce.state === 'offered' && !truce.mine)
  const others = () => all().filter((truce) => truce.state !== 'offered' || truce.mine)
  return (
    <>
      <Show when={toMe().length > 0}>
        <Part id="to-you" title={t('toYou')}>
          <ul class={style.list}>
            <For each={toMe()}>{(truce) => <Offer truce={truce} list={props.list} />}</For>
          </ul>
        </Part>
      </Show>
      <Show when={others().length > 0}>
        <Part id="agreed" title={t('agreed')}>
          <ul class={style.list}>
            <For each={others()}>{(truce) => <Agreement truce={truce} list={props.list} />}</For>
          </ul>
        </Part>
      </Show>
    </>
  )
}

/** The way to the conversation of a lock, while one can see it. */
function Conversation(props: { truce: Truce }) {
  const post = () => (props.truce.status ? statusOf(props.truce.status.id) : undefined)
  return (
    <Show when={post() && props.truce.status}>
      {(status) => (
        <>
          {' '}
          <a href={statusHref(status().account, status().id)}>{t('read')}</a>
        </>
      )}
    </Show>
  )
}

/** An offer to oneself, with the two words that answer it. */
function Offer(props: { truce: Truce; list: Truces }) {
  const [busy, setBusy] = createSignal<'accept' | 'decline'>()
  const name = () => nameOf(props.truce.account.id)
  const say = (how: 'accept' | 'decline') => {
    if (busy()) return
    setBusy(how)
    answer(props.list, props.truce, how).finally(() => setBusy(undefined))
  }
  return (
    <li>
      <Slip tone="here">
        <p>
          <a class={style.name} href={profileHref(props.truce.account)} dir="auto">
            {name()}
          </a>{' '}
          {t(props.truce.kind === 'truce' ? 'toYouTruce' : 'toYouLock', t('days', props.truce.days))}
          <Conversation truce={props.truce} />
        </p>
        <p class="hint">
          {t('gone')} <Time at={props.truce.answer_by} />. {t('declineHint')}
        </p>
        <p class="row">
          <Button
            kind="main"
            busy={busy() === 'accept'}
            aria-label={t('acceptName', name())}
            onClick={() => say('accept')}
          >
            {t('accept')}
          </Button>
          <Button busy={busy() === 'decline'} aria-label={t('declineName', name())} onClick={() => say('decline')}>
            {t('decline')}
          </Button>
        </p>
      </Slip>
    </li>
  )
}

function titleOf({ kind, state, account }: Truce): string {
  const name = nameOf(account.id)
  if (state === 'holding') return kind === 'truce' ? t('truceWith', name) : t('lockWith', name)
  return kind === 'truce' ? t('offeredTruce', name) : t('offeredLock', name)
}

/** What holds between one and somebody, or what one offered. */
function Agreement(props: { truce: Truce; list: Truces }) {
  const [asking, setAsking] = createSignal(false)
  const title = () => titleOf(props.truce)
  const end = async () => {
    setAsking(false)
    await answer(props.list, props.truce, 'end')
  }
  return (
    <Line
      acts={
        <Switch>
          <Match when={props.truce.state === 'holding'}>
            <Button aria-label={t('endOf', title())} onClick={() => setAsking(true)}>
              {t('end')}
            </Button>
            <ConfirmDialog
              open={asking()}
              title={t('endTitle')}
              yes={t('endYes')}
              no={t('keep')}
              kind="main"
              onYes={end}
              onClose={() => setAsking(false)}
            >
              <p>{t('endText')}</p>
            </ConfirmDialog>
          </Match>
          <Match when={props.truce.state === 'offered'}>
            <Button kind="quiet" aria-label={`${t('takeBack')}: ${title()}`} onClick={end}>
              {t('takeBack')}
            </Button>
          </Match>
        </Switch>
      }
    >
      <p class={style.name} dir="auto">
        {title()}
      </p>
      <Switch>
        <Match when={props.truce.state === 'holding'}>
          <Until at={props.truce.ends_at} />
          <Conversation truce={props.truce} />
        </Match>
        <Match when={props.truce.state === 'offered'}>
          <p class="hint">
            {t('days', props.truce.days)}. {t('waits')} <Time at={props.truce.answer_by} />
          </p>
        </Match>
        <Match when={true}>
          <p class="hint">{t('notTakenUp')}</p>
        </Match>
      </Switch>
    </Line>
  )
}
