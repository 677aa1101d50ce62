import { createSignal, For, Show } from 'solid-js'
import type { ScheduledStatus } from '../../../shared/api/wire.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { reasonKeeping } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { scheduled } from '../../locales/en/scheduled.ts'
import { warningWord } from '../../session/session.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Slip } from '../../ui/slip.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { fieldOf, soonest, wrongMoment } from './moment.ts'
import style from './scheduled.module.css'

const t = texts(scheduled)

/** One's posts that wait for their time. */
export function WaitingPosts() {
  const list = listed<ScheduledStatus>(() => '/api/v1/scheduled_statuses?limit=40')
  return (
    <>
      <Failed error={list.error()} what={t('notRead')} />
      <Show when={list.items()} fallback={<Skeleton label={t('loading')} />}>
        {(posts) => (
          <Show when={posts().length > 0} fallback={<NothingWaits />}>
            <ul class={style.list} aria-label={t('list')}>
              <For each={posts()}>{(post) => <OnePost post={post} list={list} />}</For>
            </ul>
          </Show>
        )}
      </Show>
      <Show when={list.hasMore()}>
        <Button kind="quiet" busy={list.loading()} onClick={() => list.more()}>
          {t('more')}
        </Button>
      </Show>
    </>
  )
}

function NothingWaits() {
  return (
    <Empty title={t('empty')}>
      <p>{t('emptyText')}</p>
      <p>
        <ButtonLink href="/write">{t('write')}</ButtonLink>
      </p>
    </Empty>
  )
}

interface OneProps {
  post: ScheduledStatus
  list: Listed<ScheduledStatus>
}

function OnePost(props: OneProps) {
  const [changing, setChanging] = createSignal(false)
  const [asking, setAsking] = createSignal(false)
  const cancel = submitting(async () => {
    await send('DELETE', `/api/v1/scheduled_statuses/${props.post.id}`)
    props.list.change((posts) => posts.filter(({ id }) => id !== props.post.id))
    toast(t('cancelled'))
  })
  return (
    <li class={`${style.item} stack`}>
      <h2 class={style.when}>
        {props.post.problem ? t('was', props.post.scheduled_at) : t('at', props.post.scheduled_at)}
      </h2>
      <Show when={props.post.problem}>
        {(problem) => (
          <Slip tone="danger">
            <p>
              <b>{t('failed')}</b> {problem()}
            </p>
          </Slip>
        )}
      </Show>
      <Words post={props.post} />
      <Failed error={cancel.error()} what={t('notCancelled')} />
      <Show
        when={changing()}
        fallback={
          <Show
            when={asking()}
            fallback={
              <p class="row">
                <Button onClick={() => setChanging(true)}>{t('change')}</Button>
                <Button kind="quiet" onClick={() => setAsking(true)}>
                  {t('cancel')}
                </Button>
              </p>
            }
          >
            <fieldset class="stack-s">
              <legend class={style.when}>{t('cancelTitle')}</legend>
              <p>{t('cancelText')}</p>
              <p class="row">
                <Button kind="danger" busy={cancel.busy()} onClick={() => cancel.run()}>
                  {t('cancel')}
                </Button>
                <Button kind="quiet" onClick={() => setAsking(false)}>
                  {t('keep')}
                </Button>
              </p>
            </fieldset>
          </Show>
        }
      >
        <OtherTime post={props.post} list={props.list} onDone={() => setChanging(false)} />
      </Show>
    </li>
  )
}

function Words(props: { post: ScheduledStatus }) {
  const asked = () => props.post.params
  const beside = () =>
    [
      asked().visibility &&
        t('seenBy')[asked().visibility ?? 'public'] + (asked().local_only ? `, ${t('here')}.` : '.'),
      props.post.media_attachments.length > 0 && t('pictures', props.post.media_attachments.length),
      asked().poll && t('poll'),
      asked().in_reply_to_id && t('answers'),
      asked().quoted_status_id && t('quotes'),
    ]
      .filter(Boolean)
      .join(' ')
  return (
    <>
      <Show when={asked().spoiler_text}>
        {(warning) => (
          <p>
            <b>{warningWord()}</b> <bdi>{warning()}</bdi>
          </p>
        )}
      </Show>
      <p class={style.words} dir="auto">
        {asked().text}
      </p>
      <p class="hint">{beside()}</p>
    </>
  )
}

function OtherTime(props: OneProps & { onDone: () => void }) {
  const [value, setValue] = createSignal(fieldOf(Date.parse(props.post.scheduled_at)))
  const [looked, setLooked] = createSignal(false)
  const wrong = () => {
    const why = looked() ? wrongMoment(value()) : undefined
    return why && t(why)
  }
  const saved = submitting(async () => {
    const path = `/api/v1/scheduled_statuses/${props.post.id}`
    const moved = await send<ScheduledStatus>('PUT', path, { scheduled_at: new Date(value()).toISOString() })
    toast(t('changed'))
    props.onDone()
    props.list.change((posts) => posts.map((post) => (post.id === moved.id ? moved : post)))
  })
  return (
    <Form
      label={t('change')}
      onSubmit={(event) => {
        event.preventDefault()
        setLooked(true)
        if (!wrong()) saved.run()
      }}
    >
      <TextField
        type="datetime-local"
        label={t('when')}
        error={wrong() ?? (saved.error() ? `${t('notChanged')} ${reasonKeeping(saved.error())}` : undefined)}
        min={soonest()}
        value={value()}
        onInput={setValue}
      />
      <p class="row">
        <Button type="submit" kind="main" busy={saved.busy()}>
          {t('changeDo')}
        </Button>
        <Button kind="quiet" onClick={() => props.onDone()}>
          {t('keep')}
        </Button>
      </p>
    </Form>
  )
}
