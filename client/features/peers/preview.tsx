import { For, Show } from 'solid-js'
import type { DecisionPreview, ServerProposal } from '../../../shared/api/peers.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { peers } from '../../locales/en/peers.ts'
import { Waiting } from '../shell/waiting.tsx'
import { SERVERS } from './paths.ts'

const t = texts(peers)

/** What a decision would do, asked for when it is shown; `cutOff` where it cuts servers off. */
export function PreviewOf(props: { what: ServerProposal['what']; domain: string; cutOff: boolean }) {
  const found = loaded(
    () => `${SERVERS}/preview?${new URLSearchParams({ what: props.what, domain: props.domain })}`,
    (path, signal) => read<DecisionPreview>(path, { signal }),
  )
  return (
    <Show when={found.value()} fallback={<Waiting label={t('previewLoading')} from={found} />}>
      {(now) => <Preview found={now()} cutOff={props.cutOff} />}
    </Show>
  )
}

/** What a decision would do, in numbers. */
export function Preview(props: { found: DecisionPreview; cutOff: boolean }) {
  const lost = () => props.found.following + props.found.followers
  const more = () => props.found.servers_count - props.found.servers.length
  return (
    <div class="stack-s">
      <p>{t('previewServers', props.found.servers_count)}</p>
      <Show when={props.found.servers.length > 0}>
        <ul>
          <For each={props.found.servers}>
            {(name) => (
              <li>
                <bdi>{name}</bdi>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={more() > 0}>
        <p class="hint">{t('previewMore', more())}</p>
      </Show>
      <p class="hint">{props.found.domain ? t('previewBelow', props.found.domain) : t('previewUnknown')}</p>
      <Show when={props.cutOff}>
        <p>
          <b>{lost() > 0 ? t('previewMembers', props.found.members, lost()) : t('previewNone')}</b>
        </p>
        <p>{t('previewPosts', props.found.posts)}</p>
      </Show>
    </div>
  )
}
