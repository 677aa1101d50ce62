import { createSignal, For, Show } from 'solid-js'
import { type CaseKind, caseKinds, type Skips } from '../../../shared/api/moderation-team.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { submitting } from '../../lib/submit.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { MODERATION } from './act.ts'

const t = texts(moderation)
const PATH = `${MODERATION}/skips`

/** Which kinds of case somebody leaves to colleagues: nobody has to bear everything. */
export function SkipChoices() {
  const skips = loaded(
    () => undefined,
    (_, signal) => read<Skips>(PATH, { signal }),
  )
  const [picked, setPicked] = createSignal<readonly CaseKind[]>()
  const chosen = () => picked() ?? skips.value()?.kinds ?? []
  const saving = submitting(async () => {
    skips.set(await send<Skips>('PUT', PATH, { kinds: chosen() }))
    setPicked(undefined)
    toast(t('skipsKept'))
  })
  return (
    <Show when={skips.value()}>
      {(found) => (
        <Form label={t('skips')} onSubmit={saving.run}>
          <Choices legend={t('skips')} hint={t('skipsText')}>
            <For each={caseKinds.filter((kind) => kind !== 'other')}>
              {(kind) => (
                <Tick
                  checked={chosen().includes(kind)}
                  onChange={(on) => setPicked(on ? [...chosen(), kind] : chosen().filter((one) => one !== kind))}
                  hint={found().taken_by_nobody.includes(kind) ? t('skipsNobody') : undefined}
                >
                  {t('kinds')[kind]}
                </Tick>
              )}
            </For>
          </Choices>
          <Failed error={saving.error()} what={t('notDone')} />
          <Show when={picked()}>
            <Button type="submit" busy={saving.busy()}>
              {t('skipsKeep')}
            </Button>
          </Show>
        </Form>
      )}
    </Show>
  )
}
