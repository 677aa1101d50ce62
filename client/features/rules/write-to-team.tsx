import { For, Show } from 'solid-js'
import type { TeamPerson } from '../../../shared/api/about.ts'
import { rules } from '../../../shared/locales/en/rules.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { session } from '../../session/session.ts'

const t = texts(rules)

/** Whom one can write to, by name, whatever one agreed to: for members, to whom the team answers. */
export function WriteToTeam() {
  return (
    <Show when={session()?.state === 'member'}>
      <Team />
    </Show>
  )
}

function Team() {
  const team = loaded(
    () => undefined,
    (_, signal) => read<TeamPerson[]>('/api/community/v1/team', { signal }),
  )
  return (
    <Show when={team.value()?.length}>
      <p>
        {t('leaveWrite')}{' '}
        <For each={team.value()}>
          {(person, index) => (
            <>
              {index() > 0 && (index() === (team.value()?.length ?? 0) - 1 ? t('leaveWriteOr') : t('leaveWriteComma'))}
              <a href={`/write?to=${person.id}`}>@{person.acct}</a>
            </>
          )}
        </For>
        {'.'}
      </p>
    </Show>
  )
}
