import { createSignal, For, Show } from 'solid-js'
import type { PeerPost, PeerTimeline } from '../../../shared/api/peers.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { submitting } from '../../lib/submit.ts'
import { peers } from '../../locales/en/peers.ts'
import { Button } from '../../ui/button.tsx'
import { announce } from '../../ui/live.tsx'
import { Time } from '../../ui/time.tsx'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { PEERS } from './paths.ts'
import { Section } from './peer-about.tsx'
import style from './peers.module.css'

const t = texts(peers)

/** The public posts of a server, asked for when somebody wants to look. */
export function PeerPosts(props: { domain: string }) {
  const [looking, setLooking] = createSignal(false)
  return (
    <Section id="posts" title={t('public')} hint={t('publicHint')}>
      <Show
        when={looking()}
        fallback={
          <p class="row">
            <Button onClick={() => setLooking(true)}>{t('look')}</Button>
          </p>
        }
      >
        <Posts domain={props.domain} />
      </Show>
    </Section>
  )
}

function Posts(props: { domain: string }) {
  const path = () => `${PEERS}/${encodeURIComponent(props.domain)}/timeline`
  const first = loaded(path, (from, signal) => read<PeerTimeline>(from, { signal }))
  const [older, setOlder] = createSignal<PeerTimeline[]>([])
  const next = () => (older().at(-1) ?? first.value())?.next
  const more = submitting(async () => {
    const page = await read<PeerTimeline>(`${path()}?${new URLSearchParams({ max_id: next() ?? '' })}`)
    if (page.problem) throw new Error(t('problem')[page.problem])
    setOlder((pages) => [...pages, page])
    announce(page.posts.length > 0 ? t('olderCame', page.posts.length) : t('noOlder'))
  })
  return (
    <Show when={first.value()} fallback={<Waiting label={t('looking')} from={first} />}>
      {(found) => (
        <Show when={!found().problem} fallback={<p>{t('problem')[found().problem ?? 'unreachable']}</p>}>
          <Show when={found().posts.length > 0 || next()} fallback={<p>{t('quiet')}</p>}>
            <ul class={style.posts}>
              <For each={found().posts}>{(post) => <Post post={post} />}</For>
              <For each={older()}>{(page) => <For each={page.posts}>{(post) => <Post post={post} />}</For>}</For>
            </ul>
            <Failed error={more.error()} what={t('notOlder')} />
            <Show when={next()} fallback={<p class="hint">{t('noOlder')}</p>}>
              <p class="row">
                <Button busy={more.busy()} onClick={() => more.run()}>
                  {t('older')}
                </Button>
              </p>
            </Show>
          </Show>
        </Show>
      )}
    </Show>
  )
}

const nameOf = ({ author }: PeerPost) => author.name || (author.acct.split('@')[0] ?? author.acct)

function Post(props: { post: PeerPost }) {
  const post = () => props.post
  const [open, setOpen] = createSignal(props.post.spoiler_text === '')
  return (
    <li class="stack-s">
      <p>
        <b dir="auto">{nameOf(post())}</b> <span class="hint">@{post().author.acct}</span>{' '}
        <span class="hint">
          <Time at={post().created_at} />
        </span>
      </p>
      <Show when={post().spoiler_text}>
        <p dir="auto">
          <b>{t('warned')}</b> {post().spoiler_text}
        </p>
      </Show>
      <Show
        when={open()}
        fallback={
          <p class="row">
            <Button onClick={() => setOpen(true)}>{t('show')}</Button>
          </p>
        }
      >
        <p class={style.words} dir="auto">
          {post().text}
        </p>
        <Show when={post().media.length > 0}>
          <Pictures post={post()} />
        </Show>
        <Show when={post().poll}>
          <p class="hint">{t('hasPoll')}</p>
        </Show>
      </Show>
      <p>
        <a href={`/search?${new URLSearchParams({ q: post().url })}`}>
          {t('openHere')}
          <span class="sr">{t('openHereOf', nameOf(post()))}</span>
        </a>
      </p>
    </li>
  )
}

/** What hangs on a post: small pictures through our own server, covered where their author covered them, and words for the rest. */
function Pictures(props: { post: PeerPost }) {
  const [uncovered, setUncovered] = createSignal(!props.post.sensitive || props.post.spoiler_text !== '')
  return (
    <Show
      when={uncovered()}
      fallback={
        <p class="row">
          <Button onClick={() => setUncovered(true)}>{t('uncover')}</Button>
        </p>
      }
    >
      <ul class={style.pictures}>
        <For each={props.post.media}>{(media) => <Picture of={media} />}</For>
      </ul>
    </Show>
  )
}

function Picture(props: { of: PeerPost['media'][number] }) {
  const [lost, setLost] = createSignal(false)
  const words = () => t('picture', props.of.kind, props.of.description)
  const src = () => (lost() ? null : props.of.preview)
  return (
    <li>
      <Show
        when={src()}
        fallback={
          <p class="hint" dir="auto">
            {words()}
          </p>
        }
      >
        {(from) => <img src={from()} alt={words()} loading="lazy" onError={() => setLost(true)} />}
      </Show>
    </li>
  )
}
