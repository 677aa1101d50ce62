import { createSignal, For, Show } from 'solid-js'
import type { MailState, Person } from '../../../shared/api/community.ts'
import { formatWhen } from '../../../shared/text/figures.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { settled } from '../../lib/settled.ts'
import { people } from '../../locales/en/people.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Failed } from '../shell/failed.tsx'
import { deciding, peoplePath } from './decide.ts'
import { Line, Lines } from './line.tsx'
import style from './people.module.css'

const t = texts(people)

/** How long a search must stand still before it is asked, in milliseconds. */
const STILL = 300

/** Who asks to be confirmed by hand, each with the code they will say. */
export function ByHand() {
  const [q, setQ] = createSignal('')
  const still = settled(q, STILL)
  const list = listed<Person>(() => peoplePath('by_hand', still()))
  return (
    <div class="stack">
      <p>{t('byHandLede')}</p>
      <TextField label={t('searchByHand')} type="search" name="q" autocomplete="off" value={q()} onInput={setQ} />
      <Lines from={list} empty={t('byHandEmpty')} emptyText={t('byHandEmptyText')}>
        <For each={list.items()}>{(person) => <Newcomer person={person} list={list} />}</For>
      </Lines>
    </div>
  )
}

function Newcomer(props: { person: Person; list: Listed<Person> }) {
  const who = () => props.person
  const confirm = deciding(props.list, who, 'confirm', (name) => t('confirmed', name))
  return (
    <Line
      first={
        <>
          <span class="sr">{t('code')} </span>
          {who().code}
        </>
      }
      acts={
        <Button busy={confirm.busy()} onClick={() => confirm.run()}>
          {t('confirm')}
          <span class="sr"> @{who().username}</span>
        </Button>
      }
    >
      <p>
        <span class={style.name}>@{who().username}</span> <span class="hint">{who().email}</span>
      </p>
      <Show when={who().reason}>
        {(reason) => (
          <p class={style.said} dir="auto">
            “{reason()}”
          </p>
        )}
      </Show>
      <p class="hint">
        {formatWhen(who().at)}. {mailWords(who().mail)}
      </p>
      <Show when={who().address_known}>
        <p>
          <b>{t('known')}</b>
        </p>
      </Show>
      <Failed error={confirm.error()} what={t('notDone')} />
    </Line>
  )
}

function mailWords(mail: MailState | null): string {
  if (!mail || mail.state === 'file' || mail.state === 'none') return t('mailNone')
  if (mail.state === 'refused') return t('mailRefused', mail.answer ?? '')
  if (mail.state === 'accepted') return t('mailAccepted')
  return mail.attempts > 0 ? t('mailDeferred', mail.answer ?? '') : t('mailWaiting')
}
