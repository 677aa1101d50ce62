import type { SettingsDoc } from '../../../shared/api/community.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { settings } from '../../locales/en/settings.ts'
import { TextArea, Tick } from '../../ui/field.tsx'
import { editing, type PartProps } from './editing.ts'
import { PartFrame } from './part.tsx'

const t = texts(settings)

type Allies = SettingsDoc['mediation_allies']

const asLines = (allies: Allies): string => allies.map(({ name, url }) => `${url} ${name}`).join('\n')

/** One community a line: the address of its page, then its name, or else the name that the address has. */
const fromLines = (text: string): Allies =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [url = '', ...name] = line.split(/\s+/)
      return { url, name: name.join(' ') || url.replace(/^https?:\/\/([^/]*).*$/, '$1') }
    })

/** Who may ask for a mediator from elsewhere, and where people can ask for whom there is no room here. */
export function MediationPart(props: PartProps) {
  const edit = editing(
    props,
    (now) => ({ mediation_from_elsewhere: now.mediation_from_elsewhere, allies: asLines(now.mediation_allies) }),
    ({ allies, ...rest }) => ({ ...rest, mediation_allies: fromLines(allies) }),
  )
  return (
    <PartFrame id="mediation" title={t('mediation')} editing={edit}>
      <Tick
        name="mediation_from_elsewhere"
        checked={edit.draft.mediation_from_elsewhere}
        onChange={(on) => edit.change({ mediation_from_elsewhere: on })}
        hint={t('fromElsewhereHint')}
      >
        {t('fromElsewhere')}
      </Tick>
      <TextArea
        label={t('allies')}
        optional={t('optional')}
        hint={t('alliesHint')}
        name="mediation_allies"
        rows={3}
        value={edit.draft.allies}
        onInput={(allies) => edit.change({ allies })}
        error={fieldReason(edit.submit.error(), 'mediation_allies')}
      />
    </PartFrame>
  )
}
