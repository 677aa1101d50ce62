import { languageName } from '../../../shared/text/language-name.ts'
import { texts } from '../../lib/i18n.ts'
import { composer } from '../../locales/en/composer.ts'
import { session } from '../../session/session.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { languages } from './languages.ts'

const t = texts(composer)

/** The language of the post: one's own first, then many others. */
export function LanguageMenu(props: { code: string; onChoose: (code: string) => void }) {
  const items = (): MenuItem[] =>
    languages([props.code, session()?.account?.source.language]).map(({ code, name }) => ({
      label: name,
      choice: 'one',
      checked: code === props.code,
      onSelect: () => props.onChoose(code),
    }))
  return (
    <Menu kind="quiet" label={t('language')} items={items()}>
      {languageName(props.code)}
    </Menu>
  )
}
