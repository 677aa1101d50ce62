import { createSignal, For, Show } from 'solid-js'
import type { Person } from '../../../shared/api/community.ts'
import { formatDate } from '../../../shared/text/figures.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { listed } from '../../lib/listed.ts'
import { settled } from '../../lib/settled.ts'
import { submitting } from '../../lib/submit.ts'
import { people } from '../../locales/en/people.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { peoplePath } from './decide.ts'
import { Line, Lines } from './line.tsx'
import style from './people.module.css'
import { ResetLink } from './reset-link.tsx'

const t = texts(people)

/** How long a search must stand still before it is asked, in milliseconds. */
const STILL = 300

/** Everybody who is in. */
export function Members() {
  const [q, setQ] = createSignal('')
  const still = settled(q, STILL)
  const list = listed<Person>(() => peoplePath('members', still()))
  return (
    <div class="stack">
      <p>{t('membersLede')}</p>
      <TextField label={t('search')} type="search" name="q" autocomplete="off" value={q()} onInput={setQ} />
      <Lines from={list} empty={t('membersEmpty')} emptyText={t('membersEmptyText')}>
        <For each={list.items()}>{(person) => <Member person={person} />}</For>
      </Lines>
    </div>
  )
}

function Member(props: { person: Person }) {
  const who = () => props.person
  const [known, setKnown] = createSignal(false)
  const unknown = () => who().unknown && !known()
  const vouch = submitting(async () => {
    await send('POST', `/api/community/v1/admin/people/${who().id}/vouch`)
    setKnown(true)
    toast(t('vouched', who().username))
  })
  return (
    <Line
      first={
        <span class={style.since}>
          {t('joined')} {formatDate(who().at)}
        </span>
      }
      acts={
        <>
          <Show when={unknown()}>
            <Button kind="quiet" busy={vouch.busy()} onClick={() => vouch.run()}>
              {t('vouch')}
              <span class="sr"> @{who().username}</span>
            </Button>
            <Failed error={vouch.error()} what={t('notDone')} />
          </Show>
          <ResetLink person={who()} />
        </>
      }
    >
      <p>
        <a class={style.name} href={`/@${who().username}`} dir="auto">
          {who().account?.display_name || who().username}
        </a>{' '}
        <span class="hint">
          @{who().username} {who().email}
        </span>
      </p>
      <Show when={unknown()}>
        <p class="hint">
          <Badge tone="info">{t('unknown')}</Badge> {t('unknownHint')}
        </p>
      </Show>
      <Show when={who().roles.length > 0 || who().state === 'disabled' || who().state === 'suspended'}>
        <p class="row">
          <For each={who().roles}>{(role) => <Badge tone="info">{role}</Badge>}</For>
          <Show when={who().state === 'disabled'}>
            <Badge tone="warn">{t('closed')}</Badge>
          </Show>
          <Show when={who().state === 'suspended'}>
            <Badge tone="danger">{t('suspended')}</Badge>
          </Show>
        </p>
      </Show>
    </Line>
  )
}
