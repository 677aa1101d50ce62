import { createSignal, For, Show } from 'solid-js'
import type { Peer } from '../../../shared/api/peers.ts'
import { texts } from '../../lib/i18n.ts'
import { listed } from '../../lib/listed.ts'
import { settled } from '../../lib/settled.ts'
import { peers } from '../../locales/en/peers.ts'
import { TextField } from '../../ui/field.tsx'
import { Time } from '../../ui/time.tsx'
import { Line, Lines } from '../people/line.tsx'
import { LimitBadges } from './limits.tsx'
import { PEERS, peerPage } from './paths.ts'
import style from './peers.module.css'

const t = texts(peers)

/** How long a search must stand still before it is asked, in milliseconds. */
const STILL = 300

/** The servers that this community is connected with, by name. */
export function PeerList() {
  const [q, setQ] = createSignal('')
  const still = settled(q, STILL)
  const list = listed<Peer>(() => `${PEERS}?${new URLSearchParams(still().trim() ? { q: still().trim() } : {})}`)
  return (
    <div class="stack">
      <div class={style.search}>
        <TextField label={t('search')} type="search" name="q" autocomplete="off" value={q()} onInput={setQ} />
      </div>
      <Lines from={list} empty={t('empty')} emptyText={t('emptyText')}>
        <For each={list.items()}>{(peer) => <PeerLine peer={peer} />}</For>
      </Lines>
    </div>
  )
}

function PeerLine(props: { peer: Peer }) {
  const peer = () => props.peer
  return (
    <Line below first={<Heard at={peer().last_heard_at} />} acts={<></>}>
      <p>
        <a class={style.name} href={peerPage(peer().domain)}>
          {peer().domain}
        </a>
      </p>
      <Show when={peer().decision}>{(decision) => <LimitBadges of={decision()} />}</Show>
      <p class="hint">
        {peer().software ? t('runs', peer().software ?? '', peer().version) : t('unknownSoftware')}
        <Show when={peer().users}>{(users) => <>, {t('people', users())}</>}</Show>
      </p>
      <Ties peer={peer()} />
    </Line>
  )
}

/** What ties a server and this community together; visitors are not told. */
export function Ties(props: { peer: Peer }) {
  return (
    <>
      <Show when={props.peer.members_following}>{(n) => <p>{t('following', n())}</p>}</Show>
      <Show when={props.peer.followers_there}>{(n) => <p>{t('followers', n())}</p>}</Show>
      <Show when={props.peer.deliveries?.waiting}>{(n) => <p>{t('waiting', n())}</p>}</Show>
      <Show when={props.peer.deliveries?.failing_since}>
        {(since) => (
          <p>
            {t('failing')} <Time at={since()} />
          </p>
        )}
      </Show>
    </>
  )
}

function Heard(props: { at: string | null }) {
  return (
    <span class="hint">
      <Show when={props.at} fallback={t('notHeard')}>
        {(at) => (
          <>
            {t('heard')} <Time at={at()} />
          </>
        )}
      </Show>
    </span>
  )
}
