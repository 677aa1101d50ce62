import { For, Match, Show, Switch } from 'solid-js'
import type { About, TeamPerson } from '../../../shared/api/about.ts'
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
    <Show when={team.value()}>
      {(people) => (
        <Show when={people().length > 0} fallback={<NobodyNamed />}>
          <People people={people()} />
        </Show>
      )}
    </Show>
  )
}

/** Where nobody leads the community: its address for questions, or that there is none. */
function NobodyNamed() {
  const about = loaded(
    () => undefined,
    (_, signal) => read<About>('/api/community/v1/about', { signal }),
  )
  return (
    <Switch>
      <Match when={about.value()?.contact.email}>
        {(email) => (
          <p>
            {t('leaveMail')} <a href={`mailto:${email()}`}>{email()}</a>.
          </p>
        )}
      </Match>
      <Match when={about.value()}>
        <p>{t('leaveNobody')}</p>
      </Match>
    </Switch>
  )
}

function People(props: { people: readonly TeamPerson[] }) {
  const last = () => props.people.length - 1
  return (
    <>
      <p>
        {t('leaveWrite')}{' '}
        <For each={props.people}>
          {(person, index) => (
            <>
              {index() > 0 && (index() === last() ? t('leaveWriteOr') : t('leaveWriteComma'))}
              <a href={`/write?to=${person.id}`}>@{person.acct}</a>
            </>
          )}
        </For>
        {'.'}
      </p>
      <p class="hint">{t('leaveWriteHint')}</p>
    </>
  )
}
