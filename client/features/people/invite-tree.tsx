import { For, Show } from 'solid-js'
import type { InviteBranch } from '../../../shared/api/staff.ts'
import { formatWhen } from '../../../shared/text/figures.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { people } from '../../locales/en/people.ts'
import { Waiting } from '../shell/waiting.tsx'
import { type Branch, treesOf } from './branches.ts'
import style from './people.module.css'

const t = texts(people)

/** Who came by whose invite, as far as that is still known. */
export function InviteTree() {
  const list = loaded(
    () => undefined,
    (_, signal) => read<InviteBranch[]>('/api/community/v1/admin/invites/tree', { signal }),
  )
  return (
    <section class="stack-s">
      <h2>{t('treeTitle')}</h2>
      <p>{t('treeLede')}</p>
      <Show when={list.value()} fallback={<Waiting label={t('loading')} from={list} />}>
        {(rows) => (
          <Show when={rows().length > 0} fallback={<p class="hint">{t('treeEmpty')}</p>}>
            <Branches of={treesOf(rows())} />
          </Show>
        )}
      </Show>
    </section>
  )
}

function Branches(props: { of: readonly Branch[] }) {
  return (
    <ul class={style.tree}>
      <For each={props.of}>
        {(branch) => (
          <li>
            <a class={style.name} href={`/@${branch.username}`}>
              @{branch.username}
            </a>{' '}
            <span class="hint">
              <Show when={branch.joinedAt}>{(at) => t('cameOn', formatWhen(at()))}</Show>
              <Show when={branch.suspended}>, {t('suspended')}</Show>
            </span>
            <Show when={branch.invited.length > 0}>
              <Branches of={branch.invited} />
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
