import { createSignal, For, Show } from 'solid-js'
import type { MediationQuote } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { room } from '../../../locales/en/mediation-room.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices, TextField, Tick } from '../../../ui/field.tsx'

const t = texts(room)

interface PickerProps {
  quotes: readonly MediationQuote[]
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
}

/** Chooses posts to quote: one of those at hand, or any other by its address. Who may read it is asked of the server. */
export function QuotePicker(props: PickerProps) {
  const [open, setOpen] = createSignal(false)
  const there = () => props.quotes.filter(({ deleted }) => !deleted)
  const named = () => props.chosen.filter((id) => !there().some((quote) => quote.id === id))
  const choose = (id: string, on: boolean) =>
    props.onChoose(on ? [...props.chosen.filter((one) => one !== id), id] : props.chosen.filter((one) => one !== id))
  return (
    <>
      <p class="hang">
        <Button kind="quiet" aria-expanded={open()} onClick={() => setOpen(!open())}>
          {t('quote')}
        </Button>
      </p>
      <Show when={open()}>
        <Show when={there().length + named().length > 0}>
          <Choices legend={t('quote')}>
            <For each={there()}>
              {({ id, author, text }) => (
                <Tick
                  name="quote"
                  checked={props.chosen.includes(id)}
                  onChange={(on) => choose(id, on)}
                  hint={t('quoteBy', author)}
                >
                  <span dir="auto">{text?.slice(0, 140)}</span>
                </Tick>
              )}
            </For>
            <For each={named()}>
              {(id) => (
                <Tick name="quote" checked onChange={(on) => choose(id, on)}>
                  {t('quoteNamed', id)}
                </Tick>
              )}
            </For>
          </Choices>
        </Show>
        <ByAddress onName={(id) => choose(id, true)} />
      </Show>
    </>
  )
}

/** A post by its address, which ends with its number. */
function ByAddress(props: { onName: (id: string) => void }) {
  const [address, setAddress] = createSignal('')
  const id = () => /(\d{1,16})\/?$/.exec(address().trim())?.[1]
  const add = () => {
    const found = id()
    if (!found) return
    props.onName(found)
    setAddress('')
  }
  return (
    <>
      <TextField
        label={t('quoteAddress')}
        hint={t('quoteAddressHint')}
        inputmode="url"
        autocomplete="off"
        value={address()}
        onInput={setAddress}
      />
      <p class="hang">
        <Button why={id() ? undefined : t('quoteNoAddress')} onClick={add}>
          {t('quoteAdd')}
        </Button>
      </p>
    </>
  )
}
