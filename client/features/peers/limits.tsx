import { For, Show } from 'solid-js'
import type { PeerLimits } from '../../../shared/api/peers.ts'
import { texts } from '../../lib/i18n.ts'
import { peers } from '../../locales/en/peers.ts'
import { Badge } from '../../ui/badge.tsx'

const t = texts(peers)

const ALL = ['cut_off', 'hidden', 'no_media', 'no_reports'] as const

/** What a server may not do here, a word each; what is cut off needs no further ones. */
export function LimitBadges(props: { of: PeerLimits }) {
  const which = () => (props.of.cut_off ? (['cut_off'] as const) : ALL.filter((limit) => props.of[limit]))
  return (
    <Show when={which().length > 0}>
      <span class="row">
        <For each={which()}>
          {(limit) => <Badge tone={limit === 'cut_off' ? 'danger' : 'warn'}>{t('limits')[limit]}</Badge>}
        </For>
      </span>
    </Show>
  )
}
