import { createSignal, onMount, Show } from 'solid-js'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { pauses } from '../../locales/en/pauses.ts'
import { Tick } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { hintIsOn, setHint } from './hint-memory.ts'
import style from './pauses.module.css'

const t = texts(pauses)

const BLOCKS = '/api/community/v1/blocks/choices'
const CHOICES = '/api/community/v1/truces/choices'

/** What one chooses about truces, for oneself, and about the line while writing, for this browser. */
export function Choices() {
  const [offers, setOffers] = createSignal<boolean>()
  const [extended, setExtended] = createSignal<boolean>()
  const [hint, setShown] = createSignal(hintIsOn())
  onMount(() => {
    read<{ offers: boolean }>(CHOICES).then(
      (answer) => setOffers(answer.offers),
      () => undefined,
    )
    read<{ extend_blocks: boolean }>(BLOCKS).then(
      (answer) => setExtended(answer.extend_blocks),
      () => undefined,
    )
  })
  const extend = (wanted: boolean) => {
    setExtended(wanted)
    send('PUT', BLOCKS, { extend_blocks: wanted }).catch((error) => {
      setExtended(!wanted)
      toast(`${t('notDone')} ${reasonOf(error)}`)
    })
  }
  const choose = (wanted: boolean) => {
    setOffers(wanted)
    send('PUT', CHOICES, { offers: wanted }).catch((error) => {
      setOffers(!wanted)
      toast(`${t('notDone')} ${reasonOf(error)}`)
    })
  }
  return (
    <section class={`${style.part} stack`} id="writing" aria-labelledby="h-writing">
      <h2 id="h-writing">{t('choices')}</h2>
      <div>
        <Show when={offers() !== undefined}>
          <Tick checked={offers() === true} hint={t('offersHint')} onChange={choose}>
            {t('offers')}
          </Tick>
        </Show>
        <Show when={extended() !== undefined}>
          <Tick checked={extended() === true} hint={t('extendHint')} onChange={extend}>
            {t('extend')}
          </Tick>
        </Show>
        <Tick
          checked={hint()}
          hint={t('sayHint')}
          onChange={(on) => {
            setHint(on)
            setShown(on)
          }}
        >
          {t('say')}
        </Tick>
      </div>
    </section>
  )
}
