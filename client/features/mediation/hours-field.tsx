import { For, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { mediation } from '../../locales/en/mediation.ts'
import { Button } from '../../ui/button.tsx'
import style from './hours.module.css'

const t = texts(mediation)

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const PARTS = ['morning', 'afternoon', 'evening', 'night'] as const

const ALL = DAYS.flatMap((day) => PARTS.map((part) => `${day}-${part}`))

interface HoursProps {
  chosen: readonly string[]
  error?: string | undefined
  onChange: (hours: readonly string[]) => void
}

/** The times of the week one is around, as a small table to tick. */
export function HoursField(props: HoursProps) {
  const toggle = (hour: string, on: boolean) =>
    props.onChange(on ? [...props.chosen, hour] : props.chosen.filter((one) => one !== hour))
  return (
    <div class="stack-s">
      <table class={style.table}>
        <caption>{t('hours')}</caption>
        <thead>
          <tr>
            <td />
            <For each={PARTS}>{(part) => <th scope="col">{t('parts')[part]}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={DAYS}>
            {(day) => (
              <tr>
                <th scope="row">{t('days')[day]}</th>
                <For each={PARTS}>
                  {(part) => (
                    <td>
                      <label class={style.cell}>
                        <input
                          type="checkbox"
                          aria-label={t('hourOf', t('dayNames')[day], t('partNames')[part])}
                          checked={props.chosen.includes(`${day}-${part}`)}
                          onChange={(event) => toggle(`${day}-${part}`, event.currentTarget.checked)}
                        />
                      </label>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={props.error}>
        <p class={style.error}>{props.error}</p>
      </Show>
      <p class="row">
        <Button onClick={() => props.onChange(ALL)}>{t('anyTime')}</Button>
        <span class="hint">{t('hoursHint')}</span>
      </p>
    </div>
  )
}
