import { createSignal, For, Show } from 'solid-js'
import type { DutyTurn } from '../../../shared/api/moderation-team.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { session } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Time } from '../../ui/time.tsx'
import { Failed } from '../shell/failed.tsx'
import { MODERATION } from './act.ts'

const t = texts(moderation)
const HOUR = 3_600_000
/** In hours: nobody is away or there for longer in one go. */
const LONGEST = 24 * 31

/** Who is there, who is away, and what they handed over. */
export function Duty() {
  const turns = loaded(
    () => undefined,
    (_, signal) => read<DutyTurn[]>(`${MODERATION}/duty`, { signal }),
  )
  const [hours, setHours] = createSignal('4')
  const [words, setWords] = createSignal('')
  const begin = async (kind: DutyTurn['kind']) => {
    const now = Date.now()
    const ends = new Date(now + Math.min(Number(hours()) || 1, LONGEST) * HOUR).toISOString()
    const body = { kind, begins_at: new Date(now).toISOString(), ends_at: ends, handover: words() }
    turns.set(await send<DutyTurn[]>('POST', `${MODERATION}/duty`, body))
    setWords('')
  }
  const here = submitting(() => begin('duty'))
  const away = submitting(() => begin('away'))
  const wrong = () => here.error() ?? away.error()
  const mine = (turn: DutyTurn) => turn.who?.id === session()?.account?.id
  const end = async (id: string) => {
    turns.set(await send<DutyTurn[]>('POST', `${MODERATION}/duty/${id}/end`, { handover: words() }))
    setWords('')
  }
  const tired = () => turns.value()?.some((turn) => mine(turn) && turn.now && turn.long)
  return (
    <div class="stack-s">
      <For each={turns.value()?.filter(({ now, handover }) => now || handover)}>
        {(turn) => (
          <p>
            <bdi>{turn.who?.display_name || turn.who?.acct}</bdi>{' '}
            {turn.kind === 'away' ? t('away') : turn.now ? t('dutyNow') : ''} {t('until')} <Time at={turn.ends_at} />.{' '}
            <span dir="auto">{turn.handover}</span>{' '}
            <Show when={mine(turn) && turn.now}>
              <Button kind="quiet" onClick={() => end(turn.id)}>
                {t('dutyOff')}
              </Button>
            </Show>
          </p>
        )}
      </For>
      <Show when={tired()}>
        <p role="status">{t('dutyLong')}</p>
      </Show>
      <Form label={t('duty')} onSubmit={here.run}>
        <TextField
          label={t('dutyHours')}
          inputMode="numeric"
          value={hours()}
          onInput={setHours}
          error={fieldReason(wrong(), 'ends_at') && t('blank').hours}
        />
        <TextArea label={t('handover')} optional={t('optional')} maxLength={2000} value={words()} onInput={setWords} />
        <Failed error={wrong()} what={t('dutyNot')} />
        <p class="row">
          <Button type="submit" busy={here.busy()}>
            {t('dutyOn')}
          </Button>
          <Button kind="quiet" busy={away.busy()} onClick={() => away.run()}>
            {t('dutyAway')}
          </Button>
        </p>
      </Form>
    </div>
  )
}
