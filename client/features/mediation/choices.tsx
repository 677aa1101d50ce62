import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { MediationChoices } from '../../../shared/api/mediation-team.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { choices as words } from '../../locales/en/mediation-choices.ts'
import { Button } from '../../ui/button.tsx'
import { TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { MEDIATIONS } from './paths.ts'
import { personName } from './room/names.ts'

const t = texts(words)

/** What one decides about all of this: who may ask, and how one is told. */
export function ChoicesForm(props: { choices: MediationChoices }) {
  const [draft, setDraft] = createStore<MediationChoices>({ ...props.choices })
  const [quiet, setQuiet] = createSignal(props.choices.quiet_from !== null)
  const save = submitting(async () => {
    const { not_from: people, ...rest } = draft
    const hours = quiet() ? {} : { quiet_from: null, quiet_to: null }
    const kept = await send<MediationChoices>('PUT', `${MEDIATIONS}/choices`, {
      ...rest,
      ...hours,
      time_zone: draft.time_zone || Intl.DateTimeFormat().resolvedOptions().timeZone,
      not_from: people.map(({ id }) => id),
    })
    setDraft(kept)
    toast(t('saved'))
  })
  return (
    <Form label={t('title')} onSubmit={save.run} wide>
      <div class="stack">
        <Tick
          name="no_requests"
          checked={draft.no_requests}
          hint={t('noRequestsHint')}
          onChange={(no_requests) => setDraft({ no_requests })}
        >
          {t('noRequests')}
        </Tick>
        <Tick name="mail" checked={draft.mail} hint={t('mailHint')} onChange={(mail) => setDraft({ mail })}>
          {t('mail')}
        </Tick>
        <Tick name="quiet" checked={quiet()} hint={t('quietHint')} onChange={setQuiet}>
          {t('quiet')}
        </Tick>
      </div>
      <Show when={quiet()}>
        <Hours
          from={draft.quiet_from}
          to={draft.quiet_to}
          error={fieldReason(save.error(), 'quiet_from') ?? fieldReason(save.error(), 'quiet_to')}
          onChange={setDraft}
        />
      </Show>
      <NotFrom
        people={draft.not_from}
        onForget={(id) => setDraft('not_from', (all) => all.filter((one) => one.id !== id))}
      />
      <Failed error={save.error()} what={t('notSaved')} />
      <p class="row">
        <Button type="submit" busy={save.busy()}>
          {t('save')}
        </Button>
      </p>
    </Form>
  )
}

interface HoursProps {
  from: string | null
  to: string | null
  error: string | undefined
  onChange: (part: Partial<Pick<MediationChoices, 'quiet_from' | 'quiet_to'>>) => void
}

function Hours(props: HoursProps) {
  return (
    <div class="row">
      <TextField
        type="time"
        label={t('from')}
        error={props.error}
        value={props.from ?? ''}
        onInput={(at) => props.onChange({ quiet_from: at || null })}
      />
      <TextField
        type="time"
        label={t('to')}
        value={props.to ?? ''}
        onInput={(at) => props.onChange({ quiet_to: at || null })}
      />
    </div>
  )
}

function NotFrom(props: { people: MediationChoices['not_from']; onForget: (id: string) => void }) {
  return (
    <section class="stack-s" aria-labelledby="h-not-from">
      <h2 id="h-not-from">{t('notFrom')}</h2>
      <p class="hint">{t('notFromHint')}</p>
      <ul>
        <For each={props.people} fallback={<li class="hint">{t('nobody')}</li>}>
          {(person) => (
            <li class="row">
              <span>
                <b dir="auto">{personName(person)}</b> <bdi class="hint">@{person.acct}</bdi>
              </span>
              <Button
                kind="quiet"
                aria-label={t('allow', personName(person))}
                onClick={() => props.onForget(person.id)}
              >
                {t('allowOne')}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
