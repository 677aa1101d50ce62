import { createSignal, For, Show } from 'solid-js'
import type { CasePage } from '../../../shared/api/moderation-team.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { mocked } from '../../locales/en/mocked.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Failed } from '../shell/failed.tsx'
import { inCase } from './act.ts'
import { barred } from './barred.ts'
import style from './case.module.css'

const t = texts(mocked)

/** Whom an account mocks, and what they want: asked before two decide. */
export function Mocked(props: { page: CasePage; onDone: (page: CasePage) => void }) {
  const [acct, setAcct] = createSignal('')
  const asking = submitting(async () => {
    props.onDone(await inCase(props.page.id, 'mocked', { acct: acct() }))
    setAcct('')
  })
  return (
    <Show when={props.page.mocked}>
      {(asked) => (
        <section class={`${style.part} stack`}>
          <h2>{t('teamTitle')}</h2>
          <p class="hint">{t('teamText')}</p>
          <For each={asked()}>
            {({ who, answer }) => (
              <p>
                <bdi>@{who?.acct}</bdi> {t('teamSaid')[answer ?? 'none']}.
              </p>
            )}
          </For>
          <Show when={props.page.state === 'open' && !barred(props.page)}>
            <Form label={t('teamTitle')} onSubmit={asking.run}>
              <TextField
                label={t('teamWho')}
                hint={t('teamWhoHint')}
                value={acct()}
                onInput={setAcct}
                error={fieldReason(asking.error(), 'acct', t('teamWhoBlank'))}
              />
              <Failed error={asking.error()} what={t('notDone')} />
              <p>
                <Button type="submit" busy={asking.busy()}>
                  {t('teamAsk')}
                </Button>
              </p>
            </Form>
          </Show>
        </section>
      )}
    </Show>
  )
}
