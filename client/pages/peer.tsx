import { useParams } from '@solidjs/router'
import { lazy, Show } from 'solid-js'
import type { PeerPage } from '../../shared/api/peers.ts'
import { read } from '../api/http.ts'
import { BlockServer } from '../features/peers/block-button.tsx'
import { PEERS } from '../features/peers/paths.ts'
import { PeerFacts } from '../features/peers/peer-about.tsx'
import { PeerPosts } from '../features/peers/peer-posts.tsx'
import { Main } from '../features/shell/main.tsx'
import { Waiting } from '../features/shell/waiting.tsx'
import { texts } from '../lib/i18n.ts'
import { loaded } from '../lib/loaded.ts'
import { peers } from '../locales/en/peers.ts'
import { session } from '../session/session.ts'

const t = texts(peers)

// for the team alone
const ServerNotes = lazy(() => import('../features/moderation/notes.tsx').then((m) => ({ default: m.ServerNotes })))

/** `/peers/:domain`: another server, what it says, what is said there, and what we decided about it. */
export function Page() {
  const params = useParams<{ domain: string }>()
  const domain = () => decodeURIComponent(params.domain)
  const peer = loaded(domain, (name, signal) => read<PeerPage>(`${PEERS}/${encodeURIComponent(name)}`, { signal }))
  return (
    <Main title={domain()}>
      <Show when={peer.value()} fallback={<Waiting label={t('pageLoading')} from={peer} />}>
        {(now) => (
          <div class="stack">
            <PeerFacts peer={now()} />
            <Show when={session()?.state === 'member'}>
              <Show when={!now().decision?.cut_off}>
                <PeerPosts domain={now().domain} />
              </Show>
              <BlockServer domain={now().domain} />
            </Show>
            <Show when={session()?.may.reports}>
              <ServerNotes domain={now().domain} />
            </Show>
          </div>
        )}
      </Show>
    </Main>
  )
}
