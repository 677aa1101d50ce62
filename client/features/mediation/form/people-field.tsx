import { createSignal, For, Show } from 'solid-js'
import type { MediationPerson } from '../../../../shared/api/mediation.ts'
import type { Account } from '../../../../shared/api/wire.ts'
import { HttpError, read } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { reasonKeeping } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { mediation } from '../../../locales/en/mediation.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices, TextField } from '../../../ui/field.tsx'
import { announce } from '../../../ui/live.tsx'

const t = texts(mediation)

interface PeopleProps {
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** How many at most. */
  most?: number | undefined
  value: readonly MediationPerson[]
  onInput: (people: readonly MediationPerson[]) => void
}

/** People by their names here: each is looked up before they are taken, so that nobody else is meant by mistake. */
export function PeopleField(props: PeopleProps) {
  const [handle, setHandle] = createSignal('')
  const finding = submitting(async () => {
    const acct = handle().trim().replace(/^@/, '')
    if (!acct) return
    const person = await lookUp(acct)
    if (!props.value.some(({ id }) => id === person.id)) props.onInput([...props.value, person])
    announce(`${t('chosen')}: ${person.display_name || person.acct}`)
    setHandle('')
  })
  const wrong = () => {
    const error = finding.error()
    if (!error) return props.error
    return error instanceof HttpError && error.status === 404 ? t('notFound') : reasonKeeping(error)
  }
  return (
    <Choices legend={props.label} hint={props.hint}>
      <div class="stack-s">
        <ul>
          <For each={props.value}>
            {(person) => (
              <li class="row">
                <span>
                  <b>{person.display_name || person.acct}</b> <bdi class="hint">@{person.acct}</bdi>
                </span>
                <Button
                  kind="quiet"
                  onClick={() => props.onInput(props.value.filter(({ id }) => id !== person.id))}
                  aria-label={t('takeAway', person.acct)}
                >
                  {t('takeAwayOne')}
                </Button>
              </li>
            )}
          </For>
        </ul>
        <Show when={props.value.length < (props.most ?? Number.POSITIVE_INFINITY)}>
          <TextField
            label={t('findPerson')}
            hint={t('findHint')}
            error={wrong()}
            autocapitalize="off"
            autocomplete="off"
            spellcheck={false}
            value={handle()}
            onInput={setHandle}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              finding.run()
            }}
          />
          <p>
            <Button busy={finding.busy()} onClick={() => finding.run()}>
              {t('find')}
            </Button>
          </p>
        </Show>
      </div>
    </Choices>
  )
}

async function lookUp(acct: string): Promise<MediationPerson> {
  const { id, acct: handle, ...rest } = await read<Account>(`/api/v1/accounts/lookup?acct=${encodeURIComponent(acct)}`)
  return { id, acct: handle, display_name: rest.display_name, avatar: rest.avatar, url: rest.url }
}
