import { texts } from '../../lib/i18n.ts'
import { settings } from '../../locales/en/settings.ts'
import { Tick } from '../../ui/field.tsx'
import { editing, type PartProps } from './editing.ts'
import { PartFrame } from './part.tsx'

const t = texts(settings)

/** Who may ask for a mediator from elsewhere. */
export function MediationPart(props: PartProps) {
  const edit = editing(
    props,
    (now) => ({ mediation_from_elsewhere: now.mediation_from_elsewhere }),
    (draft) => draft,
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
    </PartFrame>
  )
}
