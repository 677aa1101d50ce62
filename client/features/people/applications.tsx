import { createSignal, For } from 'solid-js'
import type { Person } from '../../../shared/api/community.ts'
import { formatWhen } from '../../../shared/text/figures.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { people } from '../../locales/en/people.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Failed } from '../shell/failed.tsx'
import { deciding, peoplePath } from './decide.ts'
import { Line, Lines } from './line.tsx'
import style from './people.module.css'

const t = texts(people)

/** Who has answered the question and waits. */
export function Applications() {
  const list = listed<Person>(() => peoplePath('applications'))
  return (
    <div class="stack">
      <p>{t('applicationsLede')}</p>
      <Lines from={list} empty={t('applicationsEmpty')} emptyText={t('applicationsEmptyText')}>
        <For each={list.items()}>{(person) => <Application person={person} list={list} />}</For>
      </Lines>
    </div>
  )
}

function Application(props: { person: Person; list: Listed<Person> }) {
  const [refusing, setRefusing] = createSignal(false)
  const who = () => props.person
  const approve = deciding(props.list, who, 'approve', (name) => t('approved', name))
  const refuse = deciding(props.list, who, 'refuse', (name) => t('refused', name))
  return (
    <Line
      first={formatWhen(who().at)}
      acts={
        <>
          <Button busy={approve.busy()} onClick={() => approve.run()}>
            {t('approve')}
            <span class="sr"> @{who().username}</span>
          </Button>
          <Button kind="quiet" onClick={() => setRefusing(true)}>
            {t('refuse')}
            <span class="sr"> @{who().username}</span>
          </Button>
          <ConfirmDialog
            open={refusing()}
            title={t('refuseTitle', who().username)}
            yes={t('refuseYes')}
            no={t('refuseNo')}
            busy={refuse.busy()}
            onYes={() => refuse.run()}
            onClose={() => setRefusing(false)}
          >
            <p>{t('refuseText')}</p>
            <Failed error={refuse.error()} what={t('notDone')} />
          </ConfirmDialog>
        </>
      }
    >
      <p>
        <span class={style.name}>@{who().username}</span> <span class="hint">{who().email}</span>
      </p>
      <p class={style.said} dir="auto">
        {who().reason ? `“${who().reason}”` : t('nothingSaid')}
      </p>
      <Failed error={approve.error()} what={t('notDone')} />
    </Line>
  )
}
