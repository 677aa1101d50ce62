import { Navigate, useNavigate, useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import type { AcceptanceDoc, RuleSetDoc } from '../../../shared/api/rules.ts'
import { rules } from '../../../shared/locales/en/rules.ts'
import { read } from '../../api/http.ts'
import { AcceptForm } from '../../features/rules/accept-form.tsx'
import { NarrowPage } from '../../features/shell/narrow.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { safeNext } from '../../lib/next.ts'
import { session } from '../../session/session.ts'
import { toast } from '../../ui/toast.tsx'

const t = texts(rules)
const RULES = '/api/community/v1/rules'

/** What is to be agreed to: a version, and the ids of its ground rules that are new to this member. */
interface Asked {
  set: RuleSetDoc
  ids: readonly string[]
  own: AcceptanceDoc
  done: boolean
}

async function ask(wanted: string | undefined, signal: AbortSignal): Promise<Asked> {
  const own = await read<AcceptanceDoc>(`${RULES}/acceptance`, { signal })
  const ahead = own.announced && String(own.announced.version) === wanted ? own.announced : undefined
  const set = await read<RuleSetDoc>(`${RULES}/${ahead?.version ?? own.version}`, { signal })
  return { set, own, ids: (ahead ?? own).to_acknowledge, done: (ahead ?? own).accepted }
}

/** `/rules/accept`: a member agrees to the rules in force, or by `?version=` to those announced; leads on by `?next=`. */
export function Page() {
  return (
    <Switch fallback={<Waiting label={t('loading')} from={{ error: () => undefined, reload: () => undefined }} />}>
      <Match when={session()?.state === 'visitor'}>
        <Navigate href="/login" />
      </Match>
      <Match when={session()?.account}>
        <Accept />
      </Match>
    </Switch>
  )
}

function Accept() {
  const [search] = useSearchParams<{ next: string; version: string }>()
  const navigate = useNavigate()
  // Read once: by the time we go there, the address is already the next page's.
  const next = safeNext(typeof search.next === 'string' ? search.next : undefined, '/home')
  const wanted = typeof search.version === 'string' ? search.version : undefined
  const asked = loaded(
    () => wanted,
    (version, signal) => ask(version, signal),
  )
  const done = () => {
    toast(t('thanks'))
    navigate(next, { replace: true })
  }
  return (
    <Show when={!asked.value()?.done} fallback={<Navigate href={next} />}>
      <NarrowPage title={asked.value() && t('title')} out={{ href: '/rules/history', text: t('historyTitle') }}>
        <Show when={asked.value()} fallback={<Waiting label={t('loading')} from={asked} />}>
          {(told) => (
            <>
              <Head asked={told()} />
              <AcceptForm set={told().set} toAcknowledge={told().ids} button={t('accept')} onDone={done} />
            </>
          )}
        </Show>
      </NarrowPage>
    </Show>
  )
}

/** Why one is here: new to the rules, or they have changed, and how long one may go on as before. */
function Head(props: { asked: Asked }) {
  const own = () => props.asked.own
  const days = () => session()?.rules?.days_left ?? 0
  return (
    <Show
      when={own().last_accepted}
      fallback={
        <div class="stack">
          <h1>{t('heading', props.asked.ids.length)}</h1>
          <p class="lede">{t('lede')}</p>
        </div>
      }
    >
      {(last) => (
        <div class="stack">
          <h1>{t('changedHeading', props.asked.ids.length)}</h1>
          <p class="lede">{t('changedLede')}</p>
          <Show when={props.asked.set.summary}>
            {(why) => (
              <p class="prose" dir="auto">
                <b>{t('whyTitle')}:</b> {why()}
              </p>
            )}
          </Show>
          <p>
            <Switch>
              <Match when={props.asked.set.state === 'announced'}>{t('acceptAhead')} </Match>
              <Match when={own().standing === 'grace'}>{t('graceLeft', days())} </Match>
              <Match when={own().standing === 'gated'}>{t('graceOver')} </Match>
            </Switch>
            <a href={`/rules/history/${last()}/${props.asked.set.version}`}>{t('seeChanges')}</a>
          </p>
        </div>
      )}
    </Show>
  )
}
