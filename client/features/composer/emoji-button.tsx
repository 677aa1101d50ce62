import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { patiently } from '../../lib/patiently.ts'
import { composer } from '../../locales/en/composer.ts'
import { Button } from '../../ui/button.tsx'

const t = texts(composer)

/** Fetched when somebody first asks: most posts are words. */
const EmojiPicker = lazy(() =>
  patiently(() => import('./emoji-picker.tsx')).then((file) => ({ default: file.EmojiPicker })),
)

/** The word that opens the small pictures; what is chosen goes into the text. */
export function EmojiButton(props: { onPick: (text: string) => void }) {
  const [open, setOpen] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const show = () => {
    setAsked(true)
    setOpen(true)
  }
  const pick = (text: string) => {
    setOpen(false)
    // once the dialog has given the focus back
    requestAnimationFrame(() => setTimeout(() => props.onPick(text)))
  }
  return (
    <>
      <Button kind="quiet" title={t('emojiTitle')} aria-haspopup="dialog" onClick={show}>
        {t('emoji')}
      </Button>
      <Show when={asked()}>
        <Suspense>
          <EmojiPicker open={open()} onPick={pick} onClose={() => setOpen(false)} />
        </Suspense>
      </Show>
    </>
  )
}
