import { createSignal, For, Show } from 'solid-js'
import type { Alias } from '../../../shared/api/elsewhere.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { comingAndGoing } from '../../locales/en/coming-and-going.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Line } from '../people/line.tsx'
import style from '../people/people.module.css'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'

const t = texts(comingAndGoing)
const PATH = '/api/community/v1/aliases'

/** The accounts elsewhere that are also oneself. */
export function Aliases() {
  const [acct, setAcct] = createSignal('')
  const aliases = loaded(
    () => undefined,
    (_, signal) => read<Alias[]>(PATH, { signal }),
  )
  const add = submitting(async () => {
    aliases.set(await send<Alias[]>('POST', PATH, { acct: acct() }))
    setAcct('')
  })
  const drop = (uri: string) =>
    send('DELETE', PATH, { uri })
      .catch(() => toast(t('notDone')))
      .finally(() => aliases.reload())
  return (
    <>
      <Form label={t('aliases')} onSubmit={add.run}>
        <TextField
          label={t('alias')}
          hint={t('aliasHint')}
          name="alias"
          autocomplete="off"
          autocapitalize="none"
          value={acct()}
          onInput={setAcct}
          error={fieldReason(add.error(), 'acct')}
        />
        <Failed error={add.error()} what={t('notDone')} />
        <p class="row">
          <Button type="submit" busy={add.busy()}>
            {t('addAlias')}
          </Button>
        </p>
      </Form>
      <Show when={aliases.value()} fallback={<Waiting label={t('loading')} from={aliases} />}>
        {(all) => (
          <ul class={style.list}>
            <For each={all()}>
              {(one) => (
                <Line
                  below
                  first={null}
                  acts={
                    <Button kind="quiet" onClick={() => drop(one.uri)}>
                      {t('dropAlias')}
                      <span class="sr"> @{one.acct}</span>
                    </Button>
                  }
                >
                  <p class={style.name}>@{one.acct}</p>
                </Line>
              )}
            </For>
          </ul>
        )}
      </Show>
    </>
  )
}
