import { useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { OwnComplaints, StaffComplaint } from '../../../shared/api/complaints.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Loaded, loaded } from '../../lib/loaded.ts'
import { complaints as words } from '../../locales/en/complaints.ts'
import { Slip } from '../../ui/slip.tsx'
import { toast } from '../../ui/toast.tsx'
import { Day } from '../mediation/due.tsx'
import style from '../mediation/lists.module.css'
import { Waiting } from '../shell/waiting.tsx'
import { ChooseAndSay } from './choose-and-say.tsx'

const t = texts(words)
const PATH = '/api/community/v1/complaints'

/** The way to the stewards: what they are told and who sees it, the form, and what one wrote before. */
export function OwnComplaintsPage() {
  const page = loaded(
    () => undefined,
    (_, signal) => read<OwnComplaints>(PATH, { signal }),
  )
  return (
    <Show when={page.value()} fallback={<Waiting label={t('loading')} from={page} />}>
      {(known) => (
        <>
          <p class="prose">{t('who')}</p>
          <p class="prose">{t('host')}</p>
          <Slip tone="warn">
            <p>{t('urgent')}</p>
          </Slip>
          <Show when={known().vacant}>
            <Slip tone="info">
              <p>{t('vacant')}</p>
            </Slip>
          </Show>
          <Show when={known().about.length > 0} fallback={<p>{t('nobody')}</p>}>
            <Complain page={page} about={known().about} />
          </Show>
          <Show when={known().complaints.length > 0}>
            <section class="stack-s" aria-labelledby="h-own">
              <h2 id="h-own">{t('own')}</h2>
              <ul class={style.list}>
                <For each={known().complaints}>{(one) => <Own complaint={one} />}</For>
              </ul>
            </section>
          </Show>
        </>
      )}
    </Show>
  )
}

function Complain(props: { page: Loaded<OwnComplaints>; about: OwnComplaints['about'] }) {
  const [search] = useSearchParams<{ about: string }>()
  const complain = async (about: string | undefined, text: string) => {
    props.page.set(await send<OwnComplaints>('POST', PATH, { account_id: about ?? '', text }))
    toast(t('sent'))
  }
  const people = () =>
    props.about.map(({ id, acct, display_name }) => ({ value: id, text: display_name, hint: `@${acct}` }))
  return (
    <ChooseAndSay
      label={t('title')}
      choice={{
        legend: t('about'),
        field: 'account_id',
        options: people(),
        start: search.about,
        blank: t('aboutBlank'),
      }}
      words={{ label: t('text'), hint: t('textHint'), rows: 6, most: 2000, blank: t('textBlank') }}
      button={t('send')}
      main
      failed={t('notSent')}
      send={complain}
    />
  )
}

function Own(props: { complaint: StaffComplaint }) {
  return (
    <li>
      <p class="hint" dir="auto">
        {props.complaint.about?.display_name} · <Day at={props.complaint.at} />
      </p>
      <p dir="auto">{props.complaint.text}</p>
      <Show
        when={props.complaint.outcome}
        fallback={
          <p class="hint">
            <Show when={!props.complaint.vacant} fallback={t('waits')}>
              {t('answeredBy')} <Day at={props.complaint.due_at} />.
            </Show>
          </p>
        }
      >
        {(outcome) => (
          <p>
            <b>{t('outcomes')[outcome()]}</b> <span dir="auto">{props.complaint.answer}</span>
          </p>
        )}
      </Show>
    </li>
  )
}
