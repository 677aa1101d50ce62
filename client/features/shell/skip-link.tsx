import { texts } from '../../lib/i18n.ts'
import { shell } from '../../locales/en/shell.ts'

const t = texts(shell)

/** The first thing on a page for the keyboard: past the navigation, into the text. */
export function SkipLink() {
  const skip = (event: MouseEvent) => {
    event.preventDefault()
    const main = document.getElementById('main')
    main?.focus({ preventScroll: true })
    main?.scrollIntoView()
  }
  return (
    // biome-ignore lint/a11y/useValidAnchor: it is a link within the page; the router would not move the focus
    <a class="skip" href="#main" onClick={skip}>
      {t('skip')}
    </a>
  )
}
