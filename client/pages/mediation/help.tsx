import { Help } from '../../features/mediation/help.tsx'
import { Main } from '../../features/shell/main.tsx'
import { Beside } from '../../features/timelines/beside.tsx'
import { texts } from '../../lib/i18n.ts'
import { help } from '../../locales/en/mediation-help.ts'

const t = texts(help)

/** `/help/disagreements`: the three ways through a disagreement. */
export function Page() {
  return (
    <>
      <Main title={t('title')}>
        <Help />
      </Main>
      <Beside />
    </>
  )
}
