import type { WarningTopic } from '../../../shared/api/warnings.ts'
import { texts } from '../../lib/i18n.ts'
import { composer } from '../../locales/en/composer.ts'
import { TextField } from '../../ui/field.tsx'
import style from './composer.module.css'
import { type Spoiler, spoilerIn, withSpoiler } from './spoiler.ts'

const t = texts(composer)

interface SpoilerProps {
  line: string
  topic: WarningTopic
  onLine: (line: string) => void
}

/** Two small fields that write `Spoiler: the work, up to chapter 3` into the warning. */
export function SpoilerFields(props: SpoilerProps) {
  const now = () => spoilerIn(props.line, props.topic)
  const set = (part: Partial<Spoiler>) => props.onLine(withSpoiler(props.line, props.topic, { ...now(), ...part }))
  return (
    <div class={style.pair}>
      <TextField label={t('work')} value={now().work} onInput={(work) => set({ work })} dir="auto" autocomplete="off" />
      <TextField
        label={t('upTo')}
        value={now().upTo}
        onInput={(upTo) => set({ upTo })}
        dir="auto"
        autocomplete="off"
        placeholder={t('upToExample')}
      />
    </div>
  )
}
