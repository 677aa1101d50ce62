import { createSignal } from 'solid-js'
import { accountOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { relations } from '../../locales/en/relations.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { nameOf, type RelationAct, relate } from './act.ts'

const t = texts(relations)

/** Something about a person that is asked about before it is done. */
export interface Asked {
  about: 'block' | 'unfollow' | 'withdraw'
  accountId: string
}

interface Wording {
  title: string
  text: string
  yes: string
  act: RelationAct
}

function wordingOf(asked: Asked): Wording {
  const name = nameOf(asked.accountId)
  switch (asked.about) {
    case 'block':
      return { title: t('blockTitle', name), text: t('blockText'), yes: t('blockYes'), act: 'block' }
    case 'unfollow':
      return {
        title: t('unfollowTitle', name),
        text: accountOf(asked.accountId)?.locked ? t('unfollowLocked') : t('unfollowText'),
        yes: t('unfollowYes'),
        act: 'unfollow',
      }
    case 'withdraw':
      return { title: t('withdrawTitle'), text: t('withdrawText', name), yes: t('withdrawYes'), act: 'unfollow' }
    default:
      return asked.about satisfies never
  }
}

/** Asks before somebody is blocked or no longer followed. */
export function RelationQuestion(props: { asked: Asked | undefined; onClose: () => void }) {
  const [busy, setBusy] = createSignal(false)
  const wording = () => props.asked && wordingOf(props.asked)

  const answer = async () => {
    const { asked } = props
    const act = wording()?.act
    if (!asked || !act) return
    setBusy(true)
    await relate(asked.accountId, act).finally(() => setBusy(false))
    props.onClose()
  }

  return (
    <ConfirmDialog
      open={props.asked !== undefined}
      title={wording()?.title}
      yes={wording()?.yes ?? ''}
      no={t('keep')}
      kind={props.asked?.about === 'block' ? 'danger' : 'main'}
      busy={busy()}
      onYes={answer}
      onClose={() => props.onClose()}
    >
      <p>{wording()?.text}</p>
    </ConfirmDialog>
  )
}
