import style from '../../features/lists/own-lists.module.css'
import { PlayingPart } from '../../features/media/playing-part.tsx'
import { ComfortPart } from '../../features/settings/comfort-part.tsx'
import { OnThisDevice } from '../../features/settings/on-this-device.tsx'
import { Main } from '../../features/shell/main.tsx'
import { SettingsTabs } from '../../features/shell/settings-tabs.tsx'
import { askBeforeBoosting, asksFirst } from '../../features/statuses/boosting.ts'
import { FollowedTags } from '../../features/tags/followed-tags.tsx'
import { texts } from '../../lib/i18n.ts'
import { lists } from '../../locales/en/lists.ts'
import { Tick } from '../../ui/field.tsx'

const t = texts(lists)

/** `/settings/reading`: the hashtags one follows, what is asked before a boost, and how this device shows it all. */
export function Page() {
  return (
    <Main title={t('settingsTitle')}>
      <SettingsTabs />
      <div>
        <FollowedTags />
        <section class={`${style.part} stack`} aria-labelledby="h-boosting">
          <h2 id="h-boosting">{t('boosting')}</h2>
          <Tick checked={asksFirst()} onChange={askBeforeBoosting} hint={t('askFirstHint')}>
            {t('askFirst')}
          </Tick>
        </section>
        <PlayingPart />
        <ComfortPart />
        <OnThisDevice />
      </div>
    </Main>
  )
}
