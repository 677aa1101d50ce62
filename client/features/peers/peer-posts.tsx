import { createSignal, For, Show } from 'solid-js'
import type { PeerPost, PeerTimeline } from '../../../shared/api/peers.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { peers } from '../../locales/en/peers.ts'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
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
  const timeline = loaded(
    () => props.domain,
    (domain, signal) => read<PeerTimeline>(`${PEERS}/${encodeURIComponent(domain)}/timeline`, { signal }),
  )
  return (
    <Show when={timeline.value()} fallback={<Waiting label={t('looking')} from={timeline} />}>
      {(found) => (
        <Show when={!found().problem} fallback={<p>{t('problem')[found().problem ?? 'unreachable']}</p>}>
          <Show when={found().posts.length > 0} fallback={<p>{t('quiet')}</p>}>
            <ul class={style.posts}>
              <For each={found().posts}>{(post) => <Post post={post} />}</For>
            </ul>
          </Show>
        </Show>
      )}
    </Show>
  )
}

function Post(props: { post: PeerPost }) {
  const post = () => props.post
  const [open, setOpen] = createSignal(props.post.spoiler_text === '')
  return (
    <li class="stack-s">
      <p>
        <b dir="auto">{post().author.name || post().author.acct}</b> <span class="hint">@{post().author.acct}</span>{' '}
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
        <For each={post().media}>
          {(media) => (
            <p class="hint" dir="auto">
              {t('picture', media.kind, media.description)}
            </p>
          )}
        </For>
        <Show when={post().poll}>
          <p class="hint">{t('hasPoll')}</p>
        </Show>
      </Show>
      <p>
        <a href={`/search?${new URLSearchParams({ q: post().url })}`}>
          {t('openHere')}
          <span class="sr">{t('openHereOf', post().author.name || post().author.acct)}</span>
        </a>
      </p>
    </li>
  )
}
