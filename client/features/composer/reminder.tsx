import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { pictures } from '../../locales/en/pictures.ts'
import { Button } from '../../ui/button.tsx'
import style from './composer.module.css'
import { isReminding } from './remind.ts'
import type { Writing } from './writing.ts'

const t = texts(pictures)

/** Whether the author has to be asked once more before posting, and the question. */
export function reminder(writing: Writing) {
  const [asked, setAsked] = createSignal(false)
  const bare = () => writing.draft.pictures.filter(({ description }) => description.trim() === '')
  // with another number of pictures it is another question
  const count = createMemo(() => writing.draft.pictures.length)
  createEffect(on(count, () => setAsked(false), { defer: true }))
  return {
    /** Asks instead of posting; false where there is nothing to ask, or it was asked. */
    stops: (): boolean => {
      if (!isReminding() || asked() || bare().length === 0) return false
      setAsked(true)
      return true
    },
    asked: () => asked() && bare().length > 0,
    bare,
  }
}

interface ReminderProps {
  of: ReturnType<typeof reminder>
  onPost: () => void
}

/** Points out pictures without a description, where the button to post is. */
export function Reminder(props: ReminderProps) {
  const describe = () => {
    const [first] = props.of.bare()
    const item = document.querySelector(`[data-picture="${CSS.escape(first?.key ?? '')}"]`)
    item?.querySelector('textarea')?.focus()
  }
  return (
    <div role="status">
      <Show when={props.of.asked()}>
        <div class={style.wonder}>
          <p>
            {t('remind', props.of.bare().length)} <span class={style.aside}>{t('remindHint')}</span>
          </p>
          <p class="row">
            <Button onClick={describe}>{t('describe')}</Button>
            <Button kind="quiet" onClick={() => props.onPost()}>
              {t('postAnyway')}
            </Button>
          </p>
        </div>
      </Show>
    </div>
  )
}
