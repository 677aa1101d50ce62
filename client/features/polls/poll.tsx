import { createSignal, For, Show } from 'solid-js'
import type { Poll as PollEntity } from '../../../shared/api/wire.ts'
import { polls } from '../../../shared/locales/en/polls.ts'
import { percentOf } from '../../../shared/poll-percent.ts'
import { HttpError, read } from '../../api/http.ts'
import { sendOnce } from '../../api/once.ts'
import { keepPoll, type StatusEntity } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { isMember } from '../../session/session.ts'
import { Bar } from '../../ui/bar.tsx'
import { Button } from '../../ui/button.tsx'
import { EmojiText } from '../../ui/emoji.tsx'
import { Tick } from '../../ui/field.tsx'
import { announce } from '../../ui/live.tsx'
import { toast } from '../../ui/toast.tsx'
import style from './poll.module.css'

const t = texts(polls)

interface PollProps {
  status: StatusEntity
  poll: PollEntity
}

/** A poll on a post: the choices until one has voted, then what people chose. */
export function Poll(props: PollProps) {
  const [looking, setLooking] = createSignal(false)
  const isOver = () =>
    props.poll.expired || (props.poll.expires_at !== null && Date.parse(props.poll.expires_at) <= Date.now())
  const mayVote = () => isMember() && props.poll.voted === false && !isOver()
  const isOpen = () => mayVote() && !looking()
  return (
    <Show when={isOpen()} fallback={<Results {...props} back={mayVote() ? () => setLooking(false) : undefined} />}>
      <Choices {...props} onLook={() => setLooking(true)} />
    </Show>
  )
}

function Choices(props: PollProps & { onLook: () => void }) {
  const [chosen, setChosen] = createSignal<number[]>([])
  const [busy, setBusy] = createSignal(false)
  const choose = (at: number, on: boolean) =>
    setChosen((before) => (props.poll.multiple ? [...before.filter((n) => n !== at), ...(on ? [at] : [])] : [at]))
  const vote = async () => {
    setBusy(true)
    try {
      keepPoll(props.status.id, await sendOnce(`/api/v1/polls/${props.poll.id}/votes`, { choices: chosen() }))
      announce(t('voted'))
    } catch (error) {
      toast(`${t('notVoted')} ${reasonOf(error)}`)
      // What an answer that was lost said before, the poll itself says now.
      if (error instanceof HttpError && error.status === 422) await look(props, () => undefined)
    } finally {
      setBusy(false)
    }
  }
  return (
    <fieldset class={style.poll}>
      <legend class={style.legend}>{props.poll.multiple ? t('several') : t('one')}</legend>
      <For each={props.poll.options}>
        {(option, n) => (
          <Tick
            type={props.poll.multiple ? 'checkbox' : 'radio'}
            name={`poll-${props.poll.id}`}
            checked={chosen().includes(n())}
            onChange={(on) => choose(n(), on)}
          >
            <span dir="auto">
              <EmojiText text={option.title} emojis={props.poll.emojis} />
            </span>
          </Tick>
        )}
      </For>
      <p class="row">
        <Button busy={busy()} why={chosen().length > 0 ? undefined : t('choose')} onClick={vote}>
          {t('vote')}
        </Button>
        <Show when={!isHidden(props.poll)}>
          <Button kind="quiet" onClick={() => props.onLook()}>
            {t('results')}
          </Button>
        </Show>
      </p>
      <Foot {...props} />
    </fieldset>
  )
}

const isHidden = (poll: PollEntity) => poll.options.some(({ votes_count: count }) => count === null)

function Results(props: PollProps & { back: (() => void) | undefined }) {
  return (
    <div class={style.poll}>
      <ul class={style.results}>
        <For each={props.poll.options}>
          {(option, n) => {
            const own = () => props.poll.own_votes?.includes(n()) ?? false
            const percent = () => percentOf(props.poll, option.votes_count ?? 0)
            return (
              <li class={style.line}>
                <span>
                  <span dir="auto">
                    <EmojiText text={option.title} emojis={props.poll.emojis} />
                  </span>
                  <Show when={own()}> ({t('yours')})</Show>
                </span>
                <Show when={option.votes_count !== null}>
                  <span class={style.percent}>{t('percent', percent())}</span>
                  <Bar max={100} value={percent()} own={own()} />
                </Show>
              </li>
            )
          }}
        </For>
      </ul>
      <Show when={isHidden(props.poll)}>
        <p class="hint">{t('hidden')}</p>
      </Show>
      <Foot {...props} />
    </div>
  )
}

/** How many voted, until when, and a word to look again. */
function Foot(props: PollProps & { back?: (() => void) | undefined }) {
  const [busy, setBusy] = createSignal(false)
  return (
    <p class={style.foot}>
      <span>
        {t('people', props.poll.voters_count ?? props.poll.votes_count)}
        <Show when={props.poll.expires_at}>
          {(at) => <>, {props.poll.expired ? t('ended', at()) : t('ends', at())}</>}
        </Show>
      </span>
      <Show when={!props.poll.expired}>
        <Button kind="quiet" busy={busy()} onClick={() => look(props, setBusy)}>
          {t('look')}
        </Button>
      </Show>
      <Show when={props.back}>
        {(back) => (
          <Button kind="quiet" onClick={() => back()()}>
            {t('back')}
          </Button>
        )}
      </Show>
    </p>
  )
}

async function look({ status, poll }: PollProps, setBusy: (busy: boolean) => void): Promise<void> {
  setBusy(true)
  try {
    keepPoll(status.id, await read<PollEntity>(`/api/v1/polls/${poll.id}`))
    announce(t('looked'))
  } catch (error) {
    toast(`${t('notLooked')} ${reasonOf(error)}`)
  } finally {
    setBusy(false)
  }
}
