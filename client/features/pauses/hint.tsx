import { onMount, Show } from 'solid-js'
import { sharedLimits } from '../../../shared/limits.ts'
import { type Turn, wentBackAndForth } from '../../../shared/talk/back-and-forth.ts'
import { type StatusEntity, statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { mediationEntry } from '../../locales/en/mediation-entry.ts'
import { pauseEntry } from '../../locales/en/pause-entry.ts'
import { session } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { askHref } from '../mediation/paths.ts'
import { nameOf } from '../relations/act.ts'
import { ask } from '../statuses/question.ts'
import style from './hint.module.css'
import { hintIsOn, noteHint, wasHinted } from './hint-memory.ts'

const t = texts(pauseEntry)
const m = texts(mediationEntry)

/** Posts above a reply that are looked at. */
const LOOKED_AT = 40

/** What stands above a reply, from the post that it answers up to the oldest one at hand. */
function above(statusId: string): StatusEntity[] {
  const found: StatusEntity[] = []
  for (let next = statusOf(statusId); next && found.length < LOOKED_AT; ) {
    found.push(next)
    next = next.in_reply_to_id ? statusOf(next.in_reply_to_id) : undefined
  }
  return found
}

const turnOf = (status: StatusEntity): Turn => {
  const answered = status.in_reply_to_id ? statusOf(status.in_reply_to_id) : undefined
  return {
    by: status.account_id,
    to: status.in_reply_to_account_id ?? undefined,
    at: Date.parse(status.created_at),
    answeredAt: answered && Date.parse(answered.created_at),
  }
}

/** The conversation to speak about, as this person has it: at most once a day, and only where that is not switched off. */
function conversationToName(status: StatusEntity, now: number): string | undefined {
  const me = session()?.account?.id
  if (!me || !hintIsOn()) return undefined
  const posts = above(status.id)
  const root = posts.at(-1)?.in_reply_to_id ?? posts.at(-1)?.id
  const talk = `${me}:${root}`
  if (!root || wasHinted(talk, now)) return undefined
  return wentBackAndForth(posts.map(turnOf), me, status.account_id, now) ? talk : undefined
}

/**
 * One quiet line over the button of a reply when two went back and forth a lot. It is worked out here and nowhere else,
 * holds nothing back, and nobody else ever sees it.
 */
export function BackAndForth(props: { status: StatusEntity; onWait: () => void }) {
  const now = Date.now()
  const talk = conversationToName(props.status, now)
  onMount(() => {
    if (talk) noteHint(talk, now)
  })
  const wait = () => {
    const name = nameOf(props.status.account_id)
    setTimeout(() => toast(t('waited', name)), sharedLimits.talkPause)
    toast(t('waiting'))
    props.onWait()
  }
  return (
    <Show when={talk}>
      <div class={style.line} role="note">
        <span>{t('often')}</span>
        <Button kind="quiet" onClick={wait}>
          {t('wait')}
        </Button>
        <Button kind="quiet" onClick={() => ask({ about: 'pauseThread', statusId: props.status.id })}>
          {t('thread')}
        </Button>
        <a href={askHref({ status: props.status.id })}>{m('ask')}</a>
        <a href="/pauses#writing">{t('why')}</a>
      </div>
    </Show>
  )
}
