import type { Visibility } from '../../../shared/api/wire.ts'
import { texts } from '../../lib/i18n.ts'
import { composer } from '../../locales/en/composer.ts'
import { session } from '../../session/session.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { reachesFurther, VISIBILITIES } from './visibility.ts'
import type { Writing } from './writing.ts'

const t = texts(composer)

/** Who may see the post, and whether it stays here. What a reply may not do stands there with the reason. */
export function AudienceMenu(props: { writing: Writing }) {
  const draft = () => props.writing.draft
  const { bounds } = props.writing

  const audience = (visibility: Visibility): MenuItem => ({
    label: t('visibility')[visibility],
    hint: hintOf(visibility),
    why: reachesFurther(visibility, bounds.widest) ? t('tooWide') : undefined,
    choice: 'one',
    checked: draft().visibility === visibility,
    onSelect: () => props.writing.change({ visibility }),
  })
  const items = (): MenuItem[] => [
    ...VISIBILITIES.map(audience),
    {
      label: t('localOnly'),
      hint: t('localOnlyHint'),
      why: bounds.localOnly ? t('staysHere') : undefined,
      choice: 'any',
      checked: draft().localOnly,
      apart: true,
      onSelect: () => props.writing.change({ localOnly: !draft().localOnly }),
    },
  ]
  return (
    <Menu kind="quiet" label={t('seenBy')} items={items()}>
      {t('seenBy')}: {(draft().localOnly ? t('seenHere') : t('seen'))[draft().visibility]}
    </Menu>
  )
}

function hintOf(visibility: Visibility): string {
  const hints = t('visibilityHint')
  return visibility === 'private' ? hints.private(session()?.account?.followers_count ?? 0) : hints[visibility]
}
