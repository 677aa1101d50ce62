import { useIsRouting } from '@solidjs/router'
import { createEffect, createSignal, Show } from 'solid-js'
import { posts } from '../../../shared/locales/en/posts.ts'
import { texts } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import style from './thread.module.css'

const t = texts(posts)

/** The way back to where one came from on this site, as an installed page shows no button of the browser's. */
export function Back(props: { onPress: () => void }) {
  const routing = useIsRouting()
  const [shown, setShown] = createSignal(false)
  createEffect(() => {
    // While a page opens, the history still stands at the entry one came from.
    if (!routing()) setShown(cameFromHere())
  })
  return (
    <Show when={shown()}>
      <p>
        <Button kind="quiet" class={style.back} onClick={() => props.onPress()}>
          {t('back')}
        </Button>
      </p>
    </Show>
  )
}

/** Whether the entry before this one in the browser's history is of this site, as far as the browser says. */
function cameFromHere(): boolean {
  return 'navigation' in window ? (window.navigation.currentEntry?.index ?? 0) > 0 : history.length > 1
}
