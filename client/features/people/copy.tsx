import { texts } from '../../lib/i18n.ts'
import { people } from '../../locales/en/people.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'

const t = texts(people)

/** Copies a link, and says whether the browser let us. */
export function CopyButton(props: { text: string }) {
  const copy = async () => {
    // Without https the browser has no clipboard to give.
    const clipboard: Clipboard | undefined = navigator.clipboard
    const done = await clipboard?.writeText(props.text).then(
      () => true,
      () => false,
    )
    toast(done ? t('copied') : t('notCopied'))
  }
  return <Button onClick={copy}>{t('copy')}</Button>
}
