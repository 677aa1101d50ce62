import { texts } from '../../lib/i18n.ts'
import { mediationEntry } from '../../locales/en/mediation-entry.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { askHref } from './paths.ts'

const t = texts(mediationEntry)

/** The line of a menu that leads to a mediator. It stands with the calm things, apart from what is done about harm. */
export function askItem(about: { status: string } | { account: string }): MenuItem {
  return { label: t('ask'), hint: t('askHint'), href: askHref(about) }
}
